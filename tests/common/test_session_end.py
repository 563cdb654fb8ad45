"""A session that ends while somebody types: nothing typed is lost, no address is blank."""

import time

import pytest

from reform_portal.common import middleware

TYPED = {"name": "Đoàn kiểm tra số 1 năm 2024", "note": "Dòng một\nDòng hai", "areas": ["1", "2"]}
ADDRESS = "/delegations/7/edit/?tab=2"


@pytest.fixture
def held_up(client, db):
    return client.post(ADDRESS, TYPED)


@pytest.fixture
def sign_in(client, world, make, held_up):
    def enter(password=make.PASSWORD):
        user = world.planner.account.username
        hidden = {name: held_up.context[name] for name in ("next", "carried")}
        return client.post("/login/", {"username": user, "password": password, **hidden})

    return enter


def test_a_form_sent_after_the_end_says_so_and_keeps_the_text(held_up):
    assert held_up.status_code == 401
    assert "alert-warning" in held_up.text
    assert 'name="carried"' in held_up.text


def test_after_signing_in_the_same_form_is_offered_with_everything_typed(sign_in):
    answer = sign_in()

    assert f'action="{ADDRESS}"' in answer.text
    assert answer.context["fields"] == [
        ("name", TYPED["name"]),
        ("note", TYPED["note"]),
        ("areas", "1"),
        ("areas", "2"),
    ]


def test_a_wrong_password_keeps_the_text_too(sign_in, held_up):
    assert sign_in("sai").context["carried"] == held_up.context["carried"]


def test_who_signed_in_in_another_tab_is_offered_the_text_too(sign_in):
    sign_in()

    assert sign_in().context["fields"]


def test_passwords_are_not_carried(client, db):
    answer = client.post("/password/", {"old_password": "bí mật", "new_password1": "mới"})

    assert answer.context["carried"] == ""


def test_a_form_of_another_place_is_not_sent(client, world, make):
    values = {"username": world.planner.account.username, "password": make.PASSWORD}
    answer = client.post("/login/", values | {"next": "https://example.org/", "carried": "a=b"})

    assert answer.context["target"] == "/"


def test_the_address_of_a_button_is_a_page_that_says_what_to_do(browse):
    answer = browse("planner").get("/plans/units/1/remove/")

    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert "<h1" in answer.text


def test_a_session_in_use_is_renewed_every_half_hour(browse, monkeypatch):
    client = browse("planner")
    later = time.time() + middleware.RENEW_AFTER + 1
    at_once = client.get("/").cookies.keys()
    monkeypatch.setattr(middleware.time, "time", lambda: later)

    assert "sessionid" not in at_once
    assert "sessionid" in client.get("/").cookies

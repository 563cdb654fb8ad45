"""How a person reads: kept with the account, and in cookies for visitors."""

import pytest

from reform_portal.common.models import User


def choose(client, **values):
    return client.post("/preferences/", values)


@pytest.mark.parametrize(
    ("given", "column", "value"),
    [
        ({"text_size": "large"}, "text_size", "large"),
        ({"contrast": "high"}, "high_contrast", True),
        ({"language": "en"}, "language", "en"),
    ],
)
def test_a_choice_is_kept_with_the_account(world, browse, given, column, value):
    choose(browse("planner"), **given)

    account = User.objects.get(pk=world.planner.account_id)
    assert getattr(account, column) == value


def test_a_choice_shows_on_the_next_page(browse):
    client = browse("planner")
    choose(client, text_size="large", contrast="high")
    page = client.get("/").text

    assert 'data-text="large"' in page
    assert 'data-contrast="high"' in page


def test_a_visitor_keeps_the_choice_in_cookies(client, db):
    answer = choose(client, text_size="small", contrast="high")

    assert 'data-text="small"' in client.get("/login/").text
    assert answer.cookies["text_size"]["httponly"]
    assert answer.cookies["text_size"]["samesite"] == "Lax"


def test_the_language_is_switched_and_remembered(browse):
    client = browse("planner")
    choose(client, language="en")
    english = client.get("/")

    assert '<html lang="en"' in english.text
    assert english.headers["Content-Language"] == "en"


def test_what_the_browser_asks_for_does_not_count(client, db):
    page = client.get("/login/", headers={"accept-language": "en-US"})

    assert '<html lang="vi"' in page.text


def test_signing_in_brings_the_language_of_the_account(make, world, client):
    User.objects.filter(pk=world.planner.account_id).update(language="en")
    user_name = world.planner.account.username
    client.post("/login/", {"username": user_name, "password": make.PASSWORD})

    assert '<html lang="en"' in client.get("/").text


@pytest.mark.parametrize(
    "given",
    [{"text_size": "huge"}, {"contrast": "maybe"}, {"language": "fr"}, {}, {"text_size": "\x00"}],
)
def test_a_choice_nobody_offers_changes_nothing(world, browse, given):
    assert choose(browse("planner"), **given).status_code == 302

    account = User.objects.get(pk=world.planner.account_id)
    assert (account.text_size, account.high_contrast, account.language) == ("normal", False, "vi")


@pytest.mark.parametrize("cookie", [{"language": "xx"}, {"text_size": "<b>"}])
def test_a_cookie_made_by_hand_gives_the_usual_page(client, db, cookie):
    for name, value in cookie.items():
        client.cookies[name] = value
    page = client.get("/login/")

    assert page.status_code == 200
    assert 'data-text="normal"' in page.text


@pytest.mark.parametrize(
    ("target", "landing"),
    [
        ("/units/?q=cao", "/units/?q=cao"),
        ("https://example.org/", "/"),
        ("//example.org", "/"),
        ("/\\example.org", "/"),
        ("javascript:alert(1)", "/"),
        ("units/", "/"),
        ("", "/"),
    ],
)
def test_the_way_back_stays_on_this_portal(browse, target, landing):
    assert choose(browse("planner"), text_size="large", next=target).url == landing


def test_preferences_are_only_posted(browse):
    assert browse("planner").get("/preferences/").status_code == 405

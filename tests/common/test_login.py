"""Signing in and out, wrong passwords, and the own password."""

import pytest

from reform_portal.common.models import AuditEntry, User

WRONG = "không phải mật khẩu"
NEW = "một mật khẩu rất mới"


@pytest.fixture
def name(world):
    return world.planner.account.username


@pytest.fixture
def sign_in(client, name, make):
    def enter(password=make.PASSWORD, user_name=name, **values):
        return client.post("/login/", {"username": user_name, "password": password, **values})

    return enter


def change(client, old, new=NEW, again=NEW):
    values = {"old_password": old, "new_password1": new, "new_password2": again}
    return client.post("/password/", values)


def test_the_right_password_opens_the_start_page(sign_in):
    answer = sign_in()

    assert (answer.status_code, answer.url) == (302, "/")


def test_a_wrong_password_comes_back_with_a_sentence(sign_in):
    answer = sign_in(WRONG)

    assert answer.status_code == 422
    assert "error-summary" in answer.text


def test_a_wrong_name_reads_the_same_as_a_wrong_password(sign_in, name):
    wrong_password, wrong_name = sign_in(WRONG), sign_in(WRONG, user_name="khong.co")

    assert [error for error in wrong_password.context["form"].non_field_errors()] == [
        error for error in wrong_name.context["form"].non_field_errors()
    ]


def test_five_wrong_passwords_stop_the_name_for_a_while_and_say_so(sign_in):
    for _attempt in range(5):
        answer = sign_in(WRONG)
    right = sign_in()

    assert answer.status_code == right.status_code == 429
    assert "15 phút" in right.text


def test_a_stranger_elsewhere_keeps_nobody_out(client, name, make, sign_in):
    for _attempt in range(6):
        client.post("/login/", {"username": name, "password": WRONG}, REMOTE_ADDR="10.0.0.9")

    assert sign_in().status_code == 302


def test_a_right_password_forgets_the_wrong_ones(client, sign_in):
    for password in [WRONG] * 4 + [None] + [WRONG] * 4:
        answer = sign_in(password) if password else sign_in()
        client.logout()

    assert answer.status_code == 422


def test_who_is_turned_off_does_not_get_in(world, sign_in, name):
    User.objects.filter(username=name).update(is_active=False)

    assert sign_in().status_code == 422


def test_demo_accounts_get_in_only_where_a_demo_is_allowed(sign_in, name, settings, client):
    User.objects.filter(username=name).update(is_demo=True)
    allowed = sign_in().status_code
    settings.DEMO_ALLOWED = False

    assert allowed == 302
    assert client.get("/").status_code == 302
    assert sign_in().status_code == 422


@pytest.mark.parametrize(
    ("target", "landing"),
    [
        ("/units/", "/units/"),
        ("https://example.org/", "/"),
        ("//example.org/", "/"),
        ("javascript:alert(1)", "/"),
        ("/\\example.org", "/"),
    ],
)
def test_next_leads_only_within_the_portal(sign_in, target, landing):
    assert sign_in(next=target).url == landing


def test_a_page_asks_a_visitor_to_sign_in_and_leads_back(client, db, sign_in):
    asked = client.get("/units/?q=cao")

    assert asked.url == "/login/?next=/units/%3Fq%3Dcao"


def test_who_is_signed_in_is_not_asked_again(browse):
    assert browse("planner").get("/login/").url == "/"


def test_signing_out_takes_a_post(browse):
    client = browse("planner")

    assert client.get("/logout/").status_code == 405
    assert client.post("/logout/").url == "/login/"
    assert client.get("/").status_code == 302


def test_pages_are_not_kept_by_the_browser(browse):
    assert "no-store" in browse("planner").get("/").headers["Cache-Control"]


def test_the_own_password_is_changed_and_audited(world, browse, make):
    client, other = browse("planner"), browse("planner")
    answer = change(client, make.PASSWORD)

    account = User.objects.get(pk=world.planner.account_id)
    assert (answer.status_code, client.get("/").status_code) == (302, 200)
    assert other.get("/").status_code == 302
    assert account.check_password(NEW)
    assert AuditEntry.objects.about(account).get().verb == "account.own_password"


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        (WRONG, NEW, NEW),
        ("mat khau thu nghiem", "ngắn", "ngắn"),
        ("mat khau thu nghiem", NEW, "khác hẳn"),
    ],
)
def test_a_password_that_will_not_do_lands_at_its_field(world, browse, old, new, again):
    answer = change(browse("planner"), old, new, again)

    assert answer.status_code == 422
    assert not User.objects.get(pk=world.planner.account_id).check_password(new)


def test_the_health_page_answers_everybody_and_tells_nothing(client, db):
    answer = client.get("/health/")

    assert (answer.status_code, answer.json()) == (200, {"database": "ok"})

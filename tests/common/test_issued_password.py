"""A password that an administrator issued opens one page: where its owner chooses an own one."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from reform_portal.common.models import User
from units.actions import accounts

OWN = "mật khẩu của riêng tôi"


@pytest.fixture
def issued(world, administrator, client):
    """A planner who signs in with a password just issued; returns the password and the answer."""
    password = accounts.issue_password(world.planner, by=administrator)
    entered = {"username": world.planner.account.username, "password": password}
    return password, lambda: client.post("/login/", entered)


def choose(client, old, new=OWN):
    return client.post(
        "/password/", {"old_password": old, "new_password1": new, "new_password2": new}
    )


@pytest.mark.parametrize("page", ["/", "/units/", "/plans/", "/reports/"])
def test_every_page_leads_to_the_own_password(issued, client, page):
    issued[1]()

    assert client.get(page).url == "/password/"
    assert client.post(page).url == "/password/"


def test_the_page_says_why(issued, client):
    issued[1]()

    page = client.get("/", follow=True)
    assert page.status_code == 200
    assert "Mật khẩu này do quản trị viên cấp" in page.content.decode()


def test_signing_out_stays_possible(issued, client):
    issued[1]()

    assert client.post("/logout/").url == "/login/"


def test_an_own_password_opens_the_portal(issued, client, world):
    password, enter = issued
    enter()
    choose(client, password)

    assert client.get("/").status_code == 200
    assert User.objects.get(pk=world.planner.account_id).password_issued_at is None


def test_the_issued_password_is_no_own_password(issued, client):
    password, enter = issued
    enter()

    assert choose(client, password, password).status_code == 422
    assert client.get("/").url == "/password/"


def test_an_issued_password_nobody_used_stops_working(issued, client, world):
    long_ago = timezone.now() - timedelta(days=settings.ISSUED_PASSWORD_DAYS, minutes=1)
    User.objects.filter(pk=world.planner.account_id).update(password_issued_at=long_ago)

    assert issued[1]().status_code == 422


def test_a_new_account_begins_with_an_issued_password(make, world, administrator):
    newcomer = make.person("Đặng Thị Hồng", world.justice)
    account, _password = accounts.open_account(
        newcomer, by=administrator, seen_version=1, username="hong.dt", roles=["inspector"]
    )

    assert account.password_issued_at

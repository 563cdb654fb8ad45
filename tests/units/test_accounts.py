"""Accounts are opened, given roles, issued a password, turned off."""

from datetime import timedelta

import pytest
from django.db.models import QuerySet

from reform_portal.common.editing import Stale
from reform_portal.common.models import AuditEntry, User
from reform_portal.common.roles import Role
from reform_portal.common.workflow import Refused
from units import permissions
from units.actions import accounts as actions
from units.models import Post


@pytest.fixture
def newcomer(make, world):
    return make.person("Đặng Thị Hồng", world.justice)


@pytest.fixture
def open_account(newcomer, administrator):
    def give(username="hong.dt", roles=(Role.INSPECTOR,), seen_version=1):
        return actions.open_account(
            newcomer, by=administrator, seen_version=seen_version, username=username, roles=roles
        )

    return give


def change(person, by, *, roles=(), is_active=True):
    person.refresh_from_db()
    return actions.change_account(
        person, by=by, seen_version=person.version, roles=roles, is_active=is_active
    )


def test_an_account_has_its_roles_and_a_password_that_works(make, newcomer, open_account, client):
    account, password = open_account()
    newcomer.refresh_from_db()

    answer = client.post("/login/", {"username": "hong.dt", "password": password})
    assert (answer.status_code, answer.url) == (302, "/")
    assert str(account) == "Đặng Thị Hồng"
    assert make.actor(newcomer).roles == {Role.INSPECTOR}


def test_it_is_audited_without_the_password(newcomer, open_account, administrator):
    _account, password = open_account()

    entry = AuditEntry.objects.about(newcomer).get()
    assert (entry.verb, entry.actor) == ("account.open", administrator.user)
    assert entry.change == {"username": "hong.dt", "roles": ["inspector"]}
    assert password not in str(entry.change)


def test_a_taken_user_name_is_refused_whatever_its_case(world, open_account):
    taken = world.planner.account.username

    with pytest.raises(Refused, match=taken.upper()):
        open_account(username=taken.upper())


def test_a_second_click_opens_nothing(newcomer, open_account):
    open_account()

    with pytest.raises(Stale):
        open_account(username="hong.dt2")
    with pytest.raises(Refused, match="hong.dt"):
        open_account(username="hong.dt2", seen_version=2)

    assert not User.objects.filter(username="hong.dt2").exists()


def test_other_roles_count_at_once_and_are_audited(make, world, administrator):
    change(world.planner, administrator, roles=[Role.AUDITOR])

    entry = AuditEntry.objects.about(world.planner).first()
    assert make.actor(world.planner).roles == {Role.AUDITOR}
    assert entry.change["roles"] == [["planner"], ["auditor"]]


def test_who_is_turned_off_is_out_with_the_next_click(world, browse, administrator):
    client = browse("planner")
    change(world.planner, administrator, roles=[Role.PLANNER], is_active=False)

    assert client.get("/").status_code == 302


def test_a_new_password_ends_the_sessions_of_the_old_one(world, browse, administrator):
    client = browse("planner")
    password = actions.issue_password(world.planner, by=administrator)

    assert client.get("/").status_code == 302
    assert User.objects.get(pk=world.planner.account_id).check_password(password)


def test_a_stale_form_changes_no_role(world, administrator):
    change(world.planner, administrator, roles=[Role.AUDITOR])

    with pytest.raises(Stale):
        actions.change_account(
            world.planner, by=administrator, seen_version=1, roles=[], is_active=True
        )

    assert actions.role_names(world.planner.account) == ["auditor"]


def test_nobody_changes_the_own_account(world, administrator):
    assert not permissions.administers_account(administrator, world.administrator)
    assert permissions.administers_account(administrator, world.planner)


def test_the_account_of_a_superuser_is_closed_to_administrators(world, administrator):
    world.planner.account.is_superuser = True

    assert not permissions.administers_account(administrator, world.planner)


def test_somebody_with_a_post_elsewhere_is_closed_to_administrators(make, world, administrator):
    Post.objects.create(
        person=world.planner, unit=world.elsewhere.unit, title="Ủy viên", held_from=make.BEGIN
    )

    assert not permissions.administers_person(administrator, world.planner)
    assert not permissions.administers_person(administrator, world.stranger)


def test_somebody_whose_post_elsewhere_begins_tomorrow_is_closed_too(make, world, administrator):
    tomorrow = make.DAY + timedelta(days=1)
    Post.objects.create(
        person=world.planner, unit=world.elsewhere.unit, title="Ủy viên", held_from=tomorrow
    )

    assert not permissions.administers_person(administrator, world.planner)


@pytest.mark.embedded
def test_a_user_name_taken_at_the_same_moment_is_refused_at_its_field(
    browse, newcomer, world, monkeypatch
):
    monkeypatch.setattr(QuerySet, "exists", lambda rows: False)
    words = {"version": 1, "username": world.planner.account.username, "roles": ["inspector"]}

    answer = browse("administrator").post(f"/people/{newcomer.pk}/account/", words)

    assert answer.status_code == 422
    assert world.planner.account.username in answer.context["form"].errors["username"][0]

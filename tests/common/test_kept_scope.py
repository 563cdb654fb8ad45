"""What is compiled for one person answers another by that person's own scope, at once."""

import gc
import threading
import weakref

import pytest
from django.db import connections
from django.urls import reverse

from reform_portal.common.kept import kept
from reform_portal.common.models import AuditEntry
from tests.conftest import signed_in
from units.models import Post

pytestmark = pytest.mark.embedded
LISTS = ("findings:finding_list", "inspections:inspection_list")


@pytest.fixture
def elsewhere(make, world, today):
    """An officer of another province with a record, alike in everything a question is made of."""
    village = make.unit("Mỹ An", "xã", "commune", parent=world.elsewhere)
    world.stranger.account.groups.set(world.planner.account.groups.all())
    team = make.delegation(world, make.plan(world, number=7, units=[]))
    one = make.inspection(world, version=village, team=team, province=world.elsewhere.unit)
    make.finding(one, text="Việc của tỉnh khác.")
    make.finding(make.inspection(world, status="concluded"), text="Việc của tỉnh này.")
    return signed_in(world.stranger), one


def texts(client):
    return client.get(reverse(LISTS[0])).content.decode()


def test_two_provinces_by_turns_read_their_own(browse, elsewhere):
    here, (there, _one) = browse("planner"), elsewhere
    for _turn in range(3):
        mine, theirs = texts(here), texts(there)
        assert "Việc của tỉnh này." in mine
        assert "Việc của tỉnh khác." not in mine
        assert "Việc của tỉnh khác." in theirs
        assert "Việc của tỉnh này." not in theirs


def test_a_record_read_by_one_stays_closed_to_the_other(browse, elsewhere):
    here, (there, one) = browse("planner"), elsewhere
    for page in (one.get_absolute_url(), one.findings.get().get_absolute_url()):
        assert [there.get(page).status_code, here.get(page).status_code] == [200, 404]
        assert [there.get(page).status_code, here.get(page).status_code] == [200, 404]


def test_a_post_that_ends_between_two_requests_ends_what_is_read(world, browse, elsewhere, today):
    here = browse("planner")
    assert "Việc của tỉnh này." in texts(here)
    Post.objects.filter(person=world.planner).update(held_to=today)
    assert "Việc của tỉnh này." not in texts(here)
    Post.objects.filter(person=world.planner).update(held_to=None, unit=world.elsewhere.unit)
    assert "Việc của tỉnh khác." in texts(here)


def test_what_a_thread_compiled_does_not_keep_its_connection(db):
    @kept
    def acts(key):
        return AuditEntry.objects.filter(pk=key)

    seen = []

    def ask():
        acts(1)
        seen.append(weakref.ref(connections["default"]))
        connections["default"].close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    gc.collect()
    assert seen[0]() is None
    assert acts(1) == []

"""The page behind the box in the head: what is found, by whom, and what a search costs."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from findings.models import Finding
from reform_portal.common.searching import search
from reform_portal.common.text import matching
from tests import factories
from units.models import Person, Succession, UnitVersion

pytestmark = pytest.mark.django_db

MOST_QUERIES = 16  # three of the frame, and for each kind what is found and what is shown of it
CANARY = "Hoàng yến báo động"


def hits(page):
    return {group.name: [hit.title for hit in group.hits] for group in page.context["groups"]}


def found_by(actor, query):
    return {group.name: [hit.title for hit in group.hits] for group in search(actor, query)}


@pytest.fixture
def work(world):
    """A concluded inspection with the canary in everything that has words."""
    plan = factories.plan(world, number=81, title=CANARY)
    team = factories.delegation(world, plan)
    row = factories.inspection(world, status="concluded", team=team, code="KT-2024-777")
    finding = factories.finding(row, text=CANARY)
    recommendation = factories.recommendation(row, text=CANARY)
    factories.person(CANARY, world.district)
    return plan, row, finding, recommendation


@pytest.mark.embedded
def test_every_kind_is_found_by_its_words(browse, work):
    page = browse("planner").get("/search/", {"q": "hoang yen BÁO"})

    assert list(hits(page)) == ["people", "plans", "findings", "recommendations"]
    assert page.context["groups"][0].more_url == "/people/?q=hoang+yen+B%C3%81O"


@pytest.mark.parametrize("typed", ["KT-2024-777", "kt2024777", "kt 2024 777", "81 kh bcdcchc"])
def test_inspections_are_found_by_code_and_by_plan(browse, work, typed):
    page = browse("planner").get("/search/", {"q": typed})

    assert ("KT-2024-777 UBND huyện Cao Lộc" in hits(page).get("inspections", [])) != (
        typed == "80"
    )


@pytest.mark.embedded
@pytest.mark.parametrize("typed", ["81/KH-BCĐCCHC", "81 kh bcdcchc", "81khbcdcchc"])
def test_plans_are_found_by_number_and_symbol(planner, work, typed):
    assert found_by(planner, typed)["plans"] == ["81/KH-BCĐCCHC"]


@pytest.mark.embedded
@pytest.mark.parametrize("who", ["stranger", "administrator", "outsider"])
@pytest.mark.parametrize("words", ["hoang yen", "kt2024777", "81 kh"])
def test_who_may_not_see_the_work_finds_nothing_of_it(browse, work, who, words):
    page = browse(who).get("/search/", {"q": words})
    text = page.content.decode().split("</form>")[-1]

    assert set(hits(page)) <= ({"people"} if who != "stranger" else set())
    assert "KT-2024-777" not in text


def test_somebody_without_a_post_today_finds_nothing(world, work):
    late = factories.actor(world.planner, factories.BEGIN - timedelta(days=1))

    assert found_by(late, "cao loc") == {}


def test_names_that_begin_with_the_words_come_first(world, planner):
    for name, kind in (("Vĩnh Cao Lộc", "xã"), ("Cao Lộc Thượng", "xã"), ("Macao Locus", "xã")):
        factories.unit(name, kind, "commune", parent=world.district)

    assert found_by(planner, "cao loc")["units"] == [
        "huyện Cao Lộc", "xã Cao Lộc Thượng", "xã Vĩnh Cao Lộc", "xã Macao Locus",
    ]  # fmt: skip


def test_a_unit_that_ended_comes_after_and_says_what_it_became(world, planner):
    old, day = world.commune, planner.day
    UnitVersion.objects.filter(pk=old.pk).update(valid_to=day)
    type(old.unit).objects.filter(pk=old.unit_id).update(closed_on=day)
    new = factories.unit("Thanh Lòa Mới", "xã", "commune", parent=world.province, opened=day)
    Succession.objects.create(
        predecessor=old.unit, successor=new.unit, kind="merge", day=day, takes_over=True
    )
    group = search(planner, "thanh lo")[0]

    assert [hit.title for hit in group.hits] == ["xã Thanh Lòa Mới", "xã Thanh Lòa"]
    assert group.hits[1].ended == "đến 16/06/2024, nay là xã Thanh Lòa Mới"


@pytest.mark.embedded
def test_a_unit_is_found_by_an_earlier_name_and_shown_once(world, planner):
    old, day = world.commune, planner.day
    UnitVersion.objects.filter(pk=old.pk).update(valid_to=day)
    UnitVersion.objects.create(
        unit=old.unit, valid_from=day, name="Lòa Mới", type="xã", level="commune",
        parent=world.district.unit, province=world.province.unit, path=old.path,
    )  # fmt: skip
    hit = search(planner, "xa loa")[0].hits

    assert [(one.title, one.url) for one in hit] == [("xã Lòa Mới", f"/units/{old.unit_id}/")]
    assert "trước đây là xã Thanh Lòa" in search(planner, "thanh loa")[0].hits[0].line


@pytest.mark.parametrize("query", ["", " ", "a", "%", "\x00", "\u0301"])
def test_too_few_letters_are_asked_for_more(browse, query):
    page = browse("planner").get("/search/", {"q": query})

    assert (page.status_code, hits(page), page.context["asked"]) == (200, {}, False)


@pytest.mark.embedded
@pytest.mark.parametrize("query", ["x" * 10_000, "' OR 1=1 --", '"cao" NEAR', "<script>alert(1)"])
def test_odd_words_are_looked_for_and_shown_as_text(browse, query):
    page = browse("planner").get("/search/", {"q": query})

    assert (page.status_code, hits(page)) == (200, {})
    assert b"<script>alert" not in page.content


def test_a_search_costs_the_same_with_many_records(browse, world, work):
    client, counts = browse("planner"), []
    for _round in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get("/search/", {"q": "hoang yen"})
        counts.append(len(queries))
        for number in range(20):
            factories.person(f"{CANARY} {number}", world.district)
            factories.finding(work[1], text=CANARY)

    assert counts[0] == counts[1] <= MOST_QUERIES


@pytest.mark.embedded
def test_common_words_find_the_newest(monkeypatch, planner, work):
    monkeypatch.setattr("reform_portal.common.newest.FEW", 3)
    rows = [factories.finding(work[1], text=f"{CANARY} {number}") for number in range(9)]

    assert found_by(planner, "hoang yen")["findings"] == [
        f"{CANARY} {number}" for number in range(8, 2, -1)
    ]
    assert Finding.objects.filter(matching(f"yen {rows[4].text[-1]}")).get() == rows[4]


@pytest.mark.embedded
@pytest.mark.parametrize("query", ["hồ sơ", "ho so", "sơ", "SO"])
def test_words_of_two_letters_are_looked_for_in_texts(planner, work, query):
    finding = factories.finding(work[1], text="Hồ sơ quá hạn")

    assert found_by(planner, query)["findings"] == [finding.text]


@pytest.mark.embedded
def test_the_index_follows_every_change(world):
    row = world.planner
    Person.objects.filter(pk=row.pk).update(search_key="mot hai")
    found = Person.objects.filter(matching("mot")).exists()
    Person.objects.bulk_create([Person(full_name="x", search_key="ba bon")])
    added = Person.objects.filter(matching("bon")).exists()
    Person.objects.filter(search_key="ba bon").delete()

    assert (found, added) == (True, True)
    assert not Person.objects.filter(matching("bon")).exists()
    assert not Person.objects.filter(matching("nguyen hai hoang")).exists()


@pytest.mark.embedded
def test_the_index_is_made_good_when_a_table_was_made_anew(world):
    """Changing a table makes SQLite drop its triggers in silence."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for name in ("added", "removed", "changed"):
                cursor.execute(f'DROP TRIGGER "units_person_trigrams_{name}"')
    Person.objects.create(full_name="Nông Thị Quỳnh")
    call_command("migrate", verbosity=0)

    assert Person.objects.filter(matching("quynh")).exists()

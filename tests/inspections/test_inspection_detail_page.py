"""One inspection: what each side reads before and after the draft is announced."""

import pytest

from reform_portal.common import audit

SECRET = "Ghi chép riêng của đoàn"


@pytest.fixture
def inspection(make, world):
    inspection = make.inspection(world, status="drafting")
    make.visit(inspection, notes=SECRET)
    for kind in ("working_session", "announcement"):
        make.minutes(inspection, kind=kind, content=f"{SECRET} {kind}")
    return inspection


def page(browse, who, inspection):
    return browse(who).get(inspection.get_absolute_url())


@pytest.mark.parametrize("who", ["chair", "planner", "head", "member", "auditor"])
def test_notes_and_minutes_are_open_to_those_who_inspect_and_read(browse, inspection, who):
    assert page(browse, who, inspection).text.count(SECRET) == 3


def test_the_unit_sees_the_visit_but_no_note_before_the_announcement(browse, inspection):
    text = page(browse, "official", inspection).text

    assert "Bộ phận Một cửa UBND huyện Cao Lộc" in text
    assert SECRET not in text


@pytest.mark.parametrize("status", ["announced", "explained", "concluded", "closed"])
def test_the_unit_reads_them_from_the_announcement_on(browse, inspection, status):
    type(inspection).objects.update(status=status)

    assert page(browse, "official", inspection).text.count(SECRET) == 3


def test_the_unit_reads_them_no_longer_when_the_draft_is_withdrawn(browse, inspection):
    type(inspection).objects.update(status="announced")
    type(inspection).objects.update(status="drafting")

    assert SECRET not in page(browse, "official", inspection).text


def test_the_history_keeps_back_from_the_unit_what_was_recorded(browse, inspection, member):
    audit.record("inspection.start", inspection, by=member)
    audit.record("visit.edit", inspection, by=member, note=SECRET)
    audit.record("inspection.resume_fieldwork", inspection, by=member, note=SECRET)

    official = page(browse, "official", inspection).text
    assert SECRET not in official
    assert "Bắt đầu kiểm tra" in official
    assert page(browse, "member", inspection).text.count(SECRET) == 5


@pytest.mark.parametrize("who", ["outsider", "stranger", "administrator"])
def test_others_do_not_find_it(browse, inspection, who):
    assert page(browse, who, inspection).status_code == 404


def test_only_open_work_is_offered(browse, inspection):
    member = page(browse, "member", inspection).text
    chair = page(browse, "chair", inspection).text

    assert f"/inspections/{inspection.code}/visits/" in member
    assert f"/inspections/{inspection.code}/visits/" not in chair
    type(inspection).objects.update(status="announced")
    assert f"/inspections/{inspection.code}/visits/" not in page(browse, "member", inspection).text


def test_it_says_whose_turn_it_is(browse, inspection):
    assert "Trưởng đoàn công bố dự thảo" in page(browse, "head", inspection).text


@pytest.mark.embedded
@pytest.mark.parametrize("who", ["planner", "head", "official"])
def test_much_of_everything_costs_no_more_queries(
    browse, make, world, inspection, count_queries, who
):
    client = browse(who)
    few = count_queries(client, inspection.get_absolute_url())
    for number in range(30):
        make.visit(inspection, version=world.commune)
        make.member(inspection.delegation, make.person(f"Người {number}", world.justice))
        make.question(inspection, by=world.member)

    assert count_queries(client, inspection.get_absolute_url()) == few <= 10

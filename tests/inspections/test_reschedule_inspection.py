"""Another delegation or form of an inspection, and other days, while nothing has begun."""

from datetime import date

import pytest

from inspections import workflow


@pytest.fixture
def inspection(make, world):
    return make.inspection(world)


@pytest.fixture
def edit(browse, inspection):
    def sent(who="planner", **changes):
        words = {
            "delegation": inspection.delegation_id,
            "starts_on": "2024-06-24",
            "ends_on": "2024-06-25",
            "form": "by_report",
            "version": inspection.version,
        }
        return browse(who).post(f"/inspections/{inspection.code}/edit/", words | changes)

    return sent


@pytest.fixture
def move(browse, inspection):
    def sent(starts_on, ends_on):
        words = {"starts_on": starts_on, "ends_on": ends_on, "reason": "Đoàn bận", "version": 1}
        return browse("planner").post(f"/inspections/{inspection.code}/move/", words)

    return sent


def test_the_form_changes_and_it_is_audited_but_the_days_stay(edit, inspection, verbs):
    assert edit().status_code == 302

    inspection.refresh_from_db()
    assert inspection.form == "by_report"
    assert (inspection.starts_on, inspection.ends_on) == (date(2024, 6, 17), date(2024, 6, 17))
    assert verbs(inspection) == ["inspection.edit"]


def test_the_form_leads_to_where_the_days_are_moved(browse, inspection):
    answer = browse("planner").get(f"/inspections/{inspection.code}/edit/")

    assert f"/inspections/{inspection.code}/move/" in answer.text


def test_both_days_move_with_a_reason(move, inspection, verbs):
    assert move("2024-06-24", "2024-06-25").status_code == 302

    inspection.refresh_from_db()
    assert (inspection.starts_on, inspection.ends_on) == (date(2024, 6, 24), date(2024, 6, 25))
    assert verbs(inspection)[-1] == "inspection.move"


@pytest.mark.parametrize("ends_on", ["2024-06-17", "2024-06-23", "2025-01-02"])
def test_a_last_day_that_cannot_be_is_refused_and_nothing_moves(move, inspection, make, ends_on):
    make.visit(inspection)

    assert move("2024-06-24", ends_on).status_code == 422
    inspection.refresh_from_db()
    assert inspection.starts_on == inspection.visits.get().day == date(2024, 6, 17)


def test_once_begun_the_delegation_stays(edit, inspection, make, world, member, head):
    workflow.inspection.take("start", inspection, by=member)
    back = workflow.inspection.take("unstart", inspection, by=head, note="Nhầm ngày")
    other = make.delegation(world, inspection.plan)

    answer = edit(delegation=other.pk, version=back.version)

    assert answer.status_code == 422
    assert inspection.code in answer.context["form"].non_field_errors()[0]


def test_an_inspection_under_way_stays_where_it_is(make, edit, inspection):
    type(inspection).objects.update(status="on_site")

    assert edit().status_code == 422
    inspection.refresh_from_db()
    assert inspection.starts_on == date(2024, 6, 17)


def test_who_saved_second_sees_both_texts(edit, inspection):
    edit()

    answer = edit(form="on_site")

    inspection.refresh_from_db()
    assert (answer.status_code, inspection.form) == (409, "by_report")
    assert answer.context["stale"]["rows"]


@pytest.mark.parametrize(("who", "status"), [("head", 403), ("official", 403), ("outsider", 404)])
def test_others_move_nothing(edit, who, status):
    assert edit(who).status_code == status

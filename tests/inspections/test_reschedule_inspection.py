"""Moving an inspection to other days or another delegation, while nothing has begun."""

from datetime import date

import pytest

from inspections import workflow


@pytest.fixture
def inspection(make, world):
    return make.inspection(world)


@pytest.fixture
def move(browse, inspection):
    def sent(who="planner", **changes):
        words = {
            "delegation": inspection.delegation_id,
            "starts_on": "2024-06-24",
            "ends_on": "2024-06-25",
            "form": "on_site",
            "version": inspection.version,
        }
        return browse(who).post(f"/inspections/{inspection.code}/edit/", words | changes)

    return sent


def test_the_days_move_and_it_is_audited(move, inspection, verbs):
    assert move().status_code == 302

    inspection.refresh_from_db()
    assert (inspection.starts_on, inspection.ends_on) == (date(2024, 6, 24), date(2024, 6, 25))
    assert verbs(inspection) == ["inspection.edit"]


def test_days_that_leave_a_visit_outside_are_refused(move, inspection, make):
    make.visit(inspection)

    answer = move()

    assert answer.status_code == 422
    assert "17/06/2024" in answer.context["form"].non_field_errors()[0]


def test_once_begun_the_delegation_stays(move, inspection, make, world, member, head):
    workflow.inspection.take("start", inspection, by=member)
    back = workflow.inspection.take("unstart", inspection, by=head, note="Nhầm ngày")
    other = make.delegation(world, inspection.plan)

    answer = move(delegation=other.pk, version=back.version)

    assert answer.status_code == 422
    assert inspection.code in answer.context["form"].non_field_errors()[0]


def test_an_inspection_under_way_stays_where_it_is(make, move, inspection):
    type(inspection).objects.update(status="on_site")

    assert move().status_code == 422
    inspection.refresh_from_db()
    assert inspection.starts_on == date(2024, 6, 17)


def test_who_saved_second_sees_both_texts(move, inspection):
    move()

    answer = move(starts_on="2024-06-25")

    inspection.refresh_from_db()
    assert answer.status_code == 409
    assert inspection.starts_on == date(2024, 6, 24)
    assert answer.context["stale"]["rows"]


@pytest.mark.parametrize(("who", "status"), [("head", 403), ("official", 403), ("outsider", 404)])
def test_others_move_nothing(move, who, status):
    assert move(who).status_code == status

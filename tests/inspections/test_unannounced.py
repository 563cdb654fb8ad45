"""Unannounced inspections: planned in secret, begun on arrival, and nothing said too early."""

from datetime import date

import pytest
from django.core.management import call_command

from inspections import cautions
from inspections.actions.inspections import edit_inspection, schedule_inspection
from inspections.actions.visits import record_visit
from inspections.models import Inspection, PlanUnit
from inspections.workflow import inspection as steps
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from units.models import Unit

DAY = date(2024, 6, 17)


@pytest.fixture
def plan(make, world):
    plan = make.plan(world, units=[])
    PlanUnit.objects.create(
        plan=plan, unit=world.district.unit, unit_version=world.district, form="unannounced"
    )
    return plan


@pytest.fixture
def team(make, world, plan):
    return make.delegation(world, plan)


@pytest.fixture
def secret(plan, team, planner):
    return schedule_inspection(
        plan,
        by=planner,
        plan_unit=plan.plan_units.get(),
        delegation=team,
        starts_on=DAY,
        ends_on=DAY,
    )


@pytest.fixture
def rival(make, world):
    """Another delegation with the same head, which inspects a commune of the district."""
    return make.inspection(world, version=world.commune)


def whole_day_at(version):
    return {
        "unit": version.unit,
        "day": DAY,
        "session": "whole_day",
        "kind": "office",
        "place": "Trụ sở UBND",
    }


def test_its_code_is_drawn_by_lot_and_its_form_is_that_of_the_plan(secret):
    assert secret.form == "unannounced"
    assert secret.code.startswith("DX-2024-")
    assert secret.is_embargoed


def test_a_form_left_as_it_was_does_not_announce_it(plan, team, planner):
    with pytest.raises(Refused, match="Kế hoạch kiểm tra đột xuất UBND huyện Cao Lộc"):
        schedule_inspection(
            plan,
            by=planner,
            plan_unit=plan.plan_units.get(),
            delegation=team,
            starts_on=DAY,
            ends_on=DAY,
            form="on_site",
        )


def test_what_was_announced_cannot_become_unannounced(make, world, planner):
    known = make.inspection(world)

    with pytest.raises(Refused, match="đã biết"):
        edit_inspection(
            known,
            known.version,
            by=planner,
            delegation=known.delegation,
            starts_on=DAY,
            ends_on=DAY,
            form="unannounced",
        )


def test_beginning_is_the_arrival_and_going_back_does_not_undo_it(secret, head):
    begun = steps.take("start", secret, by=head)
    back = steps.take("unstart", begun, by=head, note="Nhầm.")

    back.refresh_from_db()
    assert (back.status, back.arrived_on, back.is_embargoed) == ("planned", DAY, False)


def test_it_cannot_begin_on_the_day_before(secret, make, world):
    early = make.actor(world.head, day=date(2024, 6, 14))

    with pytest.raises(Refused, match="17/06/2024"):
        steps.take("start", secret, by=early)
    assert Inspection.objects.get().is_embargoed


def test_a_unit_that_ended_meanwhile_is_not_inspected(secret, world, head):
    Unit.objects.filter(pk=world.district.unit_id).update(closed_on=date(2024, 6, 10))

    with pytest.raises(Refused, match="10/06/2024"):
        steps.take("start", secret, by=head)


def test_the_delegation_and_home_affairs_see_it(secret, browse):
    seen = {name: browse(name).get(secret.get_absolute_url()).status_code
            for name in ("planner", "chair", "auditor", "head", "member", "official")}  # fmt: skip

    assert seen == dict.fromkeys(seen, 200) | {"official": 404}


def test_a_member_of_another_delegation_of_the_plan_does_not(secret, make, world, plan):
    other = make.person("Vi Thị Lan", world.justice, role="inspector")
    make.delegation(world, plan, head=other, members=[])

    known = plan.plan_units.visible_to(make.actor(other))

    assert not known.exists()


def test_somebody_who_may_not_know_hears_that_a_person_is_busy_and_no_more(
    secret, rival, world, head, make
):
    record_visit(secret, by=head, **whole_day_at(world.district))
    clerk = make.person("Nông Văn Ba", world.district, role="inspector")
    make.member(rival.delegation, clerk)

    with pytest.raises(Refused) as told:
        record_visit(rival, by=make.actor(clerk), **whole_day_at(world.commune))

    assert "Sái Văn Đông không rảnh ngày 17/06/2024" in str(told.value)
    assert not any(word in str(told.value) for word in ("DX-", "huyện Cao Lộc", "Trụ sở"))


def test_somebody_who_plans_it_hears_where_the_person_is(secret, rival, world, head, planner):
    record_visit(secret, by=head, **whole_day_at(world.district))

    with pytest.raises(Refused, match=secret.code):
        record_visit(rival, by=planner, **whole_day_at(world.commune))


def test_no_warning_tells_of_it(secret, make, world, head, official, planner):
    record_visit(secret, by=head, **whole_day_at(world.district))
    other = make.inspection(world)

    def said_to(by):
        return " ".join(cautions.against(other, world.district, DAY, "morning", by=by))

    assert secret.code in said_to(planner)
    assert secret.code not in said_to(official)


def test_taking_its_unit_out_of_a_draft_names_nobody_in_the_history(make, world, browse):
    draft = make.plan(world, units=[], status="draft")
    row = PlanUnit.objects.create(
        plan=draft, unit=world.district.unit, unit_version=world.district, form="unannounced"
    )

    browse("planner").post(f"/plans/units/{row.pk}/remove/")

    entry = AuditEntry.objects.about(draft)[0]
    assert (entry.note, entry.change) == ("", {"units": ["UBND huyện Cao Lộc"]})


def test_the_calendar_of_a_plan_leaves_it_out_and_says_so(secret, tmp_path, capsys):
    file = tmp_path / "lich.ics"
    call_command("export_calendar", plan="80/KH-BCĐCCHC", output=str(file))

    assert secret.code not in file.read_text()
    assert "đột xuất: 1" in capsys.readouterr().out

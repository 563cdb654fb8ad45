"""Copying a plan forward: a new draft with its units as they are on the day of the new plan."""

from datetime import date

import pytest
from django.utils import timezone

from inspections.models import Plan
from reform_portal.common.models import AuditEntry
from tests.reformed import LATER, end, reform


@pytest.fixture
def old(make, world):
    units = [world.district, world.commune, world.justice]
    return make.plan(world, units=units, purpose="Đánh giá kết quả.")


def page_of(plan):
    return f"/plans/{plan.pk}/copy/"


def shown(client, plan, **changes):
    """The form as a browser sends it back."""
    initial = client.get(page_of(plan)).context["form"].initial
    words = initial | {name: initial[name].isoformat() for name in ("period_from", "period_to")}
    return words | changes


def copied(client, plan, **changes):
    client.post(page_of(plan), shown(client, plan, **changes))
    return Plan.objects.exclude(pk=plan.pk).get()


def names(plan):
    return {str(item) for item in plan.plan_units.select_related("unit_version")}


@pytest.mark.embedded
def test_a_copy_is_a_draft_of_the_next_year_and_audited(browse, old, verbs):
    draft = copied(browse("planner"), old)

    assert (draft.status, draft.year, draft.number) == ("draft", 2025, None)
    assert draft.title == "Kiểm tra công tác cải cách hành chính năm 2025"
    assert (draft.purpose, draft.committee_id) == (old.purpose, old.committee_id)
    assert names(draft) == names(old)
    assert verbs(draft) == ["plan.create", "plan.copy"]


def test_types_areas_and_the_period_go_along(browse, old):
    draft = copied(browse("planner"), old)

    assert set(draft.types.all()) == set(old.types.all())
    assert set(draft.areas.all()) == set(old.areas.all())
    assert draft.period_from == date(2024, 6, 15)


def test_units_may_be_left_out(browse, old, world):
    draft = copied(browse("planner"), old, units=[world.justice.pk])

    assert names(draft) == {"Sở Tư pháp"}


def test_one_successor_takes_the_place_of_a_unit_that_ended(browse, old, world):
    end(world.commune, world.second_commune, day=date(2024, 6, 1))

    assert "UBND xã Hòa Cư" in names(copied(browse("planner"), old))


def test_of_several_successors_none_is_ticked(browse, old, world, monkeypatch):
    new = reform(world)
    monkeypatch.setattr(timezone, "now", lambda: LATER)

    form = browse("planner").get(page_of(old)).context["form"]

    offered = dict(form.fields["units"].choices)
    assert {str(new.first.pk), str(new.second.pk)} <= set(offered)
    assert not {str(new.first.pk), str(new.second.pk)} & set(form.initial["units"])


@pytest.mark.embedded
def test_what_cannot_be_copied_is_listed_and_kept_in_the_history(browse, old, world):
    end(world.justice, day=date(2024, 6, 1))
    client = browse("planner")

    page = client.get(page_of(old)).text
    draft = copied(client, old)

    assert "Sở Tư pháp đã kết thúc hoạt động" in page
    assert "Sở Tư pháp" in AuditEntry.objects.about(draft).get(verb="plan.copy").change["left"][0]


def test_a_second_click_makes_one_draft(browse, old):
    client = browse("planner")
    words = shown(client, old)

    answers = [client.post(page_of(old), words) for _click in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Plan.objects.count() == 2


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("title", ""), ("units", [99]), ("issued_by", "unit-0"), ("period_to", "2020-01-01")],
)
def test_bad_input_lands_at_its_field(browse, old, field, wrong):
    client = browse("planner")

    answer = client.post(page_of(old), shown(client, old, **{field: wrong}))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert Plan.objects.count() == 1


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("stranger", 404), ("official", 403)])
def test_others_copy_nothing(browse, old, who, status):
    assert browse(who).get(page_of(old)).status_code == status


def test_many_units_cost_no_more_queries(browse, make, old, world, count_queries):
    client = browse("planner")
    few = count_queries(client, page_of(old))
    for number in range(30):
        version = make.unit(f"Xã {number}", "xã", "commune", parent=world.district)
        old.plan_units.create(unit=version.unit, unit_version=version)

    assert count_queries(client, page_of(old)) == few <= 16

"""How and when the units of a plan are inspected: changed together, several taken out at once."""

import pytest


@pytest.fixture
def draft(make, world):
    units = [world.district, world.commune, world.second_commune]
    return make.plan(world, status="draft", units=units)


def page_of(plan):
    return f"/plans/{plan.pk}/units/edit/"


def item_of(plan, version):
    return plan.plan_units.get(unit=version.unit)


def shown(plan):
    """The form as a browser sends it back untouched."""
    values = {}
    for item in plan.plan_units.all():
        given = {"form": item.form, "month": item.month or "", "day": item.day or ""}
        for name, value in given.items():
            values |= {f"unit-{item.pk}-{name}": value, f"initial-unit-{item.pk}-{name}": value}
    return values


def send(browse, plan, words, who="planner"):
    return browse(who).post(page_of(plan), words)


@pytest.mark.embedded
def test_forms_and_times_are_changed_together_and_audited(browse, draft, world, verbs):
    first, second = item_of(draft, world.commune), item_of(draft, world.second_commune)
    words = shown(draft) | {f"unit-{first.pk}-month": 5, f"unit-{second.pk}-day": "17/06/2024"}

    assert send(browse, draft, words).status_code == 302

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.month, first.day, second.month) == (5, None, 6)
    assert verbs(draft) == ["plan.change_units"]


@pytest.mark.embedded
def test_several_are_taken_out_at_once(browse, draft, world, verbs):
    out = [item_of(draft, version).pk for version in (world.commune, world.second_commune)]

    send(browse, draft, shown(draft) | {f"unit-{pk}-out": "on" for pk in out})

    assert draft.plan_units.get().unit_id == world.district.unit_id
    assert verbs(draft) == ["plan.remove_units"]


def test_a_second_click_changes_nothing(browse, draft, world, verbs):
    words = shown(draft) | {f"unit-{item_of(draft, world.commune).pk}-month": 5}

    answers = [send(browse, draft, words), send(browse, draft, words)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert item_of(draft, world.commune).month == 5


def test_untouched_it_changes_nothing(browse, draft, verbs):
    assert send(browse, draft, shown(draft)).status_code == 302
    assert verbs(draft) == []


@pytest.mark.embedded
def test_what_somebody_else_changed_is_not_overwritten(browse, draft, world):
    item = item_of(draft, world.commune)
    words = shown(draft) | {f"unit-{item.pk}-month": 5}
    draft.plan_units.filter(pk=item.pk).update(month=9)

    answer = send(browse, draft, words)

    assert answer.status_code == 422
    assert "UBND xã Thanh Lòa" in answer.context["form"].refused[0]
    assert item_of(draft, world.commune).month == 9


@pytest.mark.embedded
def test_a_unit_that_is_gone_is_told(browse, draft, world):
    item = item_of(draft, world.commune)
    words = shown(draft) | {f"unit-{item.pk}-month": 5}
    client = browse("planner")
    draft.plan_units.filter(pk=item.pk).delete()

    assert client.post(page_of(draft), words).status_code == 302
    assert draft.plan_units.count() == 2


@pytest.mark.parametrize(("field", "value"), [("day", "17/06/2023"), ("month", 13), ("form", "x")])
def test_bad_input_lands_at_its_unit(browse, draft, world, field, value):
    item = item_of(draft, world.commune)

    answer = send(browse, draft, shown(draft) | {f"unit-{item.pk}-{field}": value})

    assert answer.status_code == 422
    assert [row.item for row in answer.context["form"].rows if row.errors] == [item]
    assert item_of(draft, world.commune).day is None


@pytest.mark.parametrize("status", ["submitted", "approved"])
def test_it_is_refused_once_the_plan_left_the_desk(browse, make, world, status):
    plan = make.plan(world, status=status)
    item = plan.plan_units.get()

    answer = send(browse, plan, shown(plan) | {f"unit-{item.pk}-out": "on"})

    assert (answer.status_code, plan.plan_units.count()) == (422, 1)


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("stranger", 404), ("official", 404)])
def test_others_change_no_units(browse, draft, who, status):
    assert send(browse, draft, shown(draft), who).status_code == status


def test_many_units_cost_no_more_queries(browse, make, draft, world, count_queries):
    client = browse("planner")
    few = count_queries(client, page_of(draft))
    for number in range(30):
        version = make.unit(f"Xã {number}", "xã", "commune", parent=world.district)
        draft.plan_units.create(unit=version.unit, unit_version=version)

    assert count_queries(client, page_of(draft)) == few <= 8

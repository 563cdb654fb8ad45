"""Numbers no row can have: no page, and no choice."""

import pytest

pytestmark = pytest.mark.embedded
HUGE = 10**23


@pytest.mark.parametrize("rest", ["", "close/", "revise/"])
@pytest.mark.parametrize("key", [HUGE, 2**63, 0])
def test_a_key_no_row_can_have_is_no_page(browse, key, rest):
    assert browse("administrator").get(f"/units/{key}/{rest}").status_code == 404


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("/plans/new/", "types"),
        ("/plans/new/", "issued_by"),
        ("/plans/{plan}/units/", "units"),
        ("/plans/{plan}/units/", "whole"),
        ("/delegations/{team}/members/", "areas"),
        ("/delegations/{team}/members/", "person"),
    ],
)
def test_a_choice_no_row_can_be_is_refused_at_its_field(browse, make, world, address, field):
    plan = make.plan(world, status="draft")
    team = make.delegation(world, make.plan(world, number=81))
    url = address.format(plan=plan.pk, team=team.pk)

    answer = browse("planner").post(url, {field: [HUGE]})

    assert answer.status_code == 422
    assert field in answer.context["form"].errors

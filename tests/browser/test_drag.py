"""Dragging in the calendar is an extra: it opens the page that asks for the reason."""

import pytest

from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_visit_dragged_to_another_half_day_opens_the_page_that_asks_why(world, sit_down):
    factories.visit(factories.inspection(world))
    planner = sit_down(world.planner).open("/inspections/calendar/week/?day=2024-06-17")
    friday_afternoon = planner.page.locator(".days tbody").nth(4).locator("td").last

    with planner.page.expect_navigation():
        planner.page.locator('.days .stop[draggable="true"]').drag_to(friday_afternoon)

    planner.look()
    assert planner.page.input_value("[name=day]") == "21/06/2024"
    assert planner.page.input_value("[name=session]") == "afternoon"
    assert planner.page.locator("[name=reason]").is_visible()

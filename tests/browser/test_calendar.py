"""The calendar with a full month in a browser: accessible, also by keyboard and without scripts."""

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.calendars import busy_month

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

VIEWS = ["", "week/?day=2024-06-17", "mine/?day=2024-06-17"]


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_a_full_month_is_accessible_at_a_desk_and_on_a_phone(world, sit_down, viewport):
    busy_month(world)
    head = sit_down(world.head, viewport)

    for view in ("?day=2024-06-17", *VIEWS):
        head.open(f"/inspections/calendar/{view}")
    assert "UBND xã Hòa Bình" in head.text()


def test_months_turn_by_keyboard_and_without_scripts(world, sit_down):
    busy_month(world)
    head = sit_down(world.head, script=False)
    head.page.goto(f"{head.address}/inspections/calendar/?day=2024-05-05&unit=hoa+binh")

    head.page.locator('main a[rel="next"]').focus()
    with head.page.expect_navigation():
        head.page.keyboard.press("Enter")

    assert "day=2024-06-01" in head.page.url
    assert "150 cuộc kiểm tra" in head.text()

"""The tree of units by keyboard alone, on a desk and on a phone, with axe-core over each page."""

import pytest

from tests.browser.conftest import DESK, PHONE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_TABS = 60


def focused(person):
    return person.page.evaluate("document.activeElement.id")


def tab_to(person, key):
    """Press Tab until the element with this id has the focus."""
    for _press in range(MOST_TABS):
        if focused(person) == key:
            return
        person.page.keyboard.press("Tab")
    raise AssertionError(f"{key} cannot be reached with Tab")


def press_enter(person, key):
    """Open or close what has the focus; the focus is there again on the page that comes."""
    tab_to(person, key)
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")
    person.page.wait_for_function(f"document.activeElement.id === '{key}'")
    return person.look().page.locator(f"#{key}").get_attribute("aria-expanded")


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_two_levels_open_and_close_with_the_keyboard_alone(world, sit_down, viewport):
    reader = sit_down(world.stranger, viewport).open("/units/?on=2024-06-17")
    province, district = (f"u{one.unit_id}" for one in (world.province, world.district))

    assert press_enter(reader, province) == "true"
    assert press_enter(reader, district) == "true"
    assert "xã Thanh Lòa" in reader.text()
    assert press_enter(reader, district) == "false"
    assert "xã Thanh Lòa" not in reader.text()
    assert "on=2024-06-17" in reader.page.url


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_the_pages_of_the_section_are_whole_on_another_day(world, sit_down, viewport):
    reader = sit_down(world.planner, viewport)

    for page in (
        f"/units/{world.commune.unit_id}/",
        f"/people/{world.head.pk}/",
        f"/committees/{world.committee.pk}/",
        "/units/list/",
    ):
        assert "17/06/2024" in reader.open(f"{page}?on=2024-06-17").text()

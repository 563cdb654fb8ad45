"""The day the section of units is about, and how links keep it."""

import pytest
from django.urls import reverse

from tests.factories import DAY
from units.as_on import AsOn

YEAR_BEFORE = DAY.replace(year=2023)
PAGES = ("unit_tree", "unit_list", "person_list", "committee_list")


@pytest.mark.parametrize("url", ["/units/", "/units/?q=cao"])
def test_a_link_carries_the_day_only_when_it_is_not_today(url):
    assert AsOn(DAY, DAY).address(url) == url
    assert AsOn(YEAR_BEFORE, DAY).address(url).endswith("on=2023-06-17")


@pytest.mark.parametrize("name", PAGES)
def test_every_list_says_that_its_day_is_not_today_and_leads_back(browse, name):
    page = browse("planner").get(reverse(f"units:{name}"), {"on": "17/06/2023", "q": "nội"}).text

    assert "17/06/2023" in page
    assert f'href="{reverse(f"units:{name}")}?q=n%E1%BB%99i&amp;">' in page
    assert f"{reverse('units:committee_list')}?on=2023-06-17" in page


@pytest.mark.parametrize("name", ["unit_detail", "person_detail", "committee_detail"])
def test_every_record_keeps_the_day_in_its_links(world, browse, name):
    key = {"unit_detail": world.district.unit_id, "person_detail": world.head.pk}
    url = reverse(f"units:{name}", args=[key.get(name, world.committee.pk)])

    assert "/people/?on=2023-06-17" in browse("planner").get(url, {"on": "2023-06-17"}).text


@pytest.mark.parametrize("words", ["hôm qua", "31/02/2024", "0000-00-00", "x" * 400])
def test_what_is_no_day_is_said_and_today_is_shown(browse, words):
    answer = browse("planner").get(reverse("units:unit_tree"), {"on": words})

    assert answer.status_code == 200
    assert "không phải là ngày" in answer.text
    assert 'value="17/06/2024"' in answer.text


def test_another_day_leaves_the_filters_as_they_are(browse):
    page = browse("planner").get(reverse("units:unit_list"), {"q": "cao", "after": "x"}).text

    assert '<input type="hidden" name="q" value="cao">' in page
    assert 'name="after"' not in page


def test_a_person_is_not_in_a_unit_that_does_not_stand_yet(world, browse):
    url = reverse("units:person_list")
    asked = {"unit": world.justice.unit_id, "on": "2019-01-01"}

    assert not browse("planner").get(url, asked).context["page"].rows

"""Paging by key: forwards, backwards, and by keys nobody made."""

import pytest

from reform_portal.common import paging
from reform_portal.common.paging import page_by_key
from units.models import Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """Seven people, three of one name."""
    names = ["An", "Bình", "Bình", "Bình", "Chi_Dung", "Em 100%", "Giang"]
    return [Person.objects.create(full_name=name) for name in names]


def page(order=("-id",), **params):
    return page_by_key(Person.objects.all(), params, order=order, size=3)


def walk(order):
    """All rows, page after page, and then all rows back again."""
    pages = [page(order)]
    while pages[-1].next_key:
        pages.append(page(order, after=pages[-1].next_key))
    back = [pages[-1]]
    while back[-1].previous_key:
        back.append(page(order, before=back[-1].previous_key))
    return [row for one in pages for row in one], [one.rows for one in back[::-1]], pages


@pytest.mark.embedded
@pytest.mark.parametrize(
    "order", [("-id",), ("id",), ("full_name", "id"), ("-full_name", "-id"), ("-created_at", "-id")]
)
def test_pages_hold_every_row_once_and_lead_back(people, order):
    forwards, backwards, pages = walk(order)

    assert forwards == list(Person.objects.order_by(*order))
    assert backwards == [one.rows for one in pages]


def test_the_first_page_has_no_way_back_and_the_last_none_on(people):
    _rows, _back, pages = walk(("id",))

    assert [(bool(one.previous_key), bool(one.next_key)) for one in pages] == [
        (False, True),
        (True, True),
        (True, False),
    ]


@pytest.mark.parametrize(
    "key",
    ["x", "_", "1_2", "9" * 40, "-1e9", "%00", "\x00", "None", "2024-13-45", "٣x", "1' OR 1=1", ""],
)
@pytest.mark.parametrize("way", ["after", "before"])
def test_a_key_nobody_made_gives_the_first_page(people, key, way):
    assert page(**{way: key}).rows == page().rows


@pytest.mark.parametrize("key", ["%00_1", "An", "An_x", "_", "An_1_2", "An_" + "9" * 30])
def test_the_same_holds_for_keys_of_two_columns(people, key):
    order = ("full_name", "id")

    assert page(order, after=key).rows == page(order).rows


def test_a_row_that_is_gone_still_leads_to_its_neighbours(people):
    first = page(("id",))
    first.rows[-1].delete()

    assert page(("id",), after=first.next_key).rows == people[3:6]


def test_the_count_stops_at_the_cap(people, monkeypatch):
    monkeypatch.setattr(paging, "COUNT_UP_TO", 5)

    assert (page().total, page().more_than_counted) == (5, True)


def test_below_the_cap_the_count_is_exact(people):
    assert (page().total, page().more_than_counted) == (7, False)


def test_a_page_is_two_queries(people, django_assert_num_queries):
    with django_assert_num_queries(2):
        page(after=str(people[4].pk))


def test_an_empty_list_is_an_empty_page(db):
    empty = page(after="5")

    assert (list(empty), empty.next_key, empty.previous_key, empty.total) == ([], "", "", 0)

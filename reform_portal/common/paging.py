"""Paging by key: page 1 and page 4,000 cost the same (OFFSET does not; see quality §0.4)."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.dateparse import parse_date

COUNT_UP_TO = 1000


@dataclass(frozen=True)
class KeyPage:
    """The rows of one page and the keys of its neighbours ("" when there is none)."""

    rows: list
    next_key: str
    previous_key: str
    total: int
    more_than_counted: bool

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)


def page_by_key(queryset, params, *, order=("-id",), size=25):
    """One page of `queryset` after or before the key in `params`.

    `order` ends in "-id" or "id"; all its columns are not null and run in one direction.
    The count is capped at 1,000, so that it costs the same however many rows there are.
    A key nobody made (typed by hand, cut off) gives the first page.
    """
    counted = queryset.order_by().values("pk")[: COUNT_UP_TO + 1].count()
    back, key = ("before" in params), params.get("before") or params.get("after", "")
    bound = _beyond(order, key, back)
    if bound is None:
        back, bound = False, Q()
    found = queryset.filter(bound).order_by(*(_turned(order) if back else order))[: size + 1]
    rows = list(found)
    more, rows = len(rows) > size, rows[:size]
    if back:
        rows.reverse()
    started = bool(bound)
    has_next, has_previous = (True, more) if back else (more, started)
    return KeyPage(
        rows=rows,
        next_key=_key(order, rows[-1]) if rows and has_next else "",
        previous_key=_key(order, rows[0]) if rows and has_previous else "",
        total=min(counted, COUNT_UP_TO),
        more_than_counted=counted > COUNT_UP_TO,
    )


def _turned(order):
    return [name[1:] if name.startswith("-") else f"-{name}" for name in order]


def _key(order, row):
    return "_".join(str(getattr(row, name.lstrip("-"))) for name in order)


def _beyond(order, key, back):
    """The rows past `key` in this order; None when the key cannot be read."""
    if not key:
        return None
    values = [_value(part) for part in key.split("_")]
    if len(values) != len(order) or None in values:
        return None
    condition = None
    for name, value in reversed(list(zip(order, values, strict=True))):
        column = name.lstrip("-")
        lookup = "lt" if name.startswith("-") != back else "gt"
        ahead = Q(**{f"{column}__{lookup}": value})
        condition = ahead if condition is None else ahead | Q(**{column: value}) & condition
        # Said twice over so that the index is entered at the key, not filtered down to it.
        reach = Q(**{f"{column}__{lookup}e": value})
    return reach & condition


def _value(part):
    if part.isdecimal() and len(part) < 19:
        return int(part)
    try:
        return parse_date(part)
    except ValueError:
        return None

"""Paging by key: page 1 and page 4,000 cost the same (OFFSET does not; see quality §0.4)."""

from dataclasses import dataclass
from urllib.parse import quote, unquote

from django.core.exceptions import ValidationError
from django.db.models import Q

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
    bound = _beyond(queryset.model, order, key, back)
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
    parts = (str(getattr(row, name.lstrip("-"))) for name in order)
    return "_".join(quote(part, safe="").replace("_", "%5F") for part in parts)


def _beyond(model, order, key, back):
    """The rows past `key` in this order; None when the key cannot be read."""
    if not key:
        return None
    parts = key.split("_")
    values = [_value(model, name, part) for name, part in zip(order, parts, strict=False)]
    if len(parts) != len(order) or None in values:
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


def _value(model, name, part):
    """A part of a key as its column holds it; None when it cannot be one."""
    text = unquote(part)
    if "\x00" in text:
        return None
    try:
        value = model._meta.get_field(name.lstrip("-")).to_python(text)
    except ValidationError:
        return None
    return None if isinstance(value, int) and abs(value) >= 10**18 else value

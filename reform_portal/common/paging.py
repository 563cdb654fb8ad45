"""Paging by key: page 1 and page 4,000 cost the same (OFFSET does not; see quality §0.4)."""

from dataclasses import dataclass
from functools import partial, wraps
from urllib.parse import quote, unquote

from django.core.exceptions import ValidationError
from django.db.models import Q

from .kept import kept, kept_count

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
    values, back = _place(queryset.model, order, params)
    rows = list(_from(queryset, order, values, back)[: size + 1])
    return _page(rows, counted, order, size, bool(values), back)


def pages_by_key(model, *, order=("-id",), size=25):
    """Decorator: `page(params, …)` is one page of what the decorated function builds from the
    arguments that follow; its questions are kept (see `kept`).
    """

    def decorate(build):
        @kept_count
        def count(*args):
            return build(*args).order_by()[: COUNT_UP_TO + 1]

        @kept
        def rows(values, back, *args):
            return _from(build(*args), order, values, back)[: size + 1]

        @wraps(build)
        def page(params, *args):
            values, back = _place(model, order, params)
            return _page(rows(values, back, *args), count(*args), order, size, bool(values), back)

        return page

    return decorate


def _place(model, order, params):
    """The values of the key a page begins beyond (none: at the beginning), and whether it is

    the page before it that is asked for.
    """
    values = _read_key(model, order, params.get("before") or params.get("after", ""))
    return values, bool(values) and "before" in params


def _from(queryset, order, values, back):
    """The rows beyond a key in this order; backwards they come turned round."""
    ordered = queryset.order_by(*(_turned(order) if back else order))
    return ordered.filter(_beyond(order, values, back)) if values else ordered


def _page(rows, counted, order, size, started, back):
    """What was found (one row more than is shown, if there are more) as a page."""
    more, rows = len(rows) > size, rows[:size]
    if back:
        rows.reverse()
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
    names = [name.lstrip("-") for name in order]
    of = row.__getitem__ if isinstance(row, dict) else partial(getattr, row)
    parts = (str(of(name)) for name in names)
    return "_".join(quote(part, safe="").replace("_", "%5F") for part in parts)


def _read_key(model, order, key):
    """The values a key names, in this order; none when it cannot be read."""
    parts = key.split("_")
    if not key or len(parts) != len(order):
        return []
    values = [_value(model, name, part) for name, part in zip(order, parts, strict=True)]
    return [] if None in values else values


def _beyond(order, values, back):
    """The rows past these values in this order."""
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

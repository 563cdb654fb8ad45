"""What a later version of a paper says otherwise, line by line."""

from datetime import date
from difflib import SequenceMatcher

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from findings.differences import IN, OUT, SAME, pieces
from reform_portal.common.dates import vn_date

TEXTS = (
    *("superior_body", "issuing_body", "number", "symbol", "place", "issued_on", "authority"),
    *("type_name", "subject", "mark", "lead", "text", "caption", "title", "post", "name"),
)
LISTS = ("lines", "capacity", "recipients", "addressed_to", "rows")
# What a line says only to who knows where it stands.
LABELS = {
    "superior_body": _("superior body"),
    "issuing_body": _("issuing body"),
    "number": _("number"),
    "symbol": _("symbol"),
    "place": _("place of issue"),
    "issued_on": _("date of issue"),
    "subject": _("subject"),
    "name": _("signer"),
}
PARTS = ("blocks", "annexes", "signatures")


def changes(before, now):
    """Of two papers' data, each changed line as (same | out | in, text) pieces."""
    together = read_together(list(lines_in(before)), list(lines_in(now)))
    return [line for line in together if any(how != SAME for how, _text in line)]


def read_together(old, new):
    """Every line of two texts in one reading."""
    found = []
    for name, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            found += [[(SAME, line)] for line in old[a:b]]
        elif b - a == d - c:
            found += [_compared(was, now) for was, now in zip(old[a:b], new[c:d], strict=True)]
        else:
            found += [[(OUT, line)] for line in old[a:b]] + [[(IN, line)] for line in new[c:d]]
    return found


def _compared(was, now):
    """A label that both lines have stands before what is compared."""
    label, colon, text = now.partition(": ")
    if colon and was.startswith(label + colon):
        return [(SAME, label + colon), *pieces(was.removeprefix(label + colon), text)]
    return pieces(was, now)


def lines_in(part):
    """The lines of a paper or a block as they are read."""
    said = [_said(name, part[name]) for name in TEXTS if part.get(name)]
    if part.get("block") in ("paper", "signature"):
        yield from said
    elif said:
        yield " ".join(said)
    for name in LISTS:
        for line in part.get(name) or ():
            yield " | ".join(line) if isinstance(line, list) else str(line)
    for name in PARTS:
        for inner in part.get(name) or ():
            yield from lines_in(inner)


def _said(name, value):
    text = vn_date(date.fromisoformat(value)) if name == "issued_on" else str(value)
    return f"{capfirst(LABELS[name])}: {text}" if name in LABELS else text

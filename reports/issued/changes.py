"""What a later version of a paper says otherwise, line by line."""

from difflib import SequenceMatcher

from findings.differences import IN, OUT, SAME, pieces

TEXTS = (
    *("superior_body", "issuing_body", "number", "symbol", "place", "issued_on", "authority"),
    *("type_name", "subject", "mark", "lead", "text", "caption", "title", "post", "name"),
)
LISTS = ("lines", "capacity", "recipients", "addressed_to", "rows")
PARTS = ("blocks", "annexes", "signatures")


def changes(before, now):
    """Of two papers' data, each changed line as (same | out | in, text) pieces."""
    together = read_together(list(_lines(before)), list(_lines(now)))
    return [line for line in together if any(how != SAME for how, _text in line)]


def read_together(old, new):
    """Every line of two texts in one reading."""
    found = []
    for name, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            found += [[(SAME, line)] for line in old[a:b]]
        elif b - a == d - c:
            found += [pieces(was, reads) for was, reads in zip(old[a:b], new[c:d], strict=True)]
        else:
            found += [[(OUT, line)] for line in old[a:b]] + [[(IN, line)] for line in new[c:d]]
    return found


def _lines(part):
    """The lines of a paper or a block as they are read."""
    said = [str(part[name]) for name in TEXTS if part.get(name)]
    if part.get("block") == "paper":
        yield from said
    elif said:
        yield " ".join(said)
    for name in LISTS:
        for line in part.get(name) or ():
            yield " | ".join(line) if isinstance(line, list) else str(line)
    for name in PARTS:
        for inner in part.get(name) or ():
            yield from _lines(inner)

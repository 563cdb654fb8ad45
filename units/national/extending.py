"""What becomes of units that stood in the database before: matched, ended, moved, or left alone.

Nothing here writes. A unit on which something still hangs after its last day of the lists - a
post, an agency - is left as it is: an administrator reorganises it, having seen what follows.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date

from .lists import LEVELS, Level


@dataclass
class Extension:
    """`ends`: unit → day, with the version that ends; `moves`: body, line and version moved."""

    ends: dict = field(default_factory=dict)
    moves: list = field(default_factory=list)
    settled: set = field(default_factory=set)
    unmapped: list = field(default_factory=list)


def match(lists, present):
    """Give each body its unit, where the database has it; a unit is one body only."""
    taken = set()
    for level in LEVELS:
        for body in lists.bodies[level]:
            for line in body.lines:
                parent = lists.parent(line)
                found = present.holder(line, parent and parent.unit_id, taken)
                if found:
                    body.unit_id = found
                    taken.add(found)
                    break


def decide(lists, present):
    """The ends and moves that can be carried out, from the bottom up.

    A commune moves only under a province that can stand; whether it can depends on what ends,
    hence the turns.
    """
    closed = set()
    while True:
        extension = Extension()
        for level in reversed(LEVELS):
            for body in lists.bodies[level]:
                if body.unit_id:
                    _end(body, present, extension)
                    _move(body, lists, present, extension, closed)
        more = _unplaceable(lists, present, extension) - closed
        if not more:
            return extension
        closed |= more


def _end(body, present, extension):
    day = body.end
    held = day and present.on(body.unit_id, day)
    if not held:
        return
    if held.begin >= day or held.end is not None:
        extension.unmapped.append(_left(body, _("its dates were entered otherwise")))
    elif present.has_posts(body.unit_id, day):
        extension.unmapped.append(_left(body, _("somebody still holds a post there")))
    elif present.has_below(body.unit_id, day, extension.settled):
        extension.unmapped.append(_left(body, _("other units still stand below it")))
    else:
        extension.ends[body.unit_id] = (day, held)
        extension.settled.add(held.pk)


def _move(body, lists, present, extension, closed):
    for line in body.lines[1:]:
        parent, held = lists.parent(line), present.on(body.unit_id, line.begin)
        if parent is None or held is None or held.begin >= line.begin:
            continue
        if parent.unit_id and parent.unit_id == held.parent_id:
            continue
        if parent in closed:
            extension.unmapped.append(_left(body, _("its new province cannot be entered")))
        elif present.has_below(body.unit_id, line.begin, extension.settled):
            extension.unmapped.append(_left(body, _("other units still stand below it")))
        else:
            extension.moves.append((body, line, held))
            extension.settled.add(held.pk)


def _unplaceable(lists, present, extension):
    """New provinces whose code stays with another unit."""
    ended = {unit: day for unit, (day, _held) in extension.ends.items()}
    return {
        body
        for body in lists.bodies[Level.PROVINCE]
        if not body.unit_id and present.in_the_way(body.lines[0], ended)
    }


def _left(body, reason):
    line = body.lines[-1] if body.end else body.lines[0]
    return _("%(unit)s (%(code)s) changes on %(day)s, but %(reason)s: left as it is.") % {
        "unit": line.title,
        "code": line.code,
        "day": vn_date(line.end),
        "reason": reason,
    }

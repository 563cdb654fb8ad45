"""Everything the page of a unit says, in seven questions whatever the unit lived through."""

from reform_portal.common.models import AuditEntry

from .lifeline import stations_of
from .models import Post, SteeringCommittee, Succession, UnitVersion
from .page_parts import Line, parts_for
from .tree import KINDS

MOST_SHOWN = 50
# Of each kind below the unit; the lists hold the rest.
MOST_BELOW = 24


def context_of(life, *, shown, actor):
    """The context of the page: `life` are the unit's versions, the newest first."""
    unit = life[0].unit
    item = next((version for version in life if version.valid_from <= shown.day), life[-1])
    stands = item.valid_to is None or item.valid_to > shown.day
    line = list(Succession.objects.line_of(unit).with_titles().select_related("made_by"))
    around = list(UnitVersion.objects.on(item.nearest(shown.day)).around(item, most=MOST_BELOW))
    held = Post.objects.visible_to(actor).filter(unit=unit).on_any(shown.day, shown.today)
    posts = list(held.select_related("person").order_by("held_from", "id")[: 2 * MOST_SHOWN])
    return {
        "item": item,
        "shown": shown,
        "stands": item.valid_from <= shown.day and stands,
        "is_open": life[0].valid_to is None,
        "above": sorted((row for row in around if _is_above(row, item)), key=lambda row: row.path),
        "below": _by_kind([row for row in around if not _is_above(row, item)]),
        "stations": stations_of(life, line, shown=item),
        "became": [row for row in line if row.predecessor_id == unit.pk],
        "posts": [post for post in posts if post.is_held_on(shown.day)],
        "posts_today": [post for post in posts if post.is_held_on(shown.today)],
        "committees": SteeringCommittee.objects.visible_to(actor).of(unit)[:MOST_SHOWN],
        "parts": parts_for(actor, _keys_of(line, unit)),
        "entries": AuditEntry.objects.about(*life)[:MOST_SHOWN],
    }


def _is_above(row, item):
    return row.unit_id in item.ancestor_ids


def _by_kind(rows):
    """[(label, total, versions)] of what stands right below, the territory first."""
    alike = ((label, [row for row in rows if row.kind == kind]) for kind, label in KINDS.items())
    return [(label, found[0].total, found) for label, found in alike if found]


def _keys_of(line, unit):
    before = frozenset(row.predecessor_id for row in line if row.is_before)
    after = frozenset(row.successor_id for row in line if not row.is_before)
    return Line(unit.pk, before - {unit.pk}, after - {unit.pk})

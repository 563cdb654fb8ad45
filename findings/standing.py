"""Who carries a recommendation out today, where that is not the unit the paper names."""

from units.heirs import ending_of, standing_for


def with_answering(rows, day, known=None):
    """The rows (with their `bearer`), each with `answering`: the version of the unit that stands

    for the addressee today, or None while the addressee itself does. One query, none where every
    unit is in force, or its heir `known` already ({unit: version or None}).
    """
    rows = list(rows)
    moved = [row for row in rows if _has_moved(row, day)]
    standing = dict(known or {})
    standing |= standing_for({row.bearer_id for row in moved} - standing.keys(), day)
    for row in rows:
        row.answering = None
    for row in moved:
        found = standing.get(row.bearer_id)
        row.answering = found if found and found.unit_id != row.unit_id else None
    return rows


def _has_moved(row, day):
    """The one who carries it out ended, or another was named."""
    ended = row.bearer.closed_on is not None and row.bearer.closed_on <= day
    return ended or row.bearer_id != row.unit_id


def who_may_carry_out(row, day):
    """The versions of the units an open row may be handed to: what stands of its addressee.

    Empty while the addressee is in force; the one that answers now is left out.
    """
    ending = ending_of(row.unit, day)
    if ending is None:
        return []
    now = standing_for([row.bearer_id], day).get(row.bearer_id)
    return [version for version in ending.followed_by if not now or version.unit_id != now.unit_id]


def parts_with_answering(recommendations, day):
    """Recommendations (read `with_addressees`), the parts of each with `answering`."""
    recommendations = list(recommendations)
    with_answering((part for row in recommendations for part in row.remediations.all()), day)
    return recommendations

"""Who stands today for a unit that ended: along the successions that take over, in one query.

The past is never rewritten: a record keeps its unit and the version of its day, and this is
asked when somebody wants to know who answers for it now. A unit in force answers for itself.
"""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models.expressions import RawSQL

from .models import UnitVersion

# From every unit asked about over the ended ones to whoever took over, step by step.
LINE = """
WITH RECURSIVE line(origin, unit_id, steps) AS (
    SELECT id, id, 0 FROM units_unit WHERE id IN ({asked})
     UNION
    SELECT line.origin, step.successor_id, line.steps + 1
      FROM line
      JOIN units_unit body ON body.id = line.unit_id AND body.closed_on <= %s
      JOIN units_succession step ON step.predecessor_id = line.unit_id
     WHERE step.takes_over AND step.day <= %s
)"""
IN_FORCE = "version.valid_from <= %s AND (version.valid_to IS NULL OR version.valid_to > %s)"


def standing_for(unit_ids, day):
    """{unit: version on that day of the unit that answers for it}; nothing for one without heir."""
    return {
        origin: version
        for origin, version in _lines(unit_ids, day)
        if version.valid_to is None or version.valid_to > day
    }


def last_of(unit_ids, day):
    """The same, and for a unit without heir the last version anybody of its line had."""
    return dict(_lines(unit_ids, day))


def _lines(unit_ids, day):
    """(unit, version) for every version of every line that had begun by the day, the last last."""
    asked = sorted(set(unit_ids))
    if not asked:
        return []
    line = LINE.format(asked=", ".join(["%s"] * len(asked)))
    sql = f"""{line}
        SELECT version.*, line.origin FROM line
          JOIN units_unitversion version ON version.unit_id = line.unit_id
         WHERE version.valid_from <= %s
         ORDER BY line.origin, line.steps, version.valid_from"""  # noqa: S608
    found = UnitVersion.objects.raw(sql, [*asked, day, day, day])
    return [(version.origin, version) for version in found]


def called(query, day):
    """Versions that had begun by the day and are found by these words: what units were called."""
    return UnitVersion.objects.filter(valid_from__lte=day).matching(query)


def taken_over_by(found, day):
    """A subquery: keys of the units in `found` (versions) and of all that these took over."""
    inner, given = found.values("unit_id").query.sql_with_params()
    sql = f"""
        WITH RECURSIVE line(id) AS (
            SELECT unit_id FROM ({inner}) named
             UNION
            SELECT step.predecessor_id FROM units_succession step
              JOIN line ON step.successor_id = line.id
             WHERE step.takes_over AND step.day <= %s
        ) SELECT id FROM line"""  # noqa: S608
    return RawSQL(sql, (*given, day))


@dataclass(frozen=True)
class Ending:
    """That a unit ended, by what, and what stands today of all that followed it."""

    day: date
    decision: str
    followed_by: tuple

    @property
    def heir(self):
        """The version of the unit that takes over what was left open, or None."""
        return next((version for version in self.followed_by if version.takes_over), None)


def ending_of(unit, day):
    """How a unit (with its `ended_by`) ended by that day; None while it is in force."""
    if unit.closed_on is None or unit.closed_on > day:
        return None
    sql = f"""
        WITH RECURSIVE line(unit_id, takes_over) AS (
            SELECT successor_id, takes_over FROM units_succession
             WHERE predecessor_id = %s AND day <= %s
             UNION
            SELECT step.successor_id, line.takes_over AND step.takes_over
              FROM units_succession step
              JOIN line ON step.predecessor_id = line.unit_id
             WHERE step.day <= %s
        )
        SELECT version.*, line.takes_over,
               (SELECT decision FROM units_succession first
                 WHERE first.predecessor_id = %s ORDER BY first.id LIMIT 1) AS ended_under
          FROM line JOIN units_unitversion version ON version.unit_id = line.unit_id
         WHERE {IN_FORCE}
         ORDER BY line.takes_over, version.path"""  # noqa: S608
    rows = list(UnitVersion.objects.raw(sql, [unit.pk, day, day, unit.pk, day, day]))
    # A unit reached on two ways takes over if it does so on one: the later row stands.
    following = {version.unit_id: version for version in rows}
    ordered = sorted(following.values(), key=lambda version: (not version.takes_over, version.path))
    decision = unit.ended_by.decision if unit.ended_by else ""
    decision = decision or next((version.ended_under for version in rows), "")
    return Ending(unit.closed_on, decision, tuple(ordered))


def taken_over_by_each(unit_ids, day):
    """{unit: keys of it and of all ended units it took over by that day}, in one query."""
    asked = sorted(set(unit_ids))
    each = {unit_id: {unit_id} for unit_id in asked}
    if not asked:
        return each
    sql = """
        WITH RECURSIVE line(heir, id) AS (
            SELECT id, id FROM units_unit WHERE id IN ({asked})
             UNION
            SELECT line.heir, step.predecessor_id FROM line
              JOIN units_succession step ON step.successor_id = line.id
             WHERE step.takes_over AND step.day <= %s
        ) SELECT heir, id FROM line""".format(asked=", ".join(["%s"] * len(asked)))
    with connection.cursor() as cursor:
        cursor.execute(sql, [*asked, day])
        for heir, ended in cursor.fetchall():
            each[heir].add(ended)
    return each

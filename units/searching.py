"""How units and people are found by the box in the head of every page.

Units are asked for in SQL: the question is the same each time, and building it anew from its parts
took longer than answering it.
"""

from datetime import timedelta

from django.db import connection
from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reform_portal.common.dates import vn_date
from reform_portal.common.searching import FEW, Hit, beginnings, by_name, register

from .models import Person, Post, UnitVersion
from .querysets import title_of

# A unit is shown once, by its best name; names of units rarely change more often than this.
MOST_NAMES = 4
DAY = timedelta(days=1)
TITLE = """(SELECT type || ' ' || name FROM units_unitversion
             WHERE unit_id = {unit} AND valid_from <= {day} ORDER BY valid_from DESC LIMIT 1)"""
# Ranked are names that begin with the words, and of those that merely hold them the first `few`:
# of so many nobody expects the best. `begins`, `ranks` and `bytes` are written below.
QUESTION = f"""
WITH found AS (
    SELECT id FROM (SELECT id FROM units_unitversion
                     WHERE {{matches}} AND ({{begins}}) ORDER BY id LIMIT {FEW}) beginning
     UNION
    SELECT id FROM (SELECT id FROM units_unitversion
                     WHERE {{matches}} ORDER BY id LIMIT {FEW}) holding
), best AS (
    SELECT version.id, {{ranks}} AS place, CASE WHEN unit.closed_on <= %s THEN 1 ELSE 0 END AS gone
      FROM found
      JOIN units_unitversion version ON version.id = found.id
      JOIN units_unit unit ON unit.id = version.unit_id
     ORDER BY {{order}} LIMIT %s
)
SELECT version.*, unit.opened_on, unit.closed_on, best.gone,
       {TITLE.format(unit="version.unit_id", day="%s")} AS present_title,
       {TITLE.format(unit="version.parent_id", day="version.valid_from")} AS parent_title,
       {TITLE.format(unit="version.province_id", day="version.valid_from")} AS province_title,
       CASE WHEN best.gone = 1 THEN
           (SELECT {TITLE.format(unit="after.successor_id", day="%s")}
              FROM units_succession after
             WHERE after.predecessor_id = version.unit_id AND after.day <= %s
             ORDER BY after.takes_over DESC, after.id LIMIT 1) END AS heir_title
  FROM best
  JOIN units_unitversion version ON version.id = best.id
  JOIN units_unit unit ON unit.id = version.unit_id
 ORDER BY {{order}}"""
ORDER = """place, gone, CASE version.level {levels} END, version.search_key{bytes}, version.unit_id,
           version.valid_from DESC"""
LEVELS = " ".join(f"WHEN '{level}' THEN {at}" for at, level in enumerate(UnitVersion.Level.values))


def units(actor, query, limit):
    """Units by any name they ever had, each once."""
    visible = UnitVersion.objects.visible_to(actor)
    if visible.query.is_empty():
        return []
    once = {}
    for row in UnitVersion.objects.raw(*_question(visible, query, actor.day, limit * MOST_NAMES)):
        once.setdefault(row.unit_id, row)
    return [_unit_hit(row, actor.day) for row in list(once.values())[:limit]]


def _question(visible, query, day, most):
    """The SQL and its values; the condition of matching is the one of every list."""
    matches, words = visible.matching(query).query.sql_with_params()
    matches = matches.partition(" WHERE ")[2]
    starts = beginnings(query)
    begins = " OR ".join(["substr(search_key, 1, %s) = %s"] * len(starts))
    whole, begun, inside = (
        [value for start in starts for value in (len(start) + 1, f"{start} ")],
        [value for start in starts for value in (len(start), start)],
        f" {starts[0]}",
    )
    order = ORDER.format(levels=LEVELS, bytes=_in_bytes())
    sql = QUESTION.format(matches=matches, begins=begins, ranks=_ranks(len(starts)), order=order)
    ranked = (*whole, *begun, inside, day, most)
    return sql, [*words, *begun, *words, *ranked, day, day, day]


def _ranks(starts):
    """The rank of a name, as in `searching.by_name`."""
    begins = " OR ".join(["substr(version.search_key, 1, %s) = %s"] * starts)
    position = "strpos" if connection.vendor == "postgresql" else "instr"
    return (
        f"CASE WHEN {begins} THEN 0 WHEN {begins} THEN 1"
        f" WHEN {position}(version.search_key, %s) > 0 THEN 2 ELSE 3 END"
    )


def _in_bytes():
    """The same order on every database."""
    return ' COLLATE "C"' if connection.vendor == "postgresql" else ""


def _unit_hit(row, day):
    title, earlier = row.title, ""
    if not row.gone and row.valid_from <= day and row.present_title != title:
        title, earlier = row.present_title, _("formerly %(name)s") % {"name": row.title}
    above = [row.parent_title, row.province_title if row.province_id != row.parent_id else ""]
    place = ", ".join(name for name in above if name and name != row.title)
    code = _("code %(code)s") % {"code": row.code} if row.code else ""
    line = " · ".join(filter(None, [place, code, earlier]))
    return Hit(title, row.get_absolute_url(), line, _state(row, day))


def _state(row, day):
    if row.gone:
        facts = {"day": vn_date(row.closed_on - DAY), "unit": row.heir_title}
        if row.heir_title:
            return _("until %(day)s, today %(unit)s") % facts
        return _("until %(day)s") % facts
    if row.opened_on > day:
        return _("from %(day)s on") % {"day": vn_date(row.opened_on)}
    return ""


def people(actor, query, limit):
    """People by name, initials or e-mail, with the post they hold that day."""
    held = Post.objects.on(actor.day).filter(person_id=OuterRef("pk")).order_by("-held_from", "-id")
    unit = title_of("unit_id", actor.day)
    post = held.annotate(words=Concat(F("title"), Value(" – "), unit)).values("words")[:1]
    found = Person.objects.visible_to(actor).matching(query).annotate(rank=by_name(query))
    best = found.order_by("rank", "full_name", "id").annotate(post_title=Subquery(post))
    return [
        Hit(str(row), row.get_absolute_url(), row.post_title or _("without a post today"))
        for row in best[:limit]
    ]


register("units", gettext_lazy("Units"), units, list_url="units:unit_list")
register("people", gettext_lazy("People"), people, list_url="units:person_list")

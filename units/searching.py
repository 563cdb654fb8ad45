"""How units and people are found by the box in the head of every page.

Units are asked for in SQL: first for the best names, planned for the very words, since it matters
how common they are; then for what is shown of these few, planned once.
"""

from datetime import date, timedelta
from typing import NamedTuple

from django.db import connection
from django.db.models import F, OuterRef, Subquery, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reform_portal.common.addresses import address
from reform_portal.common.dates import vn_date
from reform_portal.common.kept import kept
from reform_portal.common.prepared import answers
from reform_portal.common.searching import Hit, beginnings, rank_of_name, register
from reform_portal.common.text import words_of
from reform_portal.common.word_lookups import held

from .models import Person, Post, UnitVersion
from .querysets import title_of

# Of what begins with the words all are ranked; of what merely holds them so many, the newest:
# of more nobody expects the best.
FEW = 300
# A unit is shown once, by its best name; names of units rarely change more often than this.
MOST_NAMES = 4
DAY = timedelta(days=1)
AFTER_ALL = "\U0010ffff"

# Names that begin with the words, the best first. Planned once: it is always a range of the index.
BEGINNING = """
SELECT version.id, version.unit_id
  FROM units_unitversion version JOIN units_unit unit ON unit.id = version.unit_id
 WHERE ({ranges}) AND {words}
 ORDER BY CASE WHEN {whole} THEN 0 ELSE 1 END,
       CASE WHEN unit.closed_on <= %s THEN 1 ELSE 0 END,
       CASE version.level {levels} END, version.search_key{bytes}, version.unit_id,
       version.valid_from DESC
 LIMIT %s"""
LEVELS = {level: at for at, level in enumerate(UnitVersion.Level.values)}
PLACES = " ".join(f"WHEN '{level}' THEN {at}" for level, at in LEVELS.items())

TITLE = """(SELECT type || ' ' || name FROM units_unitversion
             WHERE unit_id = {unit} AND valid_from <= {day} ORDER BY valid_from DESC LIMIT 1)"""
SHOWN = f"""
SELECT version.id, version.unit_id, version.type, version.name, version.code, version.valid_from,
       unit.opened_on, unit.closed_on, version.parent_id, version.province_id,
       {TITLE.format(unit="version.unit_id", day="%s")} AS present_title,
       {TITLE.format(unit="version.parent_id", day="version.valid_from")} AS parent_title,
       {TITLE.format(unit="version.province_id", day="version.valid_from")} AS province_title,
       CASE WHEN unit.closed_on <= %s THEN
           (SELECT {TITLE.format(unit="after.successor_id", day="%s")}
              FROM units_succession after
             WHERE after.predecessor_id = version.unit_id AND after.day <= %s
             ORDER BY after.takes_over DESC, after.id LIMIT 1) END AS heir_title
  FROM units_unitversion version JOIN units_unit unit ON unit.id = version.unit_id
 WHERE version.id IN ({{keys}})"""


class Shown(NamedTuple):
    """What `SHOWN` tells of a version."""

    id: int
    unit_id: int
    type: str
    name: str
    code: str
    valid_from: date
    opened_on: date
    closed_on: date
    parent_id: int
    province_id: int
    present_title: str
    parent_title: str
    province_title: str
    heir_title: str

    @property
    def title(self):
        return f"{self.type} {self.name}".strip()


def units(actor, query, limit):
    """Units by any name they ever had, each once."""
    visible = UnitVersion.objects.visible_to(actor)
    if visible.query.is_empty():
        return []
    best = _best_names(visible, query, actor.day, limit)
    return [_unit_hit(row, actor.day) for row in _shown(best, actor.day, limit)]


def _best_names(visible, query, day, limit):
    """Keys of the best versions: of names that begin with the words, then of what holds them."""
    starts = beginnings(query)
    best = _first_of_each(_beginning(starts, words_of(query), day, limit * MOST_NAMES))
    if len(best) < limit:
        more = _first_of_each(_holding(visible.matching(query), starts, day))
        best |= {unit: key for unit, key in more.items() if unit not in best}
    return list(best.values())[:limit]


def _first_of_each(rows):
    """The best version of each unit: {key of the unit: key of the version}, the best first."""
    once = {}
    for key, unit in rows:
        once.setdefault(unit, key)
    return once


def _beginning(starts, words, day, most):
    holds, held_words = held(connection, "version.search_key", words)
    sql = BEGINNING.format(
        ranges=" OR ".join([_between()] * len(starts)),
        words=holds,
        whole=" OR ".join(["substr(version.search_key, 1, %s) = %s"] * len(starts)),
        levels=PLACES,
        bytes=' COLLATE "C"' if connection.vendor == "postgresql" else "",
    )
    bounds = [bound for start in starts for bound in (start, start + AFTER_ALL)]
    whole = [value for start in starts for value in (len(start) + 1, f"{start} ")]
    return answers(sql, [*bounds, *held_words, *whole, day, most])


def _holding(found, starts, day):
    """Planned for these very words: how common they are decides the road."""
    names = ("id", "unit_id", "search_key", "level", "valid_from", "unit__closed_on")
    rows = list(found.order_by("-id").values_list(*names)[:FEW])

    def place(row):
        key, unit, search_key, level, begin, end = row
        gone, age = end is not None and end <= day, -begin.toordinal()
        return rank_of_name(search_key, starts), gone, LEVELS[level], search_key, unit, age

    return [row[:2] for row in sorted(rows, key=place)]


def _between():
    """A range of keys by their bytes, as the index of keys is sorted."""
    if connection.vendor == "postgresql":
        return "version.search_key ~>=~ %s AND version.search_key ~<~ %s"
    return "version.search_key >= %s AND version.search_key < %s"


def _shown(keys, day, limit):
    if not keys:
        return []
    places = ", ".join(["%s"] * limit)
    keys = keys + keys[-1:] * (limit - len(keys))
    rows = {row[0]: row for row in answers(SHOWN.format(keys=places), [*[day] * 4, *keys])}
    return [Shown(*rows[key]) for key in dict.fromkeys(keys)]


def _unit_hit(row, day):
    title, earlier = row.title, ""
    if not _gone(row, day) and row.valid_from <= day and row.present_title != title:
        title, earlier = row.present_title, _("formerly %(name)s") % {"name": row.title}
    above = [row.parent_title, row.province_title if row.province_id != row.parent_id else ""]
    place = ", ".join(name for name in above if name and name != row.title)
    code = _("code %(code)s") % {"code": row.code} if row.code else ""
    line = " · ".join(filter(None, [place, code, earlier]))
    return Hit(title, address("units:unit_detail", row.unit_id), line, _state(row, day))


def _gone(row, day):
    return row.closed_on is not None and row.closed_on <= day


def _state(row, day):
    if _gone(row, day):
        facts = {"day": vn_date(row.closed_on - DAY), "unit": row.heir_title}
        if row.heir_title:
            return _("until %(day)s, today %(unit)s") % facts
        return _("until %(day)s") % facts
    if row.opened_on > day:
        return _("from %(day)s on") % {"day": vn_date(row.opened_on)}
    return ""


def people(actor, query, limit):
    """People by name, initials or e-mail, with the post they hold that day."""
    starts = beginnings(query)
    found = sorted(
        _people_found(actor, *words_of(query)),
        key=lambda row: (rank_of_name(row["search_key"], starts), row["full_name"], row["id"]),
    )
    keys = [row["id"] for row in found[:limit]]
    if not keys:
        return []
    shown = {row.pk: row for row in _people_shown(actor, keys + keys[-1:] * (limit - len(keys)))}
    return [
        Hit(str(row), row.get_absolute_url(), row.post_title or _("without a post today"))
        for row in map(shown.get, keys)
    ]


@kept
def _people_found(actor, anywhere, beginning):
    """The first of those found, to be ranked; who has so common a name is asked for by more."""
    found = Person.objects.visible_to(actor).filter(search_key__has_words=(anywhere, beginning))
    return found.order_by("id").values("id", "search_key", "full_name")[:FEW]


@kept
def _people_shown(actor, keys):
    posts = (
        Post.objects.on(actor.day).filter(person_id=OuterRef("pk")).order_by("-held_from", "-id")
    )
    unit = title_of("unit_id", actor.day)
    post = posts.annotate(words=Concat(F("title"), Value(" – "), unit)).values("words")[:1]
    return Person.objects.filter(pk__in=keys).annotate(post_title=Subquery(post))


register("units", gettext_lazy("Units"), units, list_url="units:unit_list")
register("people", gettext_lazy("People"), people, list_url="units:person_list")

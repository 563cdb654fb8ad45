"""How units and people are found by the box in the head of every page."""

from datetime import timedelta

from django.db.models import Case, F, IntegerField, OuterRef, Subquery, Value, When
from django.db.models.functions import Concat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reform_portal.common.dates import vn_date
from reform_portal.common.searching import Hit, by_name, register

from .models import Person, Post, Succession, UnitVersion
from .querysets import title_of

# A unit is shown once, by its best name; names of units rarely change more often than this.
MOST_NAMES = 4
ORDER = ("rank", "gone", "depth", "name", "unit_id", "-valid_from")
DAY = timedelta(days=1)


def units(actor, query, limit):
    """Units by any name they ever had, each once."""
    day, level = actor.day, UnitVersion.Level
    depths = (When(level=one, then=Value(place)) for place, one in enumerate(level.values))
    ranked = UnitVersion.objects.visible_to(actor).annotate(
        rank=by_name(query),
        gone=Case(When(unit__closed_on__lte=day, then=1), default=0, output_field=IntegerField()),
        depth=Case(*depths, default=Value(len(level.values)), output_field=IntegerField()),
    )
    best = ranked.matching(query).order_by(*ORDER).values("pk")[: limit * MOST_NAMES]
    then = OuterRef("valid_from")
    rows = ranked.filter(pk__in=best).order_by(*ORDER).select_related("unit").annotate(
        present_title=title_of("unit_id", day),
        parent_title=title_of("parent_id", then),
        province_title=title_of("province_id", then),
        heir_title=_heir_title(day),
    )  # fmt: skip
    once = {}
    for row in rows:
        once.setdefault(row.unit_id, row)
    return [_unit_hit(row, day) for row in list(once.values())[:limit]]


def _heir_title(day):
    """What a unit became: the successor that takes over, by its present name."""
    after = Succession.objects.filter(predecessor_id=OuterRef("unit_id"), day__lte=day)
    titles = after.annotate(words=title_of("successor_id", day)).order_by("-takes_over", "id")
    return Subquery(titles.values("words")[:1])


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
    body = row.unit
    if row.gone:
        facts = {"day": vn_date(body.closed_on - DAY), "unit": row.heir_title}
        if row.heir_title:
            return _("until %(day)s, today %(unit)s") % facts
        return _("until %(day)s") % facts
    if body.opened_on > day:
        return _("from %(day)s on") % {"day": vn_date(body.opened_on)}
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

"""What speaks against a visit or the days of an inspection without forbidding it: sentences.

A written reason overrides them, and is kept with what it excuses.

How near is too near, how long a last post counts and how far is too far are data: rows of
DeadlineRule and Threshold in force on the day of the visit. Without a row nobody is warned.
"""

from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from reform_portal.common.workflow import Refused
from units.models import Post, Unit, UnitVersion

from . import schedule
from .globe import kilometres
from .models import (
    DeadlineRule,
    DelegationMember,
    Half,
    Holiday,
    Threshold,
    Visit,
)
from .seen_lately import MOST_NAMED, near, told_of


class Warned(Refused):
    """A visit that needs a reason to be saved in spite of what these sentences say."""


def against(inspection, version, day, session, *, besides=None, by=None):
    """Every sentence that speaks against visiting the unit of `version` on that day.

    Of unannounced inspections nothing is said to those who may not know of them.
    """
    return [
        *_delegation_is_there(inspection.delegation, day),
        *_day_is_worked(day),
        *_unit_was_seen(inspection, version.unit, day, day, by),
        *_last_posts(inspection, day),
        *_travel(inspection, version, day, session, besides, by),
    ]


def against_days(inspection, *, by=None):
    """Every sentence that speaks against the first and last day of an inspection.

    Days off between them are no matter; the inspection need not be saved yet.
    """
    first, last = inspection.starts_on, inspection.ends_on
    return [
        *_delegation_is_there(inspection.delegation, first),
        *(sentence for day in sorted({first, last}) for sentence in _day_is_worked(day)),
        *_unit_was_seen(inspection, inspection.unit_version.unit, first, last, by),
        *_last_posts(inspection, first),
    ]


def overridden(warned, written):
    """The reason to keep: none where nothing speaks against it; Warned where it is missing."""
    if warned and not written.strip():
        raise Warned(*warned)
    return written.strip() if warned else ""


def _delegation_is_there(delegation, day):
    if day < delegation.formed_on:
        yield _("%(delegation)s is established only on %(formed)s, after %(day)s.") % {
            "delegation": delegation,
            "formed": vn_date(delegation.formed_on),
            "day": vn_date(day),
        }


def _day_is_worked(day):
    exception = Holiday.objects.filter(day=day).first()
    if schedule.is_working_day(day, {day: exception.is_worked} if exception else {}):
        return
    if exception:
        named = {"day": vn_date(day), "name": exception.name}
        yield _("%(day)s is a day off: %(name)s.") % named
    else:
        yield _("%(day)s is a Saturday or Sunday.") % {"day": vn_date(day)}


def _unit_was_seen(inspection, unit, first, last, by):
    gap = _days("unit_gap", first)
    return [] if gap is None else near(inspection, unit, first, last, gap, by)


def _last_posts(inspection, day):
    """Members who left the inspected unit, or one below it, not long ago."""
    term = _days("last_post", day)
    if term is None:
        return
    version = inspection.unit_version
    inside = UnitVersion.objects.on(day).under(version).values("unit_id")
    if version.level == version.Level.PROVINCE:
        inside = [version.unit_id]
    before = Unit.objects.predecessors(version.unit, day - timedelta(days=term))
    members = DelegationMember.objects.filter(delegation=inspection.delegation_id)
    left = Post.objects.filter(
        Q(unit__in=inside) | Q(unit__in=before.values("pk")),
        person__in=members.values("person_id"),
        held_to__gt=day - timedelta(days=term),
        held_to__lte=day,
    )
    for post in left.select_related("person").order_by("person__full_name", "pk")[:MOST_NAMED]:
        yield _(
            "%(person)s held a post (%(title)s) in %(unit)s until %(day)s, less than %(term)d "
            "days before the visit."
        ) % {
            "person": post.person.full_name,
            "title": post.title,
            "unit": version.authority,
            "day": vn_date(post.held_to - timedelta(days=1)),
            "term": term,
        }


def _travel(inspection, version, day, session, besides, by):
    """How far the delegation, or one of its members, travels between morning and afternoon."""
    limit = Threshold.objects.on(day).filter(code="travel_km").first()
    other_half = {Half.MORNING: Half.AFTERNOON, Half.AFTERNOON: Half.MORNING}.get(session)
    if limit is None or other_half is None or not version.latitude or not version.longitude:
        return
    mine = DelegationMember.objects.filter(delegation=inspection.delegation_id)
    together = DelegationMember.objects.filter(person__in=mine.values("person_id"))
    inspections = told_of(by).filter(delegation__in=together.values("delegation_id"))
    stops = Visit.objects.filter(inspection__in=inspections, day=day, session=other_half)
    for visit in stops.exclude(pk=besides).select_related("unit_version").order_by("pk"):
        there = visit.unit_version
        if not there.latitude or not there.longitude:
            continue
        distance = kilometres(version, there)
        if distance > limit.value:
            yield _(
                "It is %(distance)d km in a straight line to %(place)s in the other half of the "
                "day; more than %(limit)d km."
            ) % {"distance": distance, "place": visit.place, "limit": limit.value}


def _days(code, day):
    rule = DeadlineRule.objects.on(day).filter(code=code).first()
    return rule.days if rule else None

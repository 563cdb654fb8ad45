"""Visits as an iCalendar file (RFC 5545), as common calendar programs read it."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, IntegerField, Max, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from reform_portal.common.models import AuditEntry

from .models import Inspection, Visit

ASK_AGAIN = timedelta(hours=1)
# Acts on an inspection that change what its visits are, without touching the visits' rows.
TURNS = ("inspection.cancel", "inspection.restore")
CANCELLED = Inspection.Status.CANCELLED


@dataclass(frozen=True)
class Hours:
    """When an office begins and ends a session."""

    begin: time
    end: time


def hours_of(session):
    """The hours of a session by the setting OFFICE_HOURS; a whole day is both with the noon."""
    morning, afternoon = (_hours(text) for text in settings.OFFICE_HOURS)
    whole = Hours(morning.begin, afternoon.end)
    return {Visit.Session.MORNING: morning, Visit.Session.AFTERNOON: afternoon}.get(session, whole)


def _hours(text):
    begin, _dash, end = text.partition("-")
    return Hours(time.fromisoformat(begin.strip()), time.fromisoformat(end.strip()))


def with_turns(visits, of="inspection_id"):
    """What an event prints, without a query each; `turns` counts cancelling and restoring."""
    kind = ContentType.objects.get_for_model(Inspection)
    acts = AuditEntry.objects.filter(content_type=kind, object_id=OuterRef(of), verb__in=TURNS)
    grouped = acts.order_by().values("object_id")
    return visits.annotate(
        turns=Coalesce(
            Subquery(grouped.annotate(n=Count("pk")).values("n"), output_field=IntegerField()), 0
        ),
        turned_at=Subquery(grouped.annotate(last=Max("at")).values("last")),
    )


def events_of(visits, inspections):
    """Rows for `calendar_of`: visits, and inspections that have none yet."""
    related = ("unit_version", "inspection__unit_version", "inspection__delegation")
    timed = with_turns(visits).select_related(*related, "inspection__plan").order_by("day", "pk")
    none = ~Exists(Visit.objects.filter(inspection=OuterRef("pk")))
    bare = with_turns(inspections.filter(none), of="pk").order_by("starts_on", "pk")
    return [*timed, *bare.select_related("unit_version", "delegation", "plan")]


def calendar_of(rows, *, name, page_of=None):
    """The file. `page_of(record)` gives the address of a record's page, where there is one."""
    from icalendar import Calendar  # heavy: only where a calendar is made

    calendar = Calendar()
    calendar.add("prodid", "-//reform-portal//inspections//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for row in rows:
        calendar.add_component(_event(row, page_of))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(row, page_of):
    from icalendar import Event

    inspection = row.inspection if isinstance(row, Visit) else row
    event = Event()
    event.add("uid", f"{row._meta.model_name}-{row.pk}@{settings.CALENDAR_UID_DOMAIN}")
    changed = max(filter(None, [row.updated_at, row.turned_at]))
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("sequence", row.version - 1 + row.turns)
    event.add("summary", _("Inspection: %(unit)s") % {"unit": row.unit_version.authority})
    event.add("description", _description(inspection))
    _say_when(event, row)
    cancelled = inspection.status == CANCELLED
    event.add("status", "CANCELLED" if cancelled else _certainty(row))
    event.add("transp", "TRANSPARENT" if cancelled else "OPAQUE")
    if page_of:
        event.add("url", page_of(inspection))
    return event


def _say_when(event, row):
    if isinstance(row, Visit):
        zone, hours = ZoneInfo(settings.TIME_ZONE), hours_of(row.session)
        event.add("dtstart", datetime.combine(row.day, hours.begin, zone))
        event.add("dtend", datetime.combine(row.day, hours.end, zone))
        event.add("location", row.place)
    else:
        event.add("dtstart", row.starts_on)
        event.add("dtend", row.ends_on + timedelta(days=1))


def _certainty(row):
    return "CONFIRMED" if isinstance(row, Visit) else "TENTATIVE"


def _description(inspection):
    days = vn_date(inspection.starts_on)
    if inspection.ends_on != inspection.starts_on:
        days = f"{days} – {vn_date(inspection.ends_on)}"
    lines = (
        f"{inspection.code} · {inspection.unit_version.authority}",
        f"{inspection.delegation} · {days}",
        _("Plan %(plan)s") % {"plan": inspection.plan},
    )
    return "\n".join(lines)

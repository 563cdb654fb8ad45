"""What a notice is about: whether an inspection has one, by when, and the schedule it names."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from . import schedule
from .models import DeadlineRule, Inspection, Notice, PlanDeadline, Visit

# Nobody is told before a check that is unannounced (domain §5(c)).
UNANNOUNCED = "unannounced"
CODE = "notice"
RECEIPT = "notice_receipt"
# Home Affairs is told of notices to issue so many days ahead.
AHEAD = 45


def wants_notice(inspection):
    """Every inspection is announced to the unit, unless it is to come unannounced."""
    return inspection.form != UNANNOUNCED


def due_on(inspection):
    """The last day to issue the notice; None where the plan sets none."""
    return schedule.deadline(CODE, inspection.starts_on, plan=inspection.plan)


def due_days(inspections):
    """{inspection: the same} for many, in as few questions as there are different plans and days."""
    own = PlanDeadline.objects.filter(code=CODE, plan__in={one.plan_id for one in inspections})
    timings, days = {timing.plan_id: timing for timing in own}, {}
    for one in inspections:
        key = (one.plan_id, one.starts_on)
        if key not in days:
            timing = timings.get(one.plan_id) or _usual(one)
            days[key] = timing and schedule.counted_from(one.starts_on, timing)
    return {one.pk: days[one.plan_id, one.starts_on] for one in inspections}


def _usual(inspection):
    return schedule.timing_of(CODE, inspection.starts_on, plan=inspection.plan_id)


def receipt_due_on(issued_on, first_day):
    """By when the unit says that it knows: some working days, at the latest the first day."""
    rule = DeadlineRule.objects.on(issued_on).filter(code=RECEIPT).first()
    if rule is None:
        return first_day
    return min(schedule.counted_from(issued_on, rule), max(first_day, issued_on))


def to_announce(inspections, day):
    """Scheduled inspections of the coming weeks that want a notice and were sent none."""
    sent = Notice.objects.sent().filter(inspection=OuterRef("pk"))
    return inspections.filter(
        ~Exists(sent),
        status=Inspection.Status.PLANNED,
        starts_on__gte=day,
        starts_on__lte=day + timedelta(days=AHEAD),
    ).exclude(form=UNANNOUNCED)


def schedule_of(inspection):
    """The days, visits and leader of an inspection as a notice names them: plain values."""
    visits = inspection.visits.select_related("unit_version").order_by("day", "pk")
    report = getattr(inspection, "self_report", None)
    return {
        "starts_on": inspection.starts_on.isoformat(),
        "ends_on": inspection.ends_on.isoformat(),
        "report_due_on": report.due_on.isoformat() if report else "",
        "visits": [
            {
                "day": visit.day.isoformat(),
                "session": visit.session,
                "unit": visit.unit_version.authority,
                "place": visit.place,
            }
            for visit in visits
        ],
    }


def differs(notice, now):
    """True when an issued notice names other days or places than are scheduled now."""
    return any(notice.said.get(name) != now[name] for name in ("starts_on", "ends_on", "visits"))


def readable(said):
    """The schedule of a notice with days as days and sessions in words, for a page."""
    sessions = dict(Visit.Session.choices)
    days = ("starts_on", "ends_on", "report_due_on")
    read = {name: date.fromisoformat(said[name]) if said.get(name) else None for name in days}
    read["visits"] = [
        {
            **visit,
            "day": date.fromisoformat(visit["day"]),
            "session_words": sessions.get(visit["session"], ""),
        }
        for visit in said.get("visits", ())
    ]
    return read

"""Announcing the draft, proving that it reached the unit, and who of the unit has read it."""

from django.db import transaction
from django.db.models import Exists, Max, OuterRef

from inspections import schedule, workflow
from inspections.actions.locking import lock
from inspections.models import Inspection
from reform_portal.common import audit
from reform_portal.common.workflow import Refused

from .. import permissions, rules
from ..models import Announcement, Reading
from ..said import said_in
from ..stamps import changed_on

DELIVERY = "announcement.deliver"


@transaction.atomic
def announce_at_meeting(inspection, *, by, held_on, seen_draft=None, **minutes):
    """Take the step "announce" for a meeting: it is delivered to those who sat there.

    What was written after the meeting nobody heard there: then the days to explain run from today.
    `seen_draft` is the stamp of the draft that was read; `minutes` holds place, who attended on
    both sides and the course of the meeting.
    """
    if reason := rules.meeting_day_fits(inspection, held_on, by.day):
        raise Refused(reason)
    row = workflow.inspection.take("announce", inspection, by=by, seen_content=seen_draft)
    announcement = last_of(row)
    announcement.way = Announcement.Way.MEETING
    announcement.held_on = held_on
    for field, text in minutes.items():
        setattr(announcement, field, text)
    announcement.save()
    row.announced_on = held_on
    row.save(update_fields=["announced_on"])
    written_on = changed_on(row)
    was_heard = written_on is None or written_on <= held_on
    _deliver(announcement, row, by=by, day=held_on if was_heard else by.day)
    return announcement


@transaction.atomic
def prove_delivery(announcement, *, by, day, proof):
    """Put down that the draft reached the unit otherwise than by being read here."""
    row = lock(announcement.inspection, Inspection.Status.ANNOUNCED)
    current = last_of(row)
    if reason := rules.delivery_fits(current, day, by.day):
        raise Refused(reason)
    return _deliver(current, row, by=by, day=day, proof=proof)


def note_reading(inspection, *, by):
    """Somebody of the unit has the draft or the conclusion on the screen; kept once a person.

    The first reading of a draft proves its delivery. Nothing happens for other people.
    """
    if not permissions.reads_for_the_unit(by, inspection):
        return
    about = None if inspection.is_issued else last_of(inspection, reader=by.person_id)
    if inspection.is_issued:
        seen = Reading.objects.filter(
            inspection=inspection, announcement=None, person=by.person_id
        ).exists()
    else:
        seen = about is None or about.is_read
    if not seen:
        _note(inspection, about, by)


@transaction.atomic
def _note(inspection, about, by):
    row = Inspection.objects.select_for_update(of=("self",)).get(pk=inspection.pk)
    given = {"inspection": row, "announcement": about, "person_id": by.person_id}
    _reading, is_first = Reading.objects.get_or_create(**given, defaults={"read_on": by.day})
    if not is_first:
        return  # two pages opened at once
    if about is None:
        audit.record("conclusion.read", row, by=by)
        return
    audit.record("announcement.read", row, by=by)
    current = Announcement.objects.get(pk=about.pk)
    if current.delivered_on is None and row.status == row.Status.ANNOUNCED:
        _deliver(current, row, by=by, day=by.day)
    inspection.explanation_due_on = row.explanation_due_on


def _deliver(announcement, row, *, by, day, proof=""):
    """The days to explain run from here on."""
    announcement.delivered_on, announcement.proof = day, proof
    announcement.save(update_fields=["delivered_on", "proof"])
    row.explanation_due_on = schedule.deadline("explanation", day, plan=row.plan)
    row.save(update_fields=["explanation_due_on"])
    audit.record(DELIVERY, row, by=by, note=proof, delivered_on=[None, day.isoformat()])
    return announcement


def keep(row, by):
    """What was said is kept at the step "announce"; until it is delivered no days run."""
    number = row.announcements.aggregate(last=Max("number"))["last"] or 0
    Announcement.objects.create(
        inspection=row,
        number=number + 1,
        held_on=by.day,
        announced_by_id=by.person_id,
        said=said_in(row),
    )
    row.explanation_due_on = None
    row.save(update_fields=["explanation_due_on"])


def last_of(inspection, reader=None):
    """The last announcement, or None; `is_read` says whether this person has read it."""
    read = Reading.objects.filter(announcement=OuterRef("pk"), person=reader)
    rows = Announcement.objects.filter(inspection=inspection).annotate(is_read=Exists(read))
    return rows.order_by("-number").first()

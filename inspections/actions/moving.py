"""Moving and cancelling what is scheduled, with the reason everybody concerned is told.

The edits themselves are those of visits and inspections, with their guards; what is added is
the act that the start pages and the history tell of, and the revision of a notice already sent.
"""

from copy import copy
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from inspections import cautions, permissions, schedule
from inspections.models import Inspection, PlanDeadline, SelfReport, Visit
from reform_portal.common import audit
from reform_portal.common.dates import vn_date
from reform_portal.common.editing import save_if_unchanged
from units.actions.tree import hold_the_tree

from .inspections import set_schedule
from .locking import lock
from .notices import revise
from .visits import delete_visit, edit_visit

audit.name_verbs(
    visit__move=_("Moved a visit"),
    visit__cancel=_("Cancelled a visit"),
    inspection__move=_("Moved the inspection"),
)


@transaction.atomic
def move_visit(visit, seen_version, *, by, day, session, reason, in_spite_of=""):
    """Another day or session. The days of a scheduled inspection follow, when its planner moves."""
    hold_the_tree()
    row = lock(visit.inspection, *Inspection.BEFORE_FIELDWORK_ENDS)
    before = Visit.objects.get(pk=visit.pk)
    follows = permissions.moves_inspection(by, row)
    first = row.starts_on
    was_tight = (row.starts_on, row.ends_on) == _days_of_visits(row)
    if follows:
        row = _set_days(row, min(row.starts_on, day), max(row.ends_on, day), by=by)
    visit.inspection = row
    saved = edit_visit(
        visit, seen_version, by=by, unit=before.unit, day=day, session=session,
        in_spite_of=in_spite_of,
    )  # fmt: skip
    if follows and was_tight:
        row = _set_days(row, *_days_of_visits(row), by=by)
    note = f"{saved}: {_when(before)} → {_when(saved)}. {reason}"
    audit.record("visit.move", row, by=by, note=note)
    due = _new_report_day(row, first, by)
    _tell_the_unit(row, by, f"{saved.place}: ", lambda: (_when(before), _when(saved)), reason, due)
    return saved


@transaction.atomic
def move_inspection(
    inspection, seen_version, *, by, starts_on, reason, ends_on=None, in_spite_of=""
):
    """The whole inspection begins on another day; its visits keep their order and sessions.

    Without a last day it lasts as long as before.
    """
    hold_the_tree()
    row = lock(inspection, Inspection.Status.PLANNED)
    first, last, shift = row.starts_on, row.ends_on, starts_on - row.starts_on
    visits = list(row.visits.select_related("unit", "unit_version__unit", "inspection"))
    row = _set_days(
        row, min(first, starts_on), max(last, last + shift), by=by, seen_version=seen_version
    )
    ends_on = ends_on or last + shift
    cautions.overridden(_warnings(row, visits, shift, starts_on, ends_on, by), in_spite_of)
    # The last go first into the future, the first into the past: no two of them meet.
    for visit in sorted(visits, key=lambda one: one.day, reverse=shift > timedelta()):
        visit.inspection = row
        edit_visit(
            visit, visit.version, by=by, unit=visit.unit, day=visit.day + shift,
            session=visit.session, in_spite_of=in_spite_of,
        )  # fmt: skip
    row = _set_days(row, starts_on, ends_on, by=by, in_spite_of=in_spite_of)
    note = f"{_span(first, last)} → {_span(row.starts_on, row.ends_on)}. {reason}"
    audit.record("inspection.move", row, by=by, note=note)
    days = (_span(first, last), _span(row.starts_on, row.ends_on))
    due = _new_report_day(row, first, by)
    _tell_the_unit(row, by, "Thời gian kiểm tra: ", lambda: days, reason, due)
    return row


@transaction.atomic
def cancel_visit(visit, *, by, reason):
    """The visit does not take place; the inspection stays."""
    row = delete_visit(visit, by=by)
    audit.record("visit.cancel", row, by=by, note=f"{visit}: {_when(visit)}. {reason}")
    _tell_the_unit(row, by, f"{visit.place}: ", lambda: (_when(visit), "không kiểm tra"), reason)
    return row


def _new_report_day(row, first, by):
    """When the unit's report is due after a move, by the plan's rule: a line for the unit, or "".

    Home Affairs reads it in the revised notice and may set another day on the report's page. A
    report that came, and a day that would be past, stay as they are.
    """
    report = SelfReport.objects.filter(inspection=row, received_on=None).first()
    if report is None or row.starts_on == first or report.status not in SelfReport.OPEN:
        return ""
    due = schedule.deadline(PlanDeadline.Code.SELF_REPORT, row.starts_on, plan=row.plan)
    if not due or due < by.day or due == report.due_on:
        return ""
    line = f"Hạn nộp báo cáo: {vn_date(report.due_on)} → {vn_date(due)}."
    save_if_unchanged(report, report.version, by=by, verb="self_report.edit", due_on=due)
    audit.record("self_report.edit", row, by=by, note=line)
    return line


def _tell_the_unit(row, by, what, change, reason, more=""):
    """A revision of the notice, if the unit has one and the inspection is still to come.

    Notices are papers: whatever language the planner reads, the words of the change are
    Vietnamese.
    """
    if row.status == Inspection.Status.PLANNED:
        with override("vi"):
            before, after = change()
        said = f"{what}{before} → {after}. Lý do: {reason}"
        revise(row, by=by, changes="\n".join(filter(None, [said, more])))


def _warnings(row, visits, shift, starts_on, ends_on, by):
    """All that speaks against the new days, of the inspection and of its visits, said once."""
    moved = copy(row)
    moved.starts_on, moved.ends_on = starts_on, ends_on
    said = cautions.against_days(moved, by=by)
    for visit in visits:
        day, session = visit.day + shift, visit.session
        said += cautions.against(moved, visit.unit_version, day, session, besides=visit.pk, by=by)
    return dict.fromkeys(said)


def _set_days(row, starts_on, ends_on, *, by, seen_version=None, in_spite_of=None):
    """Other days by the usual action; nothing is written when they are the same.

    Days that are only passed through, or follow a visit that was judged, are not judged.
    """
    is_same = (row.starts_on, row.ends_on) == (starts_on, ends_on)
    if is_same and seen_version in (None, row.version) and in_spite_of is None:
        return row
    return set_schedule(
        row, row.version if seen_version is None else seen_version, by=by,
        delegation=row.delegation, starts_on=starts_on, ends_on=ends_on, form=row.form,
        in_spite_of=in_spite_of,
    )  # fmt: skip


def _days_of_visits(row):
    days = [day for (day,) in row.visits.order_by("day").values_list("day")]
    return (days[0], days[-1]) if days else None


def _when(visit):
    return f"{vn_date(visit.day)} ({visit.get_session_display()})"


def _span(first, last):
    return vn_date(first) if first == last else f"{vn_date(first)} – {vn_date(last)}"

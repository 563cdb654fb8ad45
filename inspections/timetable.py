"""What of an inspection is due when, when it was done and how late: computed, never stored.

What was done is asked of those who know it; every app says its part with `@tells`.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import schedule
from .models import Inspection, Notice, PlanDeadline, PlanUnit

Code = PlanDeadline.Code
Anchor = PlanDeadline.Anchor
S = Inspection.Status
BEFORE_ANY_VISIT = (Code.ESTABLISHING, Code.NOTICE)

_tellers = []


@dataclass(frozen=True)
class Fact:
    """When a step was done; `due_on` is a day set for this inspection instead of the plan's.

    A step that was passed over, or has no object, is over without a day.
    """

    done_on: date | None = None
    due_on: date | None = None
    is_over: bool = False


@dataclass(frozen=True)
class Step:
    """One line: `late` counts working days, `is_known` says that the portal knows when it is done."""

    code: str
    label: str
    words: str
    due_on: date | None
    done_on: date | None
    late: int
    is_over: bool
    is_known: bool

    @property
    def state(self):
        """The name that gives the badge its tone."""
        if self.done_on:
            return "warning" if self.late else "done"
        return "overdue" if self.late else ""

    @property
    def state_words(self):
        if self.done_on and self.late:
            return ngettext(
                "%(late)d working day late", "%(late)d working days late", self.late
            ) % {"late": self.late}
        if self.done_on:
            return _("Done in time") if self.due_on else _("Done")
        if self.late:
            return ngettext(
                "%(late)d working day overdue", "%(late)d working days overdue", self.late
            ) % {"late": self.late}
        return self._words_of_what_is_open()

    def _words_of_what_is_open(self):
        if self.is_over:
            return _("Not waited for")
        if not self.due_on:
            return _("Does not run yet")
        return _("Runs") if self.is_known else _("Not recorded in the portal")


def tells(teller):
    """`teller(inspections)` gives {key: {code of a step: Fact}} in as many questions as for one."""
    _tellers.append(teller)
    return teller


def tells_each(teller):
    """The same of an inspection that knows the answer itself: `teller(inspection)`."""
    return tells(lambda inspections: {one.pk: teller(one) for one in inspections})


@tells_each
def before_the_visit(inspection):
    """The decision on the delegation and the self-report; after the visit nobody waits for them."""
    begun = inspection.status != S.PLANNED
    report = getattr(inspection, "self_report", None)
    told = {
        Code.ESTABLISHING: Fact(
            inspection.delegation.decision_on,
            is_over=begun or bool(inspection.delegation.decision_on),
        )
    }
    if report:
        filed = report.received_on
        told[Code.SELF_REPORT] = Fact(filed, report.due_on, is_over=begun or bool(filed))
    return told


@tells
def notice(inspections):
    """The first one that was issued; what comes unannounced has none."""
    keys = [one.pk for one in inspections]
    sent = Notice.objects.sent().filter(inspection__in=keys).order_by("-revision")
    issued = dict(sent.values_list("inspection_id", "issued_on"))
    return {one.pk: {Code.NOTICE: _notice(one, issued.get(one.pk))} for one in inspections}


def _notice(inspection, issued):
    unannounced = inspection.form == PlanUnit.Form.UNANNOUNCED
    return Fact(issued, is_over=bool(issued) or unannounced or inspection.status != S.PLANNED)


@tells_each
def draft(inspection):
    announced = inspection.status in inspection.UNIT_READS_FINDINGS
    return {Code.DRAFT: Fact(inspection.announced_on, is_over=announced)}


def timetable(inspection, day):
    """The steps of an inspection in their order, as they stand on that day."""
    return timetables([inspection], day)[inspection.pk]


def timetables(inspections, day):
    """{key: the same} of many; plans with their deadlines and self-reports are fetched before."""
    if not inspections:
        return {}
    facts = {one.pk: {} for one in inspections}
    for tell in _tellers:
        for key, told in tell(inspections).items():
            facts[key] |= told
    exceptions = schedule.days_apart(*_reach(inspections, day))
    of_plan = {one.plan_id: schedule.deadlines_of(one.plan) for one in inspections}
    return {
        one.pk: [
            _step(one, row, facts[one.pk], exceptions, day)
            for row in of_plan[one.plan_id]
            if _is_a_step_of(one, row)
        ]
        for one in inspections
    }


def _is_a_step_of(inspection, row):
    """Not the year's; a check that is concluded on the spot has nothing of paper to wait for."""
    return row.day is None and (not inspection.is_spoken or row.code in BEFORE_ANY_VISIT)


def _reach(inspections, day):
    """Far enough for the longest deadline that can be set, twice over."""
    far = timedelta(days=4 * PlanDeadline.MOST_DAYS)
    first = min(one.starts_on for one in inspections)
    last = max(one.ends_on for one in inspections)
    return min(first, day) - far, max(last, day) + far


def _step(inspection, row, facts, exceptions, day):
    fact = facts.get(row.code, Fact())
    start = {
        Anchor.BEFORE_FIRST_VISIT: inspection.starts_on,
        Anchor.AFTER_LAST_VISIT: inspection.ends_on,
        Anchor.AFTER_DRAFT: facts[Code.DRAFT].done_on,
        Anchor.AFTER_CONCLUSION: facts.get(Code.CONCLUSION, Fact()).done_on,
    }[row.anchor]
    due_on = fact.due_on or (start and schedule.counted_from(start, row, exceptions))
    is_known = row.code in facts
    is_over = fact.is_over or inspection.status == S.CANCELLED
    until = fact.done_on or (None if is_over or not is_known else day)
    late = schedule.working_days_after(due_on, until, exceptions) if due_on and until else 0
    return Step(
        code=row.code,
        label=row.get_code_display(),
        words=row.words,
        due_on=due_on,
        done_on=fact.done_on,
        late=late,
        is_over=is_over,
        is_known=is_known,
    )

"""Papers of inspections as their registers know them: plans, and decisions on delegations."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from . import register
from .models import Delegation
from .symbols import HIGHEST, cited


def is_number(number):
    """For the field of a number: none that only a slip of the finger writes."""
    if number > HIGHEST:
        raise ValidationError(register.no_number(number))


def offer(paper):
    """The sentence under the field of a number."""
    return _("The next number of %(symbol)s in %(year)s is %(number)02d.") % {
        "symbol": paper.symbol,
        "year": paper.year,
        "number": register.next_number(paper),
    }


def offer_to_plan(plan, day):
    """The same for a plan; without a date it says how it counts, for the year before may issue it."""
    words = offer(of_plan(plan))
    if plan.issued_on or plan.year == day.year:
        return words
    note = _(
        "No date of issue is entered yet, so it is counted in the year of the plan. Issued in "
        "%(year)s, its number would be %(number)02d."
    ) % {
        "year": day.year,
        "number": register.next_number(replace(of_plan(plan), year=day.year)),
    }
    return f"{words} {note}"


def of_plan(plan):
    """A plan is numbered in the year it is issued, which may be the year before its own."""
    return register.Paper(
        issuer_id=plan.issuer_id,
        province_id=plan.province_id,
        year=plan.issued_on.year if plan.issued_on else plan.year,
        symbol=plan.symbol,
        key=f"plan-{plan.pk}",
        subject=plan.title,
    )


def keep_plan(plan, *, by):
    """After a plan was saved."""
    register.keep(of_plan(plan), plan.number, by=by)


def issue_plan(plan, by):
    """From its approval its number is used for good."""
    keep_plan(plan, by=by)
    register.issue(f"plan-{plan.pk}")


def withdraw_plan(plan, by):
    register.give_back(f"plan-{plan.pk}", by=by)


def restore_plan(plan, by):
    keep_plan(plan, by=by)


def keep_decision(delegation, *, by, before=None):
    """After the decision of a delegation was written; it may be numbered outside the portal.

    Delegations of one plan that cite one decision were formed by one paper. `before` is the
    delegation as it was: a number that none of them cites any more was a slip.
    """
    paper = of_decision(delegation)
    if old := before and of_decision(before):
        register.hold(*filter(None, [old, paper]))
        _forget_unless_cited(old, delegation.plan_id)
    if paper:
        number, _symbol = cited(delegation.decision)
        register.take(paper, by=by, number=number, known=True)


def of_decision(delegation):
    """The paper it cites, or None where no number can be read."""
    found = cited(delegation.decision)
    day = delegation.decision_on or delegation.formed_on
    return found and register.Paper(
        issuer_id=delegation.plan.issuer_id,
        province_id=delegation.province_id,
        year=day.year,
        symbol=found[1][:30],
        key=f"decision-{delegation.plan_id}-{found[0]}",
        subject=delegation.name,
    )


def of_notice(notice, inspection, day):
    """A notice is numbered by the office at the province, in the year it is issued."""
    return register.Paper(
        issuer_id=inspection.province_id,
        province_id=inspection.province_id,
        year=(notice.issued_on or day).year,
        symbol=notice.symbol,
        key=f"notice-{notice.pk}",
        subject=f"Thông báo lịch kiểm tra: {inspection}",
    )


def keep_notice(notice, inspection, *, by):
    """After a notice was saved or issued; an issued one has used its number for good."""
    register.keep(of_notice(notice, inspection, by.day), notice.number, by=by)
    if not notice.is_draft:
        register.issue(f"notice-{notice.pk}")


def of_minutes(minutes, inspection):
    """Minutes are numbered by the delegation, in the year they are held."""
    return register.Paper(
        issuer_id=inspection.plan.issuer_id,
        province_id=inspection.province_id,
        year=(minutes.held_on or inspection.starts_on).year,
        symbol=minutes.symbol,
        key=f"minutes-{inspection.code}-{minutes.pk}",
        subject=f"{minutes.get_kind_display()}: {inspection}",
    )


def keep_minutes(minutes, inspection, *, by):
    """After minutes were saved; signed ones have used their number for good."""
    paper = of_minutes(minutes, inspection)
    register.keep(paper, minutes.number, by=by)
    if minutes.signed_on:
        register.issue(paper.key)


def _forget_unless_cited(paper, plan):
    """A number in its register that no delegation of the plan cites now."""
    rows = Delegation.objects.filter(plan=plan).select_related("plan")
    others = [other for row in rows if (other := of_decision(row))]
    if not any((other.key, other.series) == (paper.key, paper.series) for other in others):
        register.forget(paper)

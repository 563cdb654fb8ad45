"""When a step of a plan is not possible yet: a sentence, or None."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import UnitVersion

from .. import signers
from ..models import Inspection, Plan, PlanUnit
from .units import unit_version_on

# Plans for a year are issued in it, or in the last quarter of the year before.
LAST_QUARTER = 10


def plan_names_units(plan):
    """A plan without units inspects nobody."""
    if not plan.plan_units.exists():
        return _("%(plan)s names no unit to inspect. Add at least one unit.") % {"plan": plan}


def plan_says_what_is_inspected(plan):
    """Type and areas are the body of a plan (domain §5a)."""
    if not plan.types.exists() or not plan.areas.exists():
        return _(
            "%(plan)s does not say what is inspected. Choose at least one type and one area."
        ) % {"plan": plan}


def plan_has_number_and_date(plan):
    """An approved plan is an issued paper: it has a number and a date (Decree 30/2020, Art. 8)."""
    if plan.number is None or plan.issued_on is None:
        return _(
            "%(plan)s has no number or date of issue. Enter both before it goes to approval."
        ) % {"plan": plan}


def signs_for_the_issuer(signer, issuer_id, committee, day):
    """Head and deputies sign a plan."""
    if signer is None or signers.signs_for(signer, issuer_id, committee, day):
        return None
    unit = None if committee else unit_version_on(issuer_id, day)
    return _(
        "%(person)s does not sign for %(issuer)s on %(day)s. Choose its head, a deputy, "
        "or another issuer."
    ) % {
        "person": signer,
        "issuer": committee or (unit.authority if unit else _("the issuing unit")),
        "day": vn_date(day),
    }


def named_by(plan):
    """The units a plan names; of an amendment those the plan it amends does not name already."""
    units = PlanUnit.objects.filter(plan=plan)
    already = PlanUnit.objects.filter(plan=plan.amends_id).values("unit_id")
    return units.exclude(unit_id__in=already) if plan.is_amendment else units


def plan_units_are_in_force(plan):
    """Nobody inspects a unit that does not exist on the day the plan is issued."""
    if plan.issued_on is None:
        return None
    standing = UnitVersion.objects.on(plan.issued_on).values("unit_id")
    gone = named_by(plan).exclude(unit_id__in=standing)
    if names := [str(item) for item in gone.select_related("unit_version")]:
        return _("These units do not exist on the plan's date: %(units)s. Take them out.") % {
            "units": ", ".join(names)
        }


def plan_has_no_live_inspection(plan):
    """A plan under which somebody is inspected cannot be taken away."""
    live = Inspection.objects.filter(plan=plan).exclude(status=Inspection.Status.CANCELLED)
    if count := live.count():
        return _(
            "%(count)d inspections are scheduled under %(plan)s. Cancel them first, with a reason."
        ) % {"count": count, "plan": plan}


def number_is_taken(plan_number, *, issuer_id, year, symbol, besides=None, submission=None):
    """The sentence when the issuer already has a plan with this number, or None."""
    if plan_number is None:
        return None
    same = Plan.objects.filter(issuer_id=issuer_id, year=year, symbol=symbol, number=plan_number)
    if besides:
        same = same.exclude(pk=besides)
    if submission:
        same = same.exclude(submission=submission)
    if found := same.first():
        return _(
            "The number %(reference)s is taken by the plan “%(title)s” of %(year)s. "
            "Look up the register and enter another number."
        ) % {"reference": found.reference, "title": found.title, "year": year}


def plan_is_dated_for(year, issued_on):
    """A plan of a year is issued in it, or in the last quarter of the year before."""
    if issued_on is None or issued_on.year == year:
        return None
    if issued_on.year == year - 1 and issued_on.month >= LAST_QUARTER:
        return None
    return _(
        "The date %(day)s does not fit a plan of %(year)s: it lies in that year or in the last "
        "quarter of the year before. Correct the date or the year."
    ) % {"day": vn_date(issued_on), "year": year}


def lies_in_the_plan_year(day, plan):
    """Work under a plan is done in the plan's year."""
    if day.year != plan.year:
        return _("%(day)s lies outside the year %(year)s of %(plan)s. Choose a day in it.") % {
            "day": vn_date(day),
            "year": plan.year,
            "plan": plan,
        }


def unit_is_scheduled(plan, plan_unit):
    """What to say to somebody who schedules a unit twice."""
    return _("%(unit)s already has an inspection under %(plan)s, or was taken out of it.") % {
        "unit": plan_unit,
        "plan": plan,
    }


def nothing_to_schedule(plan):
    """What is said instead of a form that would offer no unit."""
    return _(
        "Every unit that %(plan)s names has an inspection already, so there is none to schedule. "
        "To inspect another unit, amend the plan and add it; to inspect one anew, cancel its "
        "inspection first."
    ) % {"plan": plan}

"""When a step of an inspection or a visit is not possible yet: a sentence, or None."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date

from ..models import Inspection, Plan, PlanUnit
from .plans import lies_in_the_plan_year


def plan_is_approved(inspection):
    """Work begins under a plan in force only."""
    plan = inspection.plan
    if plan.status != plan.Status.APPROVED:
        return _("%(plan)s is not approved (now: %(state)s). Have it approved first.") % {
            "plan": plan,
            "state": plan.get_status_display(),
        }


def there_is_a_visit(inspection):
    """An inspection on site is drafted after somebody has been there."""
    if inspection.form != PlanUnit.Form.BY_REPORT and not inspection.visits.exists():
        return _("No visit is recorded for %(inspection)s. Record at least one.") % {
            "inspection": inspection
        }


def unit_is_free_again(inspection):
    """A cancelled inspection comes back only if nobody has scheduled the unit since.

    Locks the plan, as scheduling does, so that both cannot happen at once.
    """
    plan = Plan.objects.select_for_update().get(pk=inspection.plan_id)
    other = Inspection.objects.exclude(status=Inspection.Status.CANCELLED).filter(
        plan=plan, unit_id=inspection.unit_id
    )
    if found := other.exclude(pk=inspection.pk).first():
        return _(
            "%(unit)s meanwhile has the inspection %(code)s under %(plan)s. Cancel that one first."
        ) % {"unit": inspection.unit_version.authority, "code": found.code, "plan": plan}


def ends_after_it_starts(starts_on, ends_on):
    if ends_on < starts_on:
        return _(
            "The last day %(last)s lies before the first day %(first)s. Correct one of them."
        ) % {"last": vn_date(ends_on), "first": vn_date(starts_on)}


def visits_stay_inside(inspection, starts_on, ends_on):
    """Moving an inspection must not leave recorded visits outside its days."""
    outside = inspection.visits.exclude(day__range=(starts_on, ends_on))
    if days := sorted({vn_date(visit.day) for visit in outside}):
        return _(
            "Visits are recorded on %(days)s, outside the new days. Change or delete them first."
        ) % {"days": ", ".join(days)}


def visit_day_fits(day, inspection):
    """A visit lies inside the days of its inspection, and in the year of the plan."""
    if day.year != inspection.plan.year:
        return lies_in_the_plan_year(day, inspection.plan)
    if not inspection.starts_on <= day <= inspection.ends_on:
        return _(
            "%(day)s lies outside the days of %(inspection)s (%(first)s to %(last)s). Choose a "
            "day inside, or have the inspection's days changed."
        ) % {
            "day": vn_date(day),
            "inspection": inspection.code,
            "first": vn_date(inspection.starts_on),
            "last": vn_date(inspection.ends_on),
        }

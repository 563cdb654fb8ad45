"""When a step of a plan or an inspection is not possible yet: a sentence, or None."""

from django.utils.translation import gettext as _

from units.models import UnitVersion
from units.querysets import in_force

from .models import DelegationMember, Inspection, PlanUnit


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


def plan_units_are_in_force(plan):
    """Nobody inspects a unit that does not exist on the day the plan is issued."""
    if plan.issued_on is None:
        return None
    standing = UnitVersion.objects.on(plan.issued_on).values("unit_id")
    gone = PlanUnit.objects.filter(plan=plan).exclude(unit_id__in=standing)
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


def plan_is_approved(inspection):
    """Work begins under a plan in force only."""
    plan = inspection.plan
    if plan.status != plan.Status.APPROVED:
        return _("%(plan)s is not approved (now: %(state)s). Have it approved first.") % {
            "plan": plan,
            "state": plan.get_status_display(),
        }


def delegation_has_a_head(inspection):
    """Somebody must lead and sign (Decree 30/2020, Art. 13)."""
    if inspection.delegation.head is None:
        return _("%(delegation)s has no head. Name one first.") % {
            "delegation": inspection.delegation
        }


def members_hold_posts(inspection):
    """Every member belongs to an agency on the first day of the inspection."""
    day = inspection.starts_on
    without = inspection.delegation.members.exclude(
        in_force(day, "person__posts__held_from", "person__posts__held_to")
    )
    if names := [seat.person.full_name for seat in without.select_related("person")]:
        return _(
            "On %(day)s these members hold no post in any agency: %(people)s. "
            "Replace them, or have their posts corrected by the administrator."
        ) % {"day": f"{day:%d/%m/%Y}", "people": ", ".join(names)}


def nobody_inspects_the_own_unit(inspection):
    """A member must not come from the inspected unit (domain §7.1)."""
    return own_unit_conflict(inspection.delegation, inspection.unit_version, inspection.starts_on)


def own_unit_conflict(delegation, unit_version, day):
    """The sentence that names members who belong to this unit or to one below it, or None."""
    inside = (
        UnitVersion.objects.on(day).under(unit_version).values("unit_id")
        if unit_version.level != unit_version.Level.PROVINCE
        else [unit_version.unit_id]
    )
    seats = DelegationMember.objects.filter(
        in_force(day, "person__posts__held_from", "person__posts__held_to"),
        delegation=delegation,
        person__posts__unit_id__in=inside,
    )
    if names := [seat.person.full_name for seat in seats.select_related("person").distinct()]:
        return _(
            "%(people)s belongs to the inspected unit %(unit)s. "
            "Nobody inspects the own unit: choose another member."
        ) % {"people": ", ".join(names), "unit": unit_version.authority}


def there_is_a_visit(inspection):
    """An inspection on site is drafted after somebody has been there."""
    if inspection.form == PlanUnit.Form.ON_SITE and not inspection.visits.exists():
        return _("No visit is recorded for %(inspection)s. Record at least one.") % {
            "inspection": inspection
        }

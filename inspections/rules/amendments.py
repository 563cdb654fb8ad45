"""When an amendment of a plan cannot go on: a sentence, or None."""

from django.utils.translation import gettext as _

from ..models import Inspection, Plan, PlanUnit, PlanVersion


def plan_is_in_force(amendment):
    """Only a plan in force is amended; holds it still, for its units are counted next."""
    plan = Plan.objects.select_for_update(of=("self",)).get(pk=amendment.amends_id)
    if plan.status != Plan.Status.APPROVED:
        return _("%(plan)s is not in force any more; it cannot be amended.") % {"plan": plan}


def inspected_units_stay(amendment):
    """What somebody inspects cannot leave the plan."""
    kept = PlanUnit.objects.filter(plan=amendment).values("unit_id")
    return inspected_stay(PlanUnit.objects.filter(plan=amendment.amends_id).exclude(unit__in=kept))


def inspected_stay(plan_units):
    """The sentence that names those of these units with a live inspection, or None."""
    live = Inspection.objects.exclude(status=Inspection.Status.CANCELLED)
    found = plan_units.select_related("unit_version").order_by("unit_version__path")
    pairs = set(
        live.filter(plan__in={item.plan_id for item in found}).values_list("plan_id", "unit_id")
    )
    names = [str(item) for item in found if (item.plan_id, item.unit_id) in pairs]
    if names:
        return _(
            "These units have an inspection under the plan and cannot be taken out: %(units)s. "
            "Cancel the inspection first, with a reason."
        ) % {"units": ", ".join(names)}


def nothing_was_enacted_since(amendment):
    """An old draft put in force would undo what was amended after it was begun."""
    later = PlanVersion.objects.filter(
        plan=amendment.amends_id, made_at__gt=amendment.created_at, amendment__isnull=False
    )
    if later.exists():
        return _(
            "%(plan)s was amended after this draft was begun. Begin a new amendment instead."
        ) % {"plan": amendment.amends}


def no_other_amendment_is_open(amendment):
    others = Plan.objects.filter(amends=amendment.amends_id, status__in=Plan.OPEN)
    if others.exclude(pk=amendment.pk).exists():
        return amended_already(amendment.amends)


def amended_already(plan):
    """What to say to the second who begins."""
    return _(
        "An amendment of %(plan)s is in preparation already. Open it from the plan and go on there."
    ) % {"plan": plan}


def plan_has_no_open_amendment(plan):
    """A plan under amendment is not taken away below it."""
    if Plan.objects.filter(amends=plan, status__in=Plan.OPEN).exists():
        return _("An amendment of %(plan)s is in preparation. Cancel it first, with a reason.") % {
            "plan": plan
        }

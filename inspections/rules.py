"""When a step of a plan or an inspection is not possible yet: a sentence, or None."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.models import Post, UnitVersion
from units.querysets import in_force

from .models import Delegation, DelegationMember, Inspection, Plan, PlanUnit

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
    """Somebody must lead and sign (Decree 30/2020, Art. 13).

    Locks the delegation, as taking a member out does, so that both cannot happen at once.
    """
    delegation = Delegation.objects.select_for_update().get(pk=inspection.delegation_id)
    if delegation.head is None:
        return _("%(delegation)s has no head. Name one first.") % {"delegation": delegation}


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
    seats = DelegationMember.objects.filter(
        in_force(day, "person__posts__held_from", "person__posts__held_to"),
        delegation=delegation,
        person__posts__unit_id__in=_inside(unit_version, day),
    )
    names = [seat.person.full_name for seat in seats.select_related("person").distinct()]
    return _belongs(names, unit_version)


def candidate_conflict(person, delegation):
    """The same for somebody who is to join a delegation that already has inspections."""
    live = delegation.inspections.exclude(status=Inspection.Status.CANCELLED)
    for inspection in live.select_related("unit_version"):
        day, version = inspection.starts_on, inspection.unit_version
        posts = Post.objects.on(day).filter(person=person, unit_id__in=_inside(version, day))
        if posts.exists():
            return _belongs([person.full_name], version)
    return None


def _inside(unit_version, day):
    """Keys of the unit and what is below it; of a province only its own authority."""
    if unit_version.level == unit_version.Level.PROVINCE:
        return [unit_version.unit_id]
    return UnitVersion.objects.on(day).under(unit_version).values("unit_id")


def _belongs(names, unit_version):
    if names:
        return _(
            "%(people)s belongs to the inspected unit %(unit)s. "
            "Nobody inspects the own unit: choose another member."
        ) % {"people": ", ".join(names), "unit": unit_version.authority}


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


def ends_after_it_starts(starts_on, ends_on):
    if ends_on < starts_on:
        return _(
            "The last day %(last)s lies before the first day %(first)s. Correct one of them."
        ) % {"last": vn_date(ends_on), "first": vn_date(starts_on)}


def unit_version_on(unit, day):
    """How the unit is on that day, or None while it does not exist."""
    return UnitVersion.objects.on(day).filter(unit=unit).first()


def unit_exists_on(unit, day, name):
    if unit_version_on(unit, day) is None:
        return _(
            "%(unit)s does not exist on %(day)s. Choose another day, or the unit that took its "
            "place."
        ) % {"unit": name, "day": vn_date(day)}


def visits_stay_inside(inspection, starts_on, ends_on):
    """Moving an inspection must not leave recorded visits outside its days."""
    outside = inspection.visits.exclude(day__range=(starts_on, ends_on))
    if days := sorted({vn_date(visit.day) for visit in outside}):
        return _(
            "Visits are recorded on %(days)s, outside the new days. Change or delete them first."
        ) % {"days": ", ".join(days)}


def delegation_may_change(inspection, delegation, *, has_begun):
    """What was recorded belongs to who recorded it; afterwards only members are replaced."""
    if has_begun and delegation.pk != inspection.delegation_id:
        return _(
            "%(inspection)s has begun once already; its delegation stays. Change the members of "
            "the delegation instead."
        ) % {"inspection": inspection}


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


def unit_below(inspection, unit_id, day):
    """The version on that day of a unit that is the inspected one or below it, or None."""
    top = unit_version_on(inspection.unit_id, day) or inspection.unit_version
    return UnitVersion.objects.on(day).under(top).filter(unit_id=unit_id).first()


def unit_is_below(inspection, unit_id, day):
    if unit_below(inspection, unit_id, day) is None:
        return _(
            "On %(day)s this unit does not belong to %(unit)s. Choose the inspected unit or one "
            "below it."
        ) % {"day": vn_date(day), "unit": inspection.unit_version.authority}


def post_held(person, day):
    """The latest post the person holds on that day, with the words papers use; or None."""
    held = Post.objects.on(day).filter(person=person).order_by("-held_from", "-pk")
    for post in held:
        if version := unit_version_on(post.unit_id, day):
            return post, post.named_with(version)
    return None


def holds_a_post(person, day):
    if post_held(person, day) is None:
        return _(
            "%(person)s holds no post in any agency on %(day)s. Choose somebody else, or have "
            "the posts corrected by the administrator."
        ) % {"person": person.full_name, "day": vn_date(day)}


def unit_is_scheduled(plan, plan_unit):
    """What to say to somebody who schedules a unit twice."""
    return _("%(unit)s already has an inspection under %(plan)s, or was taken out of it.") % {
        "unit": plan_unit,
        "plan": plan,
    }

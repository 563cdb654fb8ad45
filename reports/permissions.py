"""Who may have which paper made. Seeing a request is in querysets.py.

The inspected unit gets only what is meant for it: the notice and the outline, minutes that are
signed, the draft from its announcement on, the conclusion, the letter that urges it and its own
report. Plans and decisions are papers of those who inspect.
"""

from inspections import permissions as inspections
from inspections.models import DelegationMember
from inspections.querysets import own_delegations
from reform_portal.common.roles import Role


def inspects(actor, inspection):
    """Those who plan, approve or audit in the province, and the delegation."""
    return inspections.reads_province(actor, inspection) or inspections.records(actor, inspection)


def is_told(actor, inspection):
    """An official of the inspected unit, once it may know of the inspection."""
    return inspections.answers(actor, inspection) and not inspection.is_embargoed


def may_have_plan(actor, plan):
    """Readers of the province, and members of the plan's delegations."""
    if inspections.reads_province(actor, plan):
        return True
    if not actor.is_a(Role.INSPECTOR):
        return False
    return plan.delegations.filter(pk__in=own_delegations(actor.person_id)).exists()


def may_have_decision(actor, delegation):
    """Readers of the province, and the delegation itself."""
    if inspections.reads_province(actor, delegation):
        return True
    seats = DelegationMember.objects.filter(delegation=delegation, person=actor.person_id)
    return actor.is_a(Role.INSPECTOR) and seats.exists()


def may_have_notice(actor, inspection):
    """The unit once the notice was sent to it."""
    if inspects(actor, inspection):
        return True
    return is_told(actor, inspection) and inspection.notices.sent().exists()


def may_have_outline(actor, inspection):
    """A check that is concluded on the spot asks for no report."""
    if inspection.is_spoken:
        return False
    return inspects(actor, inspection) or is_told(actor, inspection)


def may_have_minutes(actor, minutes):
    """The unit once both sides signed, and not before it may read what was found."""
    inspection = minutes.inspection
    if inspects(actor, inspection):
        return True
    open_to_unit = inspection.status in inspection.UNIT_READS_FINDINGS and minutes.signed_on
    return bool(open_to_unit) and is_told(actor, inspection)


def may_have_spoken(actor, inspection):
    """What was said on the spot: the unit once the check has ended."""
    if not inspection.is_spoken:
        return False
    if inspects(actor, inspection):
        return True
    return inspection.is_issued and is_told(actor, inspection)


def may_request(actor, inspection):
    """Draft and conclusion: the unit's official from the announcement on."""
    return not inspection.is_spoken and inspections.reads_fieldwork(actor, inspection)


def may_have_followed_up(actor, inspection):
    """What becomes of recommendations: the unit once the conclusion is issued."""
    if inspection.is_spoken:
        return False
    if inspects(actor, inspection):
        return True
    return inspection.is_issued and is_told(actor, inspection)


def may_have_overview(actor, subject):
    """Tables over many inspections: those who plan, approve or audit in the province."""
    return inspections.reads_province(actor, subject)

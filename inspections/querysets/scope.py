"""Which rows of content a person may see: one condition for every table that carries scope."""

from django.apps import apps
from django.db.models import Q

from reform_portal.common.roles import Role

# Who reads everything of a province: those who plan, those who approve, those who audit.
READS_PROVINCE = (Role.PLANNER, Role.CHAIR, Role.AUDITOR)
NOTHING = Q(pk__in=[])


def own_delegations(person_id):
    """Keys of the delegations this person is in (QuerySets sit below models, hence the name)."""
    members = apps.get_model("inspections", "DelegationMember").objects
    return members.filter(person_id=person_id).values("delegation_id")


def content_scope(actor, *, delegation="delegation_id", unit=None, answering="unit_id"):
    """The condition, on plain columns, that says which rows of content a person may see.

    Readers see their provinces, members the work of their delegations, officials their unit as
    far as the condition `unit` allows (None: not at all); `answering` is the column that says
    which unit answers. Administrators see no content.
    """
    scope = NOTHING
    if actor is None:
        return scope
    if actor.is_a(*READS_PROVINCE):
        scope |= Q(province_id__in=actor.province_ids)
    if actor.is_a(Role.INSPECTOR):
        scope |= Q(**{f"{delegation}__in": own_delegations(actor.person_id)})
    if actor.is_a(Role.OFFICIAL) and unit is not None:
        scope |= unit & Q(**{f"{answering}__in": actor.officer_unit_ids})
    return scope

"""Which rows of content a person may see: one condition for every table that carries scope."""

from django.apps import apps
from django.db.models import Exists, OuterRef, Q

from reform_portal.common.roles import Role

# Who reads everything of a province: those who plan, those who approve, those who audit.
READS_PROVINCE = (Role.PLANNER, Role.CHAIR, Role.AUDITOR)
NOTHING = Q(pk__in=[])
# An unannounced inspection before the delegation has arrived (docs/adr/0024-unannounced.md).
EMBARGOED = Q(form="unannounced", arrived_on=None)


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


def inspection_scope(actor, *, unit=None):
    """The same for inspections: what is unannounced is closed to everybody of the unit.

    Whatever the person's role: officials, and who reads or inspects elsewhere in the province
    but belongs to the unit.
    """
    open_to_unit = None if unit is None else unit & ~EMBARGOED
    scope = content_scope(actor, unit=open_to_unit)
    return scope & (~EMBARGOED | not_of(actor)) if actor else scope


def knows_of(actor):
    """The condition under which a person may learn at all that there is an inspection."""
    return ~EMBARGOED | inspection_scope(actor)


def not_of(actor):
    """The condition that a row's unit is not the actor's own.

    Own is a unit the person has a post in, one that unit belongs to, and one it took over.
    """
    own = apps.get_model("units", "UnitVersion").objects.filter(
        unit_id__in=actor.unit_ids | actor.officer_unit_ids
    )
    row = OuterRef("unit_id")
    return ~Exists(own.filter(Q(unit_id=row) | Q(parent_id=row) | Q(district_id=row)))

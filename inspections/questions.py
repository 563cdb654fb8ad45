"""What the pages of inspections ask, compiled once (see reform_portal.common.kept)."""

from reform_portal.common.kept import kept
from reform_portal.common.paging import pages_by_key

from .models import (
    ClarifyingQuestion,
    DelegationMember,
    EquipmentCount,
    Inspection,
    Minutes,
    ReformArea,
    SpokenConclusion,
    Visit,
)


@pages_by_key(Inspection, order=("-starts_on", "-id"))
def inspections_in_rows(actor, chosen):
    """The list; `chosen` are its filters."""
    return Inspection.objects.visible_to(actor).search(actor=actor, **chosen).in_rows()


@kept
def inspections_of_code(actor, code):
    """The inspection of this code with what its pages print; nothing for those it is closed to."""
    found = Inspection.objects.visible_to(actor).with_page_data()
    return found.select_related("self_report", "unit__ended_by").filter(code=code)


@kept
def seats_of(delegation_id):
    return DelegationMember.objects.filter(delegation=delegation_id).select_related("person")


@kept
def visits_of(actor, inspection_id):
    return Visit.objects.filter(inspection=inspection_id).as_read_by(actor)


@kept
def spoken_of(actor, inspection_id):
    """What was said at the visits, in their order."""
    found = SpokenConclusion.objects.visible_to(actor).filter(visit__inspection=inspection_id)
    return found.select_related("visit", "said_by").order_by("visit__day", "visit__stop", "id")


@kept
def counts_of(actor, inspection_id):
    """The equipment counted at its visits, visit by visit."""
    found = EquipmentCount.objects.visible_to(actor)
    found = found.filter(survey__visit__inspection=inspection_id)
    related = found.select_related("kind", "survey__visit")
    return related.order_by("survey__visit__day", "survey__visit_id", "kind__code")


@kept
def questions_of(inspection_id):
    found = ClarifyingQuestion.objects.filter(inspection=inspection_id)
    return found.with_people()


@kept
def minutes_of(actor, inspection_id):
    return Minutes.objects.filter(inspection=inspection_id).visible_to(actor)


@kept
def areas_on(day):
    """The reform areas in force on that day."""
    return ReformArea.objects.on(day)

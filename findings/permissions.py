"""Who may do what with findings, explanations, conclusions and remediation (domain §7.1)."""

from inspections import permissions as inspections
from reform_portal.common.roles import Role


def records_findings(actor, inspection):
    """The delegation records, while the inspection is open for it."""
    return inspections.records(actor, inspection)


def changes_finding(actor, finding):
    return inspections.records(actor, finding.inspection)


def writes_conclusion(actor, inspection):
    """Everybody in the delegation writes the draft; once the unit has read it, the head alone."""
    if inspection.status in inspection.UNIT_READS_FINDINGS:
        return inspections.leads(actor, inspection)
    return inspections.records(actor, inspection)


def reads_drafting(actor, inspection):
    """Who sees the draft being written and reviewed: everybody but the unit, at any time."""
    return inspections.reads_drafting(actor, inspection)


def explains(actor, inspection):
    return inspections.answers(actor, inspection)


def decides_on_explanations(actor, inspection):
    """The head decides, with a reason."""
    return inspections.leads(actor, inspection)


def decides_on_explanation(actor, explanation):
    return decides_on_explanations(actor, explanation.inspection)


def carries_out(actor, remediation):
    """An official who answers for the unit that carries it out."""
    return (
        actor.is_a(Role.OFFICIAL)
        and remediation.issued
        and remediation.bearer_id in actor.officer_unit_ids
    )


def verifies(actor, remediation):
    """Home Affairs verifies what was done; the head of the delegation may too."""
    return inspections.leads_or_plans(actor, remediation.inspection) or inspections.plans(
        actor, remediation
    )


def hands_over(actor, remediation):
    """Home Affairs, or the head, decides which successor of an ended unit carries it out."""
    return remediation.issued and verifies(actor, remediation)


def drops(actor, remediation):
    """Only Home Affairs says that a recommendation has no object any more.

    A unit that will end on a later day is still there to act.
    """
    ends_on = remediation.unit.closed_on
    return inspections.plans(actor, remediation) and not (ends_on and ends_on > actor.day)


def reads_for_the_unit(actor, inspection):
    """Whose reading is kept as proof: an official of the inspected unit, from the draft on."""
    read = inspection.status in inspection.UNIT_READS_FINDINGS
    return read and inspections.answers(actor, inspection)


def announces(actor, inspection):
    """The head announces the draft, at a meeting or on the portal."""
    return inspections.leads(actor, inspection)


def proves_delivery(actor, inspection):
    """The head, or Home Affairs which sends the papers."""
    return inspections.leads_or_plans(actor, inspection)


def decides_on_extension(actor, extension):
    return inspections.leads(actor, extension.inspection)


def comments(actor, inspection):
    """Everybody in the delegation comments on its draft, and answers."""
    return inspections.records(actor, inspection)


def takes_up(actor, comment):
    """Who writes the draft says that a comment is taken up; the head also of an own one."""
    inspection = comment.inspection
    writes = writes_conclusion(actor, inspection) and actor.person_id != comment.written_by_id
    return writes or inspections.leads(actor, inspection)


def leaves(actor, comment):
    """Only the head leaves a sentence as it is."""
    return inspections.leads(actor, comment.inspection)


def reopens(actor, comment):
    """Whoever wrote the comment, or the head."""
    own = actor.person_id == comment.written_by_id and comments(actor, comment.inspection)
    return own or inspections.leads(actor, comment.inspection)


def asks_for_review(actor, inspection):
    """The head asks for it."""
    return inspections.leads(actor, inspection)


def reviews(actor, review):
    """The member who was asked, while in the delegation."""
    return actor.person_id == review.reviewer_id and comments(actor, review.inspection)


def takes_review_back(actor, review):
    """The head, who asked for it."""
    return asks_for_review(actor, review.inspection)

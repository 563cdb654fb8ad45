"""Who writes, approves and withdraws what the public reads."""

from inspections import permissions as inspections


def writes(actor, inspection):
    """The delegation, or Home Affairs."""
    return inspections.records(actor, inspection) or inspections.plans(actor, inspection)


def reads(actor, inspection):
    """Those who inspect; everybody else reads what is published."""
    return inspections.records(actor, inspection) or inspections.reads_province(actor, inspection)


def rewrites(actor, summary):
    """Who may write it: the delegation, or Home Affairs."""
    return writes(actor, summary.inspection)


def leads_the_issuer(actor, summary):
    """Who approves plans of the body that inspects."""
    return inspections.approves(actor, summary.inspection.plan)


def approves(actor, summary):
    """One of them who has not written at it."""
    if not leads_the_issuer(actor, summary):
        return False
    return not summary.authors.filter(pk=actor.person_id).exists()


def to_approve(actor, summaries):
    """Of these those this person approves."""
    led = inspections.approved_by(actor, summaries, "inspection__plan__")
    return led.exclude(authors=actor.person_id)


def sends_back(actor, summary):
    """Who decides on it, or who wrote it and sees a mistake."""
    return leads_the_issuer(actor, summary) or rewrites(actor, summary)


def withdraws(actor, summary):
    """At once, by whoever answers for it."""
    of = summary.inspection
    return leads_the_issuer(actor, summary) or inspections.leads_or_plans(actor, of)

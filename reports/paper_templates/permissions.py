"""Who writes the words of an issuer and who puts them in force (domain §7.1: approval at the same

level). Administrators have no right to content, so not to these either.
"""

from inspections import permissions as inspections


def writes(actor, template):
    """Home Affairs of the issuer's province, as with plans."""
    return inspections.plans(actor, template)


def decides(actor, template):
    """The head or a deputy of the committee, or a leader of the unit; never who wrote at it."""
    if not inspections.approves(actor, template):
        return False
    return actor.person_id not in {author.pk for author in template.authors.all()}


def to_decide(actor, templates):
    """Of these those this person decides on."""
    return inspections.approved_by(actor, templates).exclude(authors=actor.person_id)

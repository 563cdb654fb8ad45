"""When a news text may not go to the public yet: a sentence, or None."""

from django.utils.translation import gettext as _

from .names import people_in


def conclusion_is_in_force(summary):
    """Nothing of a draft, of a conclusion taken back, or of an unannounced visit before arrival."""
    inspection = summary.inspection
    if not inspection.is_issued or inspection.is_embargoed:
        return _(
            "The conclusion of %(inspection)s is not in force; nothing of it is published."
        ) % {"inspection": inspection}


def nobody_is_named(summary):
    """People the portal knows, and what reads like a person, but for head and signer."""
    found = people_in(summary.whole, summary.inspection)
    if improper := (*found.barred, *found.likely):
        return _(
            "These people are named: %(names)s. Names of individuals are not published; write the "
            "post or the unit instead."
        ) % {"names": ", ".join(improper)}


def nothing_private_is_told(summary):
    """No telephone number, number of an identity card or e-mail address stands in the text."""
    found = people_in(summary.whole, summary.inspection)
    if found.private:
        return _("Take these numbers and addresses out of the text: %(found)s.") % {
            "found": ", ".join(found.private)
        }


def naming_has_a_reason(summary):
    """Head and signer are public facts; that they are named is still a decision."""
    found = people_in(summary.whole, summary.inspection)
    if found.proper and not summary.named_because.strip():
        return _(
            "%(names)s led the inspection or signed the conclusion and may be named. Write why, or "
            "take the name out."
        ) % {"names": ", ".join(found.proper)}

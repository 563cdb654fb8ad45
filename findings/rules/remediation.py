"""When a step about what must be remedied is not possible yet: a sentence, or None."""

from django.utils.translation import gettext as _

from ..models import Remediation


def nothing_left_to_remedy(inspection):
    """An inspection closes when every addressee's work is accepted."""
    if left := Remediation.objects.open().filter(inspection=inspection).count():
        return _("%(count)d recommendations are not carried out and accepted yet.") % {
            "count": left
        }


def addressee_has_ended(remediation):
    """Without an object is only what was asked of a unit that is gone (domain §6.2)."""
    if remediation.unit.closed_on is None:
        return _(
            "%(unit)s is in force and carries out the recommendation itself. Verify what it "
            "reports, or return it."
        ) % {"unit": remediation.unit_version.authority}


def may_be_handed_to(bearer, offered):
    """Only what stands today of the addressee or of its successors carries on its work."""
    if bearer.pk not in {version.unit_id for version in offered}:
        return _(
            "%(unit)s is not a successor of the addressee that is in force today. Choose one of "
            "those offered."
        ) % {"unit": bearer}


def outcome_is_written(remediation):
    """A report says what was done."""
    if not remediation.outcome.strip():
        return _("Write what was done before reporting it.")


def outcome_is_whole(remediation):
    """Reported as done is done; what is under way is saved instead."""
    if remediation.progress < 100:
        return _(
            "Done so far is %(progress)s %%. Report it once it is 100 %%; until then save how far "
            "it has got."
        ) % {"progress": remediation.progress}

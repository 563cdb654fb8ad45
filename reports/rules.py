"""When a paper cannot be made yet: a sentence, or None."""

from django.utils.translation import gettext as _

from findings.models import Conclusion, Remediation
from inspections.models import SpokenConclusion
from inspections.notices import wants_notice
from inspections.rules import plan_names_units

__all__ = ["nothing_to_wait_for", "plan_names_units"]


def nothing_to_wait_for(subject):
    """Some papers can be made at any time."""


def delegation_has_a_head(delegation):
    """A decision names who leads."""
    if delegation.head is None:
        return _("%(delegation)s has no head yet. Choose one first.") % {"delegation": delegation}


def unit_is_notified(inspection):
    """Nobody is notified of an unannounced inspection."""
    if not wants_notice(inspection):
        return _("%(inspection)s comes unannounced: there is no notice of it.") % {
            "inspection": inspection
        }


def something_was_said(inspection):
    """The record tells what was concluded at the visits."""
    if not SpokenConclusion.objects.filter(visit__inspection=inspection).exists():
        return _(
            "Nothing that was said at the visits of %(inspection)s is written down yet. Write "
            "down a conclusion first."
        ) % {"inspection": inspection}


def something_is_open(inspection):
    """A letter urges what is not done; before the conclusion nothing was asked."""
    if reason := conclusion_is_issued(inspection):
        return reason
    if not Remediation.objects.running().open().filter(inspection=inspection).exists():
        return _("Every recommendation of %(inspection)s is settled; there is nothing to urge.") % {
            "inspection": inspection
        }


def unit_was_asked(inspection):
    """The unit reports on recommendations of an issued conclusion that are addressed to it."""
    if reason := conclusion_is_issued(inspection):
        return reason
    asked = Remediation.objects.running().filter(inspection=inspection, unit=inspection.unit_id)
    if not asked.exists():
        return _("No recommendation of %(inspection)s is addressed to the inspected unit.") % {
            "inspection": inspection
        }


def conclusion_is_issued(inspection):
    if not inspection.is_issued or not Conclusion.objects.filter(inspection=inspection).exists():
        return _("The conclusion of %(inspection)s is not issued yet. Issue it first.") % {
            "inspection": inspection
        }

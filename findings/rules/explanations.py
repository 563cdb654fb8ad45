"""When an explanation cannot be sent, decided or given more days: a sentence, or None."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date

from ..counts import counts_of
from ..models import Explanation


def unit_has_spoken(inspection):
    """Sending an explanation means there is one; the unit may also write that it agrees."""
    if not Explanation.objects.filter(inspection=inspection).exists():
        return _(
            "There is no explanation to send. Explain a finding or write what the unit says to "
            "the whole draft, even if it is that the unit agrees."
        )


def explanations_are_decided(inspection):
    """Every explanation gets its answer before the conclusion (domain §1.2, 000-7)."""
    if left := counts_of(inspection)["undecided"]:
        return _("%(count)d explanations are not decided. Accept or refuse each with a reason.") % {
            "count": left
        }


def days_asked_for_are_answered(inspection):
    """A unit that asks for more days is answered before its explanation is done without."""
    if counts_of(inspection)["asking"]:
        return _("The unit asks for more days to explain. Grant or refuse them first.")


def decision_is_open(explanation):
    """Explanations are decided between their sending and the conclusion."""
    inspection = explanation.inspection
    if inspection.status != inspection.Status.EXPLAINED:
        return _(
            "%(inspection)s is in the state “%(state)s”; explanations are decided once sent."
        ) % {
            "inspection": inspection,
            "state": inspection.get_status_display(),
        }


def extension_fits(inspection, asked_until, today):
    """More days end later than the days there are."""
    due_on = inspection.explanation_due_on
    if due_on is None:
        return _("The days to explain do not run yet. Read the draft first; then they begin.")
    if asked_until <= due_on:
        return _("The explanation is due on %(day)s. Ask for a later day, or for none.") % {
            "day": vn_date(due_on)
        }
    if asked_until <= today:
        return _("%(day)s is over. Ask for a day that is still to come.") % {
            "day": vn_date(asked_until)
        }

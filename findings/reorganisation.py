"""What findings say to a reorganisation of units: which recommendations pass to the heir."""

from collections import Counter

from django.db.models import F
from django.utils.translation import gettext as _

from reform_portal.common import editing
from units import reorganisation_hooks as hooks

from .models import Remediation


@hooks.consequences
def what_is_left_open(ended, changed, day):
    """Open recommendations stay addressed as they were; the heir sees, answers and reports.

    Only how many, of which unit: administrators have no right to what they say.
    """
    rows = Remediation.objects.open().running().filter(bearer__in=[one.unit_id for one in ended])
    if total := rows.count():
        by_unit = Counter(rows.values_list("bearer_id", flat=True))
        lines = [f"{one}: {by_unit[one.unit_id]}" for one in ended if one.unit_id in by_unit]
        title = _("Open recommendations; the unit that takes over carries them out")
        yield hooks.Consequence(title, lines[: hooks.MOST_LISTED], total)


@hooks.before_undo
def nothing_was_dropped(act):
    """What was closed because its addressee had ended is open work again when that one stands."""
    if count := _of_the_ended(act).filter(status=Remediation.Status.DROPPED).count():
        return _(
            "%(count)d recommendations were closed as no longer applicable since their addressee "
            "ended. Have them reopened first."
        ) % {"count": count}


@hooks.undone
def give_back_what_was_handed_over(act, by):
    """The addressee stands again and carries out what another successor was given."""
    for row in _of_the_ended(act).exclude(bearer=F("unit")).select_for_update():
        verb = "remediation.hand_over"
        editing.save_if_unchanged(
            row, row.version, by=by, verb=verb, note=act.decision, bearer=row.unit
        )


def _of_the_ended(act):
    """Rows of the units that ended by this act."""
    return Remediation.objects.filter(unit__in=act.successions.values("predecessor_id"))

"""What findings say to a reorganisation of units: which recommendations pass to the heir."""

from collections import Counter

from django.utils.translation import gettext as _

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

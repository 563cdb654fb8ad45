"""What a load did: counts of both eras, what was written, and what could not be."""

from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date


@dataclass
class Report:
    """`standing`: units by level on each day of interest. `unmapped`: a sentence each."""

    standing: dict = field(default_factory=dict)
    written: Counter = field(default_factory=Counter)
    unmapped: list = field(default_factory=list)

    @property
    def changed(self):
        return bool(self.written.total())

    def lines(self):
        """The report as a person reads it."""
        for day, counts in self.standing.items():
            yield _(
                "On %(day)s: %(province)s provinces, %(district)s districts, %(commune)s communes."
            ) % {"day": vn_date(day), **counts}
        if self.changed:
            yield _(
                "Written: %(units)s units, %(versions)s versions, %(ended)s ends, "
                "%(successions)s successions."
            ) % {name: self.written[name] for name in ("units", "versions", "ended", "successions")}
        else:
            yield _("Everything was there already; nothing was written.")
        if self.unmapped:
            yield _("Not mapped: %(number)s.") % {"number": len(self.unmapped)}
            yield from self.unmapped

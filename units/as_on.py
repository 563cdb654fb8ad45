"""The day the pages of units, people and committees are about: today, or one in the address.

Views ask `as_on(request)`; links inside the section are written with the tag `as_on`, so that a
reader who chose a day stays in it.
"""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from reform_portal.common.forms import DayField

PARAMETER = "on"
# What belongs to one list as it was shown, not to the reader's choice.
PAGING = ("after", "before")


@dataclass(frozen=True)
class AsOn:
    """The day asked for, and whether that is today."""

    day: date
    today: date

    @property
    def is_today(self):
        return self.day == self.today

    @property
    def written(self):
        """The day as an address carries it; nothing for today."""
        return "" if self.is_today else self.day.isoformat()

    def address(self, url):
        """This address inside the section, on the same day."""
        if self.is_today:
            return url
        parts = urlsplit(url)
        given = [parts.query, f"{PARAMETER}={self.written}"]
        return parts._replace(query="&".join(filter(None, given))).geturl()


def as_on(request):
    """The day this request asks about; a word that is no day is said to be none."""
    if not hasattr(request, "as_on"):
        request.as_on = AsOn(_day_asked(request) or request.day, request.day)
    return request.as_on


def carried(request):
    """The rest of the address, as (name, values): what another day leaves as it is."""
    given = request.GET
    return [
        (name, value)
        for name in given
        if name not in (PARAMETER, *PAGING)
        for value in given.getlist(name)
    ]


def _day_asked(request):
    words = request.GET.get(PARAMETER, "")
    try:
        return DayField(required=False).clean(words)
    except ValidationError:
        said = {"words": words[:40], "today": vn_date(request.day)}
        messages.warning(request, _("“%(words)s” is no day; shown is today, %(today)s.") % said)
        return None

"""When a conclusion that was recalled cannot be issued anew yet: a sentence, or None."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date

from .keeping import conclusions_of


def replaces_rightly(inspection):
    """A paper that replaces another bears a number of its own and is not older than it."""
    paper = getattr(inspection, "conclusion", None)
    earlier = conclusions_of(inspection).order_by("-pk").first()
    if earlier is None or paper is None or paper.issued_on is None:
        return None
    if paper.issued_on < earlier.issued_on:
        return _(
            "The conclusion is dated %(day)s, before the paper it replaces, no. %(paper)s of "
            "%(earlier)s. Correct the date."
        ) % {
            "day": vn_date(paper.issued_on),
            "paper": earlier,
            "earlier": vn_date(earlier.issued_on),
        }
    if paper.reference == earlier.reference and paper.year == earlier.issued_on.year:
        return _(
            "No. %(paper)s is the number of the paper that was recalled; two papers never bear one "
            "number. Take the next number."
        ) % {"paper": earlier}

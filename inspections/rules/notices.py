"""When a notice cannot be issued yet: a sentence, or None."""

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date

from ..models import Inspection, Notice

# What an issued paper must say, by column.
NEEDED = ("number", "issued_on", "signer", "capacity")


def notice_is_complete(notice):
    """An issued paper has a number, a date and a signer (Decree 30/2020, Art. 8)."""
    missing = [name for name in NEEDED if not getattr(notice, name)]
    if missing:
        labels = [str(Notice._meta.get_field(name).verbose_name) for name in missing]
        return _("The notice lacks: %(fields)s. Complete it before it is issued.") % {
            "fields": ", ".join(labels)
        }


def notice_fits_its_inspection(notice):
    """A visit is announced while it is to come, and its end when it was cancelled."""
    inspection = notice.inspection
    state = {"inspection": inspection, "state": inspection.get_status_display()}
    if notice.occasion == Notice.Occasion.CANCELLED:
        if inspection.status != Inspection.Status.CANCELLED:
            return _(
                "%(inspection)s takes place (now: %(state)s); this notice says that it does not. "
                "Change the notice's words and prepare it anew."
            ) % (state)
    elif inspection.status != Inspection.Status.PLANNED:
        return _(
            "%(inspection)s is no longer to come (now: %(state)s), so its schedule cannot be "
            "announced."
        ) % (state)


def notice_comes_before_the_visit(notice):
    """Nobody is told today of what was yesterday."""
    first = notice.inspection.starts_on
    cancelled = notice.occasion == Notice.Occasion.CANCELLED
    if notice.issued_on and notice.issued_on > first and not cancelled:
        return _(
            "The notice is dated %(issued)s, after the first day of the inspection (%(first)s). "
            "Correct the date."
        ) % {"issued": vn_date(notice.issued_on), "first": vn_date(first)}


def notice_is_the_newest(notice):
    """Only the last revision says what holds."""
    later = Notice.objects.filter(inspection=notice.inspection_id, revision__gt=notice.revision)
    if later.exists():
        return _("A later revision of this notice exists. Issue that one.")

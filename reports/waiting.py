"""What waits in the reports, for the start page: finished files that were not fetched yet."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from reform_portal.common.waiting import Waiting, register

from .models import ReportRequest

MOST = 5
TOLD_FOR = timedelta(days=3)


@register
def finished_files(actor):
    """For whoever asked: the file is there."""
    rows = ReportRequest.objects.untaken(actor, timezone.now() - TOLD_FOR).order_by("-id")
    return [
        Waiting(
            title=_("%(file)s is ready") % {"file": row.file_name},
            url=reverse("reports:request_detail", args=[row.pk]),
            action=_("Fetch the file"),
            about=row.get_kind_display().capitalize(),
        )
        for row in rows[:MOST]
    ]

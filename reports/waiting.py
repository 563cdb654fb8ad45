"""What waits in the reports, for the start page: finished files that were not fetched yet."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from reform_portal.common.roles import Role
from reform_portal.common.waiting import Waiting, register

from .models import PaperTemplate, ReportRequest
from .paper_templates import permissions as templates

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


@register
def templates_to_decide_on(actor):
    """For a leader: words of papers that somebody else submitted."""
    if not actor.is_a(Role.CHAIR):
        return []
    rows = PaperTemplate.objects.visible_to(actor).filter(status=PaperTemplate.Status.SUBMITTED)
    return [
        Waiting(
            title=_("The template “%(kind)s”, version %(number)s, waits to be put in force")
            % {"kind": row.get_kind_display(), "number": row.number},
            url=row.get_absolute_url(),
            action=_("Read and decide"),
            about=row.issuer_name,
        )
        for row in templates.to_decide(actor, rows).order_by("pk")[:MOST]
    ]

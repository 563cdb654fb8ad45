"""What waits for who approves news texts."""

from django.utils.translation import gettext as _

from reform_portal.common.roles import Role
from reform_portal.common.waiting import Waiting, register

from ..models import PublicSummary
from .permissions import to_approve

MOST = 10


@register
def summaries_to_approve(actor):
    """The leader of the issuer reads what is submitted, and publishes or returns it."""
    if not actor.is_a(Role.CHAIR):
        return []
    submitted = PublicSummary.objects.submitted_in(actor.province_ids)
    return [
        Waiting(
            title=str(row),
            url=row.get_absolute_url(),
            action=_("Decide"),
            about=_("Public summary"),
        )
        for row in to_approve(actor, submitted).order_by("id")[:MOST]
    ]

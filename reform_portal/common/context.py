"""What every page's frame shows: sections a person may use, and how he or she reads."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from .models import User
from .roles import Role

CONTENT = (Role.CHAIR, Role.PLANNER, Role.INSPECTOR, Role.OFFICIAL, Role.AUDITOR)


def frame(request):
    """Context of base.html; no query."""
    actor = getattr(request, "actor", None)
    return {
        "actor": actor,
        "sections": list(_sections(actor, request.path)) if actor else [],
        "office_name": settings.OFFICE_NAME,
        "text_size": _text_size(request),
        "high_contrast": _high_contrast(request),
    }


def _sections(actor, path):
    """The sections this person may use, in the order of the work."""
    everybody = tuple(Role)
    for name, label, roles, *inside in (
        ("start", _("Today"), everybody),
        ("inspections:plan_list", _("Plans"), CONTENT),
        ("inspections:inspection_list", _("Inspections"), CONTENT),
        ("findings:finding_list", _("Findings"), CONTENT),
        ("findings:remediation_list", _("Recommendations"), CONTENT),
        ("reports:request_list", _("Reports"), CONTENT),
        ("units:unit_tree", _("Units"), everybody, "/people/", "/committees/"),
    ):
        if actor.is_a(*roles):
            url = reverse(name)
            active = path == url if url == "/" else path.startswith((url, *inside))
            yield {"url": url, "label": label, "active": active}


def _text_size(request):
    if _signed_in(request):
        return request.user.text_size
    chosen = request.COOKIES.get("text_size")
    return chosen if chosen in User.TextSize.values else User.TextSize.NORMAL.value


def _high_contrast(request):
    if _signed_in(request):
        return request.user.high_contrast
    return request.COOKIES.get("high_contrast") == "True"


def _signed_in(request):
    return hasattr(request, "user") and request.user.is_authenticated

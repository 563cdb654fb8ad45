"""The frame of every page, rendered once for all who read it alike: a page pays only for its own.

Alike are the language, the size of text, the contrast, the roles and the section. What differs
between people stands in the head as a mark, and is put in, escaped, for each page.
"""

from functools import lru_cache

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .roles import Role

CONTENT = (Role.CHAIR, Role.PLANNER, Role.INSPECTOR, Role.OFFICIAL, Role.AUDITOR)
MARK = "\ue001"  # around the names of what is put in; a sign no keyboard has
PERSONAL = ("name", "username", "address", "token")


def once(template):
    """A part that is the same for everybody, in the language that is on."""
    return _once(template, get_language(), settings.OFFICE_NAME)


@lru_cache(maxsize=64)
def _once(template, language, office_name):
    return mark_safe(render_to_string(template, {"office_name": office_name}).rstrip())  # noqa: S308


def header(request, *, actor, text_size, high_contrast, token):
    """The head of a page for this person; `token` goes into its form."""
    roles = actor.roles if actor else None
    look = (get_language(), settings.OFFICE_NAME, text_size, high_contrast)
    parts = _header(*look, roles, active_section(roles, request.path))
    values = {
        "name": conditional_escape(actor or ""),
        "username": conditional_escape(actor.user.username if actor else ""),
        "address": conditional_escape(request.get_full_path()),
        "token": token,
    }
    return mark_safe("".join(values.get(part, part) for part in parts))  # noqa: S308


@lru_cache(maxsize=1024)
def _header(language, office_name, text_size, high_contrast, roles, active):
    """The head in parts: texts, and between them the names of what is put in."""
    context = {
        "office_name": office_name,
        "text_size": text_size,
        "high_contrast": high_contrast,
        "signed_in": roles is not None,
        "sections": [
            {"url": url, "label": label, "active": url == active}
            for url, label, _inside in sections_of(roles, language)
        ],
    }
    marks = {name: f"{MARK}{name}{MARK}" for name in PERSONAL}
    html = render_to_string("components/header.html", context | marks)
    return html.rstrip().split(MARK)


def active_section(roles, path):
    """The address of the section that a page lies in, or None."""
    for url, _label, inside in sections_of(roles, get_language()):
        if path == url or (url != "/" and path.startswith((url, *inside))):
            return url
    return None


@lru_cache(maxsize=256)
def sections_of(roles, language):
    """The sections people of these roles may use, in the order of the work."""
    everybody = tuple(Role)
    return [
        (reverse(name), label, inside)
        for name, label, allowed, *inside in (
            ("start", _("Today"), everybody),
            ("inspections:plan_list", _("Plans"), CONTENT, "/coverage/"),
            ("inspections:inspection_list", _("Inspections"), CONTENT),
            ("findings:finding_list", _("Findings"), CONTENT),
            ("findings:remediation_list", _("Recommendations"), CONTENT),
            ("reports:request_list", _("Reports"), CONTENT, "/paper-templates/"),
            (
                "units:unit_tree",
                _("Units"),
                everybody,
                "/people/",
                "/committees/",
                "/reorganisations/",
            ),
        )
        if roles and roles.intersection(allowed)
    ]

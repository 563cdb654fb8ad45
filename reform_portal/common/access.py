"""The doors: signed in, allowed, and files that only a view hands out."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.views.decorators.cache import never_cache

FILE_POLICY = "default-src 'none'; sandbox"


def portal_page(view):
    """A page for people who signed in and hold a place in the portal today; never cached."""

    @never_cache
    @login_required
    @wraps(view)
    def page(request, *args, **kwargs):
        return view(request, *args, **kwargs)

    return page


def require(allowed):
    """Go on, or answer 403."""
    if not allowed:
        raise PermissionDenied


def send_file(stored, *, name, content_type, inline=False):
    """Hand out a stored file that no browser will run: as a download, or shown in a page.

    `inline` is for pictures that `uploads.accept` has written anew.
    """
    response = FileResponse(
        stored.open("rb"), as_attachment=not inline, filename=name, content_type=content_type
    )
    response["Content-Security-Policy"] = FILE_POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response

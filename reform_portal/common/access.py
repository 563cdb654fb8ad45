"""The doors: signed in, allowed, and files that only a view hands out."""

import logging
from functools import wraps
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import render
from django.views.decorators.cache import never_cache

log = logging.getLogger(__name__)

UNAUTHORIZED = 401
FILE_POLICY = "default-src 'none'; sandbox"


def portal_page(view):
    """A page for people who signed in and hold a place in the portal today; never cached.

    A form sent after the session ended is not lost: signing in carries it along.
    """
    guarded = login_required(view)

    @never_cache
    @wraps(view)
    def page(request, *args, **kwargs):
        if request.method == "POST" and not request.user.is_authenticated:
            return ask_to_sign_in_again(request)
        return guarded(request, *args, **kwargs)

    return page


def ask_to_sign_in_again(request):
    """The login page with what was typed; `views.Login` offers to send it once more.

    Passwords are not carried, and files cannot be.
    """
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken" and "password" not in name
    ]
    context = {
        "form": AuthenticationForm(request),
        "next": request.get_full_path(),
        "carries": True,
        "carried": urlencode(typed),
        "carried_files": bool(request.FILES),
    }
    return render(request, "registration/login.html", context, status=UNAUTHORIZED)


def require(allowed):
    """Go on, or answer 403."""
    if not allowed:
        raise PermissionDenied


def send_file(stored, *, name, content_type, inline=False):
    """Hand out a stored file that no browser will run: as a download, or shown in a page.

    A file that is gone from the store is no page (404), and the log says so. `inline` is for
    pictures that `uploads.accept` has written anew.
    """
    try:
        opened = stored.open("rb")
    except FileNotFoundError:
        log.error("The file %s is missing.", stored.name)  # noqa: TRY400
        raise Http404 from None
    response = FileResponse(
        opened, as_attachment=not inline, filename=name, content_type=content_type
    )
    return hand_out(response)


def hand_out(response):
    """The headers of everything that is no page: no browser runs it, nobody keeps it."""
    response["Content-Security-Policy"] = FILE_POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response

"""What every request passes: content policy, language, session, own password, a page for 405."""

import time

from csp.constants import HEADER
from csp.utils import build_policy
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import AuthenticationMiddleware, get_user
from django.http import HttpResponseNotAllowed
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

RENEWED = "renewed"
RENEW_AFTER = 30 * 60  # seconds


class ContentPolicy:
    """The policy of the settings, which django-csp puts together: once, not twice an answer.

    No page changes it; a view that hands out a file has said its own already.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.policy = build_policy()

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault(HEADER, self.policy)
        return response


class PreferredLanguage:
    """Vietnamese unless the person switched. What a browser asks for does not count:

    office machines often ask for English, and the papers' language is Vietnamese (our choice).
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, settings.LANGUAGE_CODE)
        if chosen not in dict(settings.LANGUAGES):
            chosen = settings.LANGUAGE_CODE
        with translation.override(chosen):
            request.LANGUAGE_CODE = chosen
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", chosen)
            return response


class SignedIn(AuthenticationMiddleware):
    """The account itself on every request, not Django's stand-in, which fetches it when it is first

    asked for and passes each question on: every page asks twenty.
    """

    def process_request(self, request):
        super().process_request(request)
        request.user = get_user(request)


class LastingSession:
    """A session ends some hours after its last use, not after signing in.

    It is written anew at most every half hour: not every request costs a write.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            now = time.time()
            if now - request.session.get(RENEWED, 0) > RENEW_AFTER:
                request.session[RENEWED] = now
        return self.get_response(request)


class OwnPasswordFirst:
    """A password that an administrator issued opens one page: the one to choose an own password."""

    OPEN = ("password_change", "logout", "set_preferences", "health")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.user.is_authenticated or not request.user.password_issued_at:
            return self.get_response(request)
        if request.path in [reverse(name) for name in self.OPEN]:
            return self.get_response(request)
        messages.info(
            request, _("Your password was issued to you. Choose one of your own to go on.")
        )
        return redirect("password_change")


class PageForWrongMethod:
    """Whoever opens the address of a button reads what happened, not an empty page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            response.content = render_to_string("405.html", {}, request)
        return response

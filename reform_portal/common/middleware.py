"""The language a person chose, sessions that last while they are used, and a page for 405."""

import time

from django.conf import settings
from django.http import HttpResponseNotAllowed
from django.template.loader import render_to_string
from django.utils import translation

RENEWED = "renewed"
RENEW_AFTER = 30 * 60  # seconds


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


class PageForWrongMethod:
    """Whoever opens the address of a button reads what happened, not an empty page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            response.content = render_to_string("405.html", {}, request)
        return response

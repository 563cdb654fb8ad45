"""The language a person chose; Vietnamese for everybody else."""

from django.conf import settings
from django.utils import translation


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

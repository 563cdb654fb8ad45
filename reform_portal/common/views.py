"""The start page, signing in, what a person set for reading, and the health of the portal."""

from urllib.parse import parse_qsl

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.db import connection, transaction
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from . import audit, searching
from .access import portal_page
from .forms import OwnPasswordForm, PreferencesForm
from .models import User
from .text import LONGEST_QUERY, nfc
from .waiting import figures_for, waiting_for

A_TEXT = 20  # signs; shorter values are choices and numbers
A_YEAR = 365 * 24 * 60 * 60
audit.name_verbs(account__own_password=gettext_lazy("Changed the own password"))


class Login(LoginView):
    """Signing in; a wrong password answers 422 like every other form with errors."""

    redirect_authenticated_user = True

    def dispatch(self, request, *args, **kwargs):
        if "carried" in request.POST and request.user.is_authenticated:  # in another tab
            return self.offer_what_was_typed()
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        posted = self.request.POST
        carried = {"carries": "carried" in posted, "carried": posted.get("carried", "")}
        return super().get_context_data(**carried, **kwargs)

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def form_valid(self, form):
        response = super().form_valid(form)
        if "carried" in self.request.POST:
            response = self.offer_what_was_typed()
        _remember_language(response, form.get_user().language)
        return response

    def offer_what_was_typed(self):
        """The form that a session's end held up, to be sent by the person's own click."""
        fields = parse_qsl(self.request.POST["carried"], keep_blank_values=True)
        context = {
            "target": self.get_success_url(),
            "fields": fields,
            "texts": [value for name, value in fields if len(value) > A_TEXT and " " in value],
        }
        return render(self.request, "registration/send_again.html", context)


class OwnPassword(PasswordChangeView):
    """The own password, also in place of one that was issued; other sessions end."""

    form_class = OwnPasswordForm
    success_url = reverse_lazy("start")

    @transaction.atomic
    def form_valid(self, form):
        form.user.password_issued_at = None  # saved by the form, with the new password
        response = super().form_valid(form)
        audit.record("account.own_password", form.user, by=self.request.actor)
        messages.success(self.request, _("Your password was changed."))
        return response

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


@require_safe
@portal_page
def start(request):
    """What waits for me, most urgent first; for leaders the figures they follow."""
    context = {"waiting": waiting_for(request.actor), "figures": figures_for(request.actor)}
    return render(request, "start.html", context)


@require_safe
@portal_page
def search(request):
    """Everything the words are in, by kind, as far as this person may see it."""
    query = nfc(request.GET.get("q", "").replace("\x00", " "))[:LONGEST_QUERY]
    context = {
        "query": query,
        "asked": searching.is_long_enough(query),
        "groups": searching.search(request.actor, query),
    }
    return render(request, "search.html", context)


@require_POST
def set_preferences(request):
    """Text size, contrast and language: kept with the account, and in cookies for visitors."""
    form = PreferencesForm(request.POST)
    response = redirect(_safe_next(request))
    if not form.is_valid():
        return response
    chosen = form.chosen()
    if request.user.is_authenticated and chosen:
        User.objects.filter(pk=request.user.pk).update(**chosen)
    for name in ("text_size", "high_contrast"):
        if name in chosen:
            _remember(response, name, str(chosen[name]))
    if "language" in chosen:
        _remember_language(response, chosen["language"])
    return response


@never_cache
@require_safe
def health(request):
    """200 while the database answers; the queue is not asked, for pages do not need it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"database": "ok"})


def _safe_next(request):
    target = request.POST.get("next", "")
    on_this_host = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if on_this_host and target.startswith("/") else "start"


def _remember(response, name, value):
    response.set_cookie(
        name,
        value,
        max_age=A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=settings.CSRF_COOKIE_SECURE,
    )


def _remember_language(response, language):
    _remember(response, settings.LANGUAGE_COOKIE_NAME, language)

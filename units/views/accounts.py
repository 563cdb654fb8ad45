"""Accounts of people, for administrators. A password is shown once, on the answer that made it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from reform_portal.common.access import portal_page, require
from reform_portal.common.editing import Stale
from reform_portal.common.forms import form_status
from reform_portal.common.stale import CONFLICT, both_texts
from reform_portal.common.workflow import Refused
from units import permissions
from units.actions import accounts as actions
from units.forms.people import ExistingAccountForm, NewAccountForm
from units.models import Person


@portal_page
@require_http_methods(["GET", "POST"])
def account(request, pk):
    """Open an account, or change its roles and whether it may sign in."""
    person = _visible(request, pk)
    require(permissions.administers_account(request.actor, person))
    form = _form(request.POST if request.method == "POST" else None, person)
    context = {"form": form, "item": person, "back_url": person.get_absolute_url()}
    if request.method == "POST" and form.is_valid():
        try:
            return _save(request, person, form)
        except actions.NameTaken as taken:
            form.add_error("username", taken.reasons)
        except Refused as refusal:
            form.add_error(None, refusal.reasons)
        except Stale as stale:
            context["stale"] = both_texts(form, stale.current)
            return render(request, "units/account.html", context, status=CONFLICT)
    return render(request, "units/account.html", context, status=form_status(form))


@portal_page
@require_POST
def issue_password(request, pk):
    """A new password for somebody who lost the old one."""
    person = _visible(request, pk)
    require(person.account and permissions.administers_account(request.actor, person))
    return _show_once(request, person, actions.issue_password(person, by=request.actor))


def _form(posted, person):
    if person.account is None:
        return NewAccountForm(posted, person=person)
    now = {"roles": actions.role_names(person.account), "is_active": person.account.is_active}
    return ExistingAccountForm(posted, person=person, initial=now)


def _save(request, person, form):
    values = dict(form.cleaned_data)
    seen_version = values.pop("version")
    if person.account is None:
        _made, password = actions.open_account(
            person, by=request.actor, seen_version=seen_version, **values
        )
        return _show_once(request, person, password)
    actions.change_account(person, by=request.actor, seen_version=seen_version, **values)
    messages.success(request, _("The account was changed."))
    return redirect(person)


def _show_once(request, person, password):
    """No redirect: a password must not lie in a session or an address in between."""
    person.refresh_from_db()
    return render(request, "units/account_password.html", {"item": person, "password": password})


def _visible(request, pk):
    people = Person.objects.visible_to(request.actor).select_related("account")
    return get_object_or_404(people, pk=pk)

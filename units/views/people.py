"""Pages of people: the list, a person with posts, and what an administrator does."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from reform_portal.common.access import portal_page, require
from reform_portal.common.editing import Stale
from reform_portal.common.forms import form_status
from reform_portal.common.models import AuditEntry
from reform_portal.common.paging import page_by_key
from reform_portal.common.stale import CONFLICT, both_texts
from reform_portal.common.workflow import Refused
from units import permissions, rules
from units.actions import people as actions
from units.actions.accounts import role_labels
from units.forms.filters import PersonFilters
from units.forms.people import EndForm, PersonForm, PostForm
from units.models import Person, Post, UnitVersion

from .reach import near_form, units_within_reach

MOST_SHOWN = 50


@portal_page
@require_safe
def person_list(request):
    """People of the provinces a person works in, with the posts they hold on a day."""
    standing = UnitVersion.objects.on(request.day)
    places = standing.offered(request.actor, also=request.GET.get("unit", ""))
    filters = PersonFilters(request.GET, day=request.day, places=places)
    rows = Person.objects.visible_to(request.actor).matching(filters.chosen("q"))
    if filters.place:
        held = Post.objects.on(filters.day).filter(unit=filters.place.unit_id)
        rows = rows.filter(pk__in=held.values("person_id"))
    context = {
        "page": page_by_key(
            rows.with_posts(filters.day), request.GET, order=("full_name", "id"), size=50
        ),
        "filter_form": filters,
        "filtered": filters.is_on,
        "reset_url": request.path,
        "may_change": permissions.administers(request.actor),
    }
    return render(request, "units/person_list.html", context)


@portal_page
@require_safe
def person_detail(request, pk):
    """A person with all posts; the account only for administrators."""
    person = _visible(request, pk)
    may_change = permissions.administers_person(request.actor, person)
    context = {
        "item": person,
        "day": request.day,
        "posts": person.posts.with_units(request.day).order_by("-held_from", "-id"),
        "seats": person.seats.select_related("committee").order_by("-from_on", "-id"),
        "may_change": may_change,
        "may_change_account": may_change and permissions.account_is_open_to(request.actor, person),
        "account": person.account if may_change else None,
        "roles": role_labels(person.account) if may_change else [],
        "entries": AuditEntry.objects.about(person)[:MOST_SHOWN] if may_change else [],
    }
    return render(request, "units/person_detail.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def person_create(request):
    """Somebody new; posts and account follow on the person's page."""
    require(permissions.administers(request.actor))
    form = PersonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        person = actions.add_person(
            by=request.actor, submission=form.cleaned_data["submission"], **form.values()
        )
        messages.success(request, _("%(person)s was added. Now give a post.") % {"person": person})
        return redirect(person)
    return render(request, "units/person_form.html", {"form": form}, status=form_status(form))


@portal_page
@require_http_methods(["GET", "POST"])
def person_edit(request, pk):
    """Name, e-mail, phone."""
    person = _visible(request, pk)
    require(permissions.administers_person(request.actor, person))
    form = PersonForm(request.POST if request.method == "POST" else None, instance=person)
    context = {"form": form, "item": person, "back_url": person.get_absolute_url()}
    if request.method == "POST" and form.is_valid():
        try:
            actions.edit_person(
                person, by=request.actor, seen_version=form.seen_version(), **form.values()
            )
        except Stale as stale:
            context["stale"] = both_texts(form, stale.current)
            return render(request, "units/person_form.html", context, status=CONFLICT)
        messages.success(request, _("The particulars were saved."))
        return redirect(person)
    return render(request, "units/person_form.html", context, status=form_status(form))


@portal_page
@require_http_methods(["GET", "POST"])
def appoint(request, pk):
    """A post for a person."""
    person = _visible(request, pk)
    require(permissions.administers_person(request.actor, person))
    near = near_form(request)
    form = PostForm(
        request.POST if request.method == "POST" else None,
        person=person,
        reach=units_within_reach(request, near),
        initial={"held_from": request.day},
    )
    if request.method == "POST" and form.is_valid():
        try:
            post = actions.appoint(person, by=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.reasons)
        else:
            messages.success(request, _("%(post)s: the post was given.") % {"post": post})
            return redirect(person)
    context = {"form": form, "item": person, "near": near, "back_url": person.get_absolute_url()}
    return render(request, "units/appoint.html", context, status=form_status(form))


@portal_page
@require_http_methods(["GET", "POST"])
def end_post(request, pk):
    """The end of a post; with the last one the access ends."""
    posts = Post.objects.visible_to(request.actor).select_related("person")
    post = get_object_or_404(posts, pk=pk)
    require(permissions.administers_person(request.actor, post.person))
    form = EndForm(
        request.POST if request.method == "POST" else None,
        record=post,
        rule=rules.post_can_end,
        initial={"day": request.day},
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_post(post, by=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, refusal.reasons)
        else:
            messages.success(request, _("%(post)s: the post was ended.") % {"post": post})
            return redirect(post.person)
    context = {"form": form, "item": post, "back_url": post.person.get_absolute_url()}
    return render(request, "units/end_post.html", context, status=form_status(form))


def _visible(request, pk):
    people = Person.objects.visible_to(request.actor).select_related("account")
    return get_object_or_404(people, pk=pk)

"""Pages of people: the list, a person with posts, and what an administrator does."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from reform_portal.common.access import portal_page, require
from reform_portal.common.models import AuditEntry
from reform_portal.common.paging import page_by_key
from reform_portal.common.saving import save, typed
from units import leaving, permissions, rules
from units.actions import people as actions
from units.actions.accounts import role_labels
from units.as_on import as_on
from units.forms.filters import PersonFilters
from units.forms.people import EndForm, PersonForm, PostForm
from units.models import Person, Post, UnitVersion

from .reach import near_form, units_within_reach

MOST_SHOWN = 50


@portal_page
@require_safe
def person_list(request):
    """People of the provinces a person works in, with the posts they hold on a day."""
    shown = as_on(request)
    asked = request.GET.get("unit", "")
    places = UnitVersion.objects.offered(request.actor, shown.day, also=asked)
    filters = PersonFilters(request.GET, written_day=shown.written, places=places)
    rows = Person.objects.visible_to(request.actor).matching(filters.chosen("q"))
    rows = rows.in_unit(filters.place, shown.day).with_posts(shown.day)
    context = {
        "page": page_by_key(rows, request.GET, order=("full_name", "id"), size=50),
        "filter_form": filters,
        "filtered": filters.is_on,
        "reset_url": shown.address(request.path),
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
        "posts": person.posts.with_units().order_by("-held_from", "-id"),
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
    form = PersonForm(typed(request))
    saved = save(
        form,
        lambda: actions.add_person(
            by=request.actor, submission=form.cleaned_data["submission"], **form.values()
        ),
    )
    if person := saved.row:
        messages.success(request, _("%(person)s was added. Now give a post.") % {"person": person})
        return redirect(person)
    return render(request, "units/person_form.html", {"form": form}, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def person_edit(request, pk):
    """Name, e-mail, phone."""
    person = _visible(request, pk)
    require(permissions.administers_person(request.actor, person))
    form = PersonForm(typed(request), instance=person)
    saved = save(
        form,
        lambda: actions.edit_person(
            person, by=request.actor, seen_version=form.seen_version(), **form.values()
        ),
    )
    if saved.row:
        messages.success(request, _("The particulars were saved."))
        return redirect(person)
    context = {
        "form": form,
        "item": person,
        "back_url": person.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "units/person_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def appoint(request, pk):
    """A post for a person."""
    person = _visible(request, pk)
    require(permissions.administers_person(request.actor, person))
    near = near_form(request)
    form = PostForm(
        typed(request),
        person=person,
        actor=request.actor,
        reach=units_within_reach(request, near),
        initial={"held_from": request.day},
    )
    saved = save(form, lambda: actions.appoint(person, by=request.actor, **form.cleaned_data))
    if saved.row:
        messages.success(request, _("%(post)s: the post was given.") % {"post": saved.row})
        return redirect(person)
    context = {"form": form, "item": person, "near": near, "back_url": person.get_absolute_url()}
    return render(request, "units/appoint.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def end_post(request, pk):
    """The end of a post; with the last one the access ends. Says before what is left behind."""
    post = _own_post(request, pk)
    form = EndForm(
        typed(request),
        record=post,
        rule=rules.post_can_end,
        initial={"day": request.day},
    )
    saved = save(form, lambda: actions.end_post(post, by=request.actor, **form.cleaned_data))
    if saved.row:
        messages.success(request, _("%(post)s: the post was ended.") % {"post": post})
        return redirect("units:post_left", pk=post.pk)
    context = {
        "form": form,
        "item": post,
        "left": leaving.left_by(post, request.day),
        "answering": leaving.others_who_answer(post, request.day),
        "back_url": post.person.get_absolute_url(),
    }
    return render(request, "units/end_post.html", context, status=saved.status)


@portal_page
@require_safe
def post_left(request, pk):
    """After the end of a post: what waits for a successor, and who answers for the unit then."""
    post = _own_post(request, pk)
    if post.held_to is None:
        return redirect("units:end_post", pk=post.pk)
    context = {
        "item": post,
        "left": leaving.left_by(post, request.day),
        "answering": leaving.others_who_answer(post, max(post.held_to, request.day)),
    }
    return render(request, "units/post_left.html", context)


def _own_post(request, pk):
    """A post of somebody this administrator administers."""
    posts = Post.objects.visible_to(request.actor).select_related("person__account", "unit")
    post = get_object_or_404(posts, pk=pk)
    require(permissions.administers_person(request.actor, post.person))
    return post


def _visible(request, pk):
    people = Person.objects.visible_to(request.actor).select_related("account")
    return get_object_or_404(people, pk=pk)

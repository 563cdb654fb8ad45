"""Pages of steering committees and their seats."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from reform_portal.common.access import portal_page, require
from reform_portal.common.models import AuditEntry
from reform_portal.common.paging import page_by_key
from reform_portal.common.saving import save, typed
from units import committee_history as history
from units import heirs, permissions, rules
from units.actions import committees as actions
from units.as_on import as_on
from units.forms.committees import AgencyForm, CommitteeForm, ReplacementForm, SeatForm
from units.forms.filters import ListFilters
from units.forms.people import EndForm
from units.models import CommitteeMember, SteeringCommittee, UnitVersion

from .reach import near_form, units_within_reach

MOST_SHOWN = 50
MOST_SEATED = 200


@portal_page
@require_safe
def committee_list(request):
    """Committees of the provinces a person works in, as they are on a day."""
    day = as_on(request).day
    rows = SteeringCommittee.objects.visible_to(request.actor).on(day).with_titles(day)
    context = {
        "page": page_by_key(rows, request.GET, order=("-established_on", "-id")),
        "may_change": permissions.administers(request.actor),
    }
    return render(request, "units/committee_list.html", context)


@portal_page
@require_safe
def committee_detail(request, pk):
    """A committee with its seats on a day, and those of before."""
    item = _visible(request, pk)
    day = as_on(request).day
    seats = list(item.seats.on(day).with_posts()[: MOST_SEATED + 1])
    others = item.seats.exclude(pk__in=[seat.pk for seat in seats]).with_posts()
    others = list(others[: MOST_SHOWN + 1])
    context = {
        "item": item,
        "agency_heir": _took_over(item.agency_id, day),
        "agencies": history.agencies(item),
        "more_seats": len(seats) > MOST_SEATED,
        "members": [seat for seat in seats if not seat.is_in_the_secretariat],
        "secretariat": [seat for seat in seats if seat.is_in_the_secretariat],
        "others": others[:MOST_SHOWN],
        "more_others": len(others) > MOST_SHOWN,
        "may_change": permissions.administers_committee(request.actor, item),
        "entries": AuditEntry.objects.about(item)[:MOST_SHOWN],
    }
    return render(request, "units/committee_detail.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def committee_create(request):
    """A committee, by its establishing decision."""
    require(permissions.administers(request.actor))
    near = near_form(request)
    form = CommitteeForm(typed(request), reach=units_within_reach(request, near))
    saved = save(
        form,
        lambda: actions.establish_committee(
            by=request.actor, submission=form.cleaned_data["submission"], **form.values()
        ),
    )
    if saved.row:
        messages.success(request, _("%(committee)s was established.") % {"committee": saved.row})
        return redirect(saved.row)
    context = {"form": form, "near": near}
    return render(request, "units/committee_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def committee_edit(request, pk):
    """Particulars of a committee."""
    item = _visible(request, pk)
    require(permissions.administers_committee(request.actor, item))
    form = CommitteeForm(
        typed(request),
        instance=item,
        heir=_took_over(item.standing_agency_id, request.day),
        reach=UnitVersion.objects.on(request.day).in_provinces([item.unit_id]).order_by("path"),
    )
    saved = save(
        form,
        lambda: actions.edit_committee(
            item, by=request.actor, seen_version=form.seen_version(), **form.values()
        ),
    )
    if saved.row:
        messages.success(request, _("The committee was saved."))
        return redirect(item)
    context = {
        "form": form,
        "item": item,
        "back_url": item.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "units/committee_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def committee_replace(request, pk):
    """A new committee by a decision, in place of this one."""
    item = _visible(request, pk)
    require(permissions.administers_committee(request.actor, item))
    standing = UnitVersion.objects.on(request.day).in_provinces([item.unit_id])
    agency_id = item.standing_agency_on(request.day)
    form = ReplacementForm(
        typed(request),
        old=item,
        agency=heirs.standing_for([agency_id], request.day).get(agency_id),
        reach=standing.order_by("path"),
    )
    saved = save(
        form,
        lambda: actions.replace_committee(
            item, by=request.actor, submission=form.cleaned_data["submission"], **form.values()
        ),
    )
    if saved.row:
        messages.success(request, _("%(committee)s was established.") % {"committee": saved.row})
        return redirect(saved.row)
    context = {"form": form, "item": item, "back_url": item.get_absolute_url()}
    return render(request, "units/committee_replace.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def committee_agency(request, pk):
    """Another standing agency by a decision, from a day on; those of the day shown are offered."""
    item, day = _visible(request, pk), as_on(request).day
    require(permissions.administers_committee(request.actor, item))
    form = AgencyForm(
        typed(request),
        committee=item,
        reach=UnitVersion.objects.on(day).in_provinces([item.unit_id]).order_by("path"),
        initial={"from_on": day},
    )
    saved = save(
        form,
        lambda: actions.change_standing_agency(item, by=request.actor, **form.values()),
    )
    if saved.row:
        messages.success(request, _("The standing agency was changed."))
        return redirect(item)
    context = {
        "form": form,
        "item": item,
        "back_url": item.get_absolute_url(),
        "stale": saved.stale,
    }
    return render(request, "units/committee_agency.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def committee_end(request, pk):
    """The end of a committee that no other follows."""
    item = _visible(request, pk)
    require(permissions.administers_committee(request.actor, item))
    form = EndForm(
        typed(request),
        record=item,
        rule=rules.committee_can_end,
        initial={"day": request.day},
    )
    saved = save(form, lambda: actions.end_committee(item, by=request.actor, **form.cleaned_data))
    if saved.row:
        messages.success(request, _("%(committee)s was ended.") % {"committee": item})
        return redirect(item)
    context = {"form": form, "item": item, "back_url": item.get_absolute_url()}
    return render(request, "units/committee_end.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def seat_add(request, pk):
    """Somebody takes a seat."""
    item = _visible(request, pk)
    require(permissions.administers_committee(request.actor, item))
    filters = ListFilters(request.GET)
    form = SeatForm(
        typed(request),
        committee=item,
        day=request.day,
        words=filters.chosen("q"),
    )
    saved = save(form, lambda: actions.seat(item, by=request.actor, **form.cleaned_data))
    if saved.row:
        messages.success(request, _("%(seat)s: the seat was given.") % {"seat": saved.row})
        return redirect(item)
    context = {"form": form, "filters": filters, "item": item, "back_url": item.get_absolute_url()}
    return render(request, "units/seat_add.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def seat_end(request, pk):
    """Somebody leaves a seat."""
    seats = CommitteeMember.objects.visible_to(request.actor).select_related("committee", "person")
    taken = get_object_or_404(seats, pk=pk)
    require(permissions.administers_committee(request.actor, taken.committee))
    form = EndForm(
        typed(request),
        record=taken,
        rule=rules.seat_can_end,
        initial={"day": request.day},
    )
    saved = save(form, lambda: actions.end_seat(taken, by=request.actor, **form.cleaned_data))
    if saved.row:
        messages.success(request, _("%(seat)s: the seat was ended.") % {"seat": taken})
        return redirect(taken.committee)
    context = {"form": form, "item": taken, "back_url": taken.committee.get_absolute_url()}
    return render(request, "units/seat_end.html", context, status=saved.status)


def _took_over(agency_id, day):
    """The version of the unit that stands for a standing agency that day, if it is another."""
    heir = heirs.standing_for([agency_id], day).get(agency_id)
    return heir if heir and heir.unit_id != agency_id else None


def _visible(request, pk):
    rows = SteeringCommittee.objects.visible_to(request.actor).with_titles(as_on(request).day)
    return get_object_or_404(rows.select_related("replaces", "replaced_by", "unit"), pk=pk)

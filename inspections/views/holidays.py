"""Pages of days off: the list of a year, an entry, taking one out."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections import permissions
from inspections.actions import holidays as actions
from inspections.forms.holidays import HolidayForm, YearForm
from inspections.models import Holiday
from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed


@portal_page
@require_safe
def holiday_list(request):
    """The days off of a year, and the days worked instead."""
    year = YearForm(request.GET).chosen(request.day.year)
    context = {
        "year": year,
        "before": year - 1,
        "after": year + 1,
        "holidays": Holiday.objects.filter(day__year=year),
        "may_keep": permissions.keeps_holidays(request.actor),
    }
    return render(request, "inspections/holiday_list.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def holiday_create(request):
    """Add a day."""
    require(permissions.keeps_holidays(request.actor))
    form = HolidayForm(typed(request))
    saved = save(
        form,
        lambda: actions.add_holiday(
            by=request.actor, submission=form.cleaned_data["submission"], **form.values()
        ),
        field="day",
    )
    if saved.row:
        messages.success(request, _("“%(holiday)s” was added.") % {"holiday": saved.row})
        return redirect(_list_of(saved.row))
    return render(request, "inspections/holiday_form.html", {"form": form}, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def holiday_edit(request, pk):
    """Change a day."""
    require(permissions.keeps_holidays(request.actor))
    holiday = get_object_or_404(Holiday, pk=pk)
    name = str(holiday)
    form = HolidayForm(typed(request), instance=holiday)
    saved = save(
        form,
        lambda: actions.edit_holiday(
            holiday, form.seen_version(), by=request.actor, **form.values()
        ),
        field="day",
    )
    if saved.row:
        messages.success(request, _("“%(holiday)s” was saved.") % {"holiday": saved.row})
        return redirect(_list_of(saved.row))
    context = {"form": form, "holiday": holiday, "name": name, "stale": saved.stale}
    return render(request, "inspections/holiday_form.html", context, status=saved.status)


@portal_page
@require_POST
def holiday_delete(request, pk):
    """Take a day out."""
    require(permissions.keeps_holidays(request.actor))
    holiday = get_object_or_404(Holiday, pk=pk)
    actions.remove_holiday(holiday, by=request.actor)
    messages.success(request, _("“%(holiday)s” was removed.") % {"holiday": holiday})
    return redirect(_list_of(holiday))


def _list_of(holiday):
    return f"{reverse('inspections:holiday_list')}?year={holiday.day.year}"

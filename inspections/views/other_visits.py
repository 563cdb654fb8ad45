"""Pages of the visits of other bodies: a list, an entry, taking one back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections import permissions
from inspections.actions import other_visits as actions
from inspections.forms.other_visits import OtherVisitForm
from inspections.models import OtherVisit
from reform_portal.common.access import portal_page, require
from reform_portal.common.paging import page_by_key
from reform_portal.common.saving import save, typed


@portal_page
@require_safe
def other_visit_list(request):
    """What other bodies do at the units of the province, the latest first."""
    require(permissions.reads_other_visits(request.actor))
    rows = OtherVisit.objects.visible_to(request.actor).select_related("unit_version")
    context = {
        "page": page_by_key(rows, request.GET, order=("-starts_on", "-id")),
        "may_enter": permissions.drafts_plans(request.actor),
    }
    return render(request, "inspections/other_visit_list.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def other_visit_create(request):
    """Enter one."""
    require(permissions.drafts_plans(request.actor))
    form = OtherVisitForm(typed(request), actor=request.actor)
    saved = save(
        form,
        lambda: actions.enter_other_visit(
            by=request.actor, submission=form.cleaned_data["submission"], **form.values()
        ),
    )
    if saved.row:
        messages.success(request, _("“%(visit)s” was entered.") % {"visit": saved.row})
        return redirect("inspections:other_visit_list")
    context = {"form": form}
    return render(request, "inspections/other_visit_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def other_visit_edit(request, pk):
    """Change one."""
    visit = _visible(request, pk)
    require(permissions.plans(request.actor, visit))
    name = str(visit)  # what the form writes into `visit` is not its name yet
    form = OtherVisitForm(typed(request), instance=visit, actor=request.actor)
    saved = save(
        form,
        lambda: actions.edit_other_visit(
            visit, form.seen_version(), by=request.actor, **form.values()
        ),
    )
    if saved.row:
        messages.success(request, _("“%(visit)s” was saved.") % {"visit": saved.row})
        return redirect("inspections:other_visit_list")
    context = {"form": form, "visit": visit, "name": name, "stale": saved.stale}
    return render(request, "inspections/other_visit_form.html", context, status=saved.status)


@portal_page
@require_POST
def other_visit_delete(request, pk):
    """Take one back."""
    visit = _visible(request, pk)
    require(permissions.plans(request.actor, visit))
    actions.delete_other_visit(visit, by=request.actor)
    messages.success(request, _("“%(visit)s” was deleted.") % {"visit": visit})
    return redirect("inspections:other_visit_list")


def _visible(request, pk):
    return get_object_or_404(OtherVisit.objects.visible_to(request.actor), pk=pk)

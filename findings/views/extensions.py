"""More days to explain: the unit asks, the head answers."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed
from reform_portal.common.stepping import take_step

from .. import permissions, workflow
from ..actions import extensions as actions
from ..forms.announcing import ExtensionForm
from ..models import Extension
from ..querysets import inspections_read_by
from .reach import moved_on, read_inspection_or_404


@portal_page
@require_http_methods(["GET", "POST"])
def extension_ask(request, code):
    """The unit asks for a later day."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.explains(request.actor, inspection))
    back_url = reverse("findings:explanations", args=[code])
    if moved_on(request, inspection, inspection.Status.ANNOUNCED):
        return redirect(back_url)
    form = ExtensionForm(typed(request), instance=Extension())
    saved = save(
        form,
        lambda: actions.ask_for_days(
            inspection,
            by=request.actor,
            submission=form.cleaned_data["submission"],
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("The request is sent to the head of the delegation."))
        return redirect(back_url)
    context = {"form": form, "inspection": inspection, "back_url": back_url}
    return render(request, "findings/extension_form.html", context, status=saved.status)


@portal_page
@require_POST
def extension_step(request, pk, step):
    """The head grants or refuses, with a reason."""
    readable = inspections_read_by(request.actor)
    asked = Extension.objects.filter(inspection__in=readable)
    extension = get_object_or_404(asked.select_related("inspection__delegation"), pk=pk)
    require(permissions.decides_on_extension(request.actor, extension))
    take_step(request, workflow.extension, step, extension, action=actions.decide)
    return redirect("findings:explanations", extension.inspection.code)

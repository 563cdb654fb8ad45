"""Pages of the plans of other bodies by Excel: the template, the dry run, the import.

The workbook travels with the page of its dry run, signed for the person who sent it; nothing
of it is kept in the portal before it is confirmed.
"""

import base64
from io import BytesIO

from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import FileResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections import other_visit_book, permissions
from inspections.actions import other_visit_import as actions
from inspections.forms.other_visits import OtherVisitBookForm
from reform_portal.common import uploads
from reform_portal.common.access import hand_out, portal_page, require
from reform_portal.common.forms import form_status
from reform_portal.common.stale import CONFLICT

A_DAY = 24 * 60 * 60
UNPROCESSABLE = 422


@portal_page
@require_http_methods(["GET", "POST"])
def other_visit_import(request):
    """Send a filled-in workbook; what it would do is shown, nothing is saved."""
    require(permissions.drafts_plans(request.actor))
    sent = request.method == "POST"
    form = OtherVisitBookForm(request.POST if sent else None, request.FILES if sent else None)
    if sent and form.is_valid():
        content = form.cleaned_data["file"].content
        try:
            result = actions.rehearse(content, by=request.actor)
        except ValidationError as error:
            form.add_error("file", error.messages)
        else:
            return _dry_run(request, result, content)
    context = {"form": form, "most_rows": other_visit_book.MOST_ROWS}
    return render(request, "inspections/other_visit_import.html", context, status=form_status(form))


@portal_page
@require_safe
def other_visit_template(request):
    """The empty workbook with its guide."""
    require(permissions.drafts_plans(request.actor))
    content = BytesIO(other_visit_book.template())
    name = "mau-ke-hoach-co-quan-khac.xlsx"
    return hand_out(
        FileResponse(content, as_attachment=True, filename=name, content_type=uploads.EXCEL)
    )


@portal_page
@require_POST
def other_visit_import_confirm(request):
    """Enter what the dry run showed, all of it or nothing."""
    require(permissions.drafts_plans(request.actor))
    try:
        content, agreed = _carried(request)
        result = actions.import_other_visits(content, by=request.actor, agreed=agreed)
    except signing.BadSignature:
        messages.error(
            request, _("This dry run is over a day old or not yours. Send the file again.")
        )
        return redirect("inspections:other_visit_import")
    except ValidationError as error:
        for reason in error.messages:
            messages.error(request, reason)
        return redirect("inspections:other_visit_import")
    if result.kept:
        messages.success(
            request,
            _("Imported: %(count)s visits of other bodies.") % {"count": len(result.new)},
        )
    elif result.new or result.counts[actions.Outcome.WRONG]:
        messages.error(
            request,
            _("Since the dry run something changed in the portal; nothing was imported. "
              "Below is what would happen now: check it and confirm again."),
        )  # fmt: skip
        return _dry_run(request, result, content, status=CONFLICT)
    else:
        messages.info(request, _("All rows stand in the portal already; nothing was added."))
    return redirect("inspections:other_visit_list")


def _dry_run(request, result, content, *, status=None):
    wrong = result.counts[actions.Outcome.WRONG]
    context = {"result": result, "wrong": wrong, "total": len(result.rows)}
    if result.may_be_imported:
        text = base64.b64encode(content).decode()
        context["carried"] = signing.dumps([text, result.told], salt=_salt(request), compress=True)
    status = status or (UNPROCESSABLE if wrong else 200)
    return render(request, "inspections/other_visit_rows.html", context, status=status)


def _carried(request):
    """The workbook and the fingerprint of its dry run, as signed for this person."""
    carried = request.POST.get("carried", "")
    text, agreed = signing.loads(carried, salt=_salt(request), max_age=A_DAY)
    return base64.b64decode(text), agreed


def _salt(request):
    return f"inspections.other_visits.{request.user.pk}"

"""Pages of documents: asking for one, reading and judging it, sending a file, taking all."""

from django.contrib import messages
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections import permissions
from inspections.actions import documents as actions
from inspections.forms.documents import DocumentFileForm, DocumentForm
from inspections.history import acts_on
from inspections.models import DocumentFile, DocumentRequest
from inspections.workflow_before import document as flow
from reform_portal.common.access import hand_out, portal_page, require, send_file
from reform_portal.common.archives import zip_parts
from reform_portal.common.saving import save, typed
from reform_portal.common.stepping import take_step
from reform_portal.common.workflow import Refused

from .inspections import visible_inspection
from .preparation import with_seats


@portal_page
@require_http_methods(["GET", "POST"])
def document_create(request, code):
    """Ask the unit for one more document."""
    inspection = visible_inspection(request, code)
    require(permissions.sets_self_report(request.actor, inspection))
    form = DocumentForm(typed(request), inspection=inspection)
    saved = save(
        form,
        lambda: actions.ask_for(
            inspection,
            by=request.actor,
            submission=form.cleaned_data["submission"],
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("The unit was asked for “%(what)s”.") % {"what": saved.row})
        return redirect(f"{_before(inspection)}#documents")
    return _form_page(request, form, saved, inspection)


@portal_page
@require_http_methods(["GET", "POST"])
def document_edit(request, pk):
    """Other words or another day, while the unit has not sent it."""
    document = _visible(request, pk)
    require(permissions.takes_documents(request.actor, document))
    form = DocumentForm(typed(request), instance=document, inspection=document.inspection)
    saved = save(
        form,
        lambda: actions.edit_document(
            document, form.seen_version(), by=request.actor, **form.values()
        ),
    )
    if saved.row:
        messages.success(request, _("“%(what)s” was saved.") % {"what": saved.row})
        return redirect(saved.row)
    return _form_page(request, form, saved, document.inspection, document)


@portal_page
@require_safe
def document_detail(request, pk):
    """One document: what is wanted, what was sent, and what may be done."""
    document = _visible(request, pk)
    inspection = document.inspection
    is_open = inspection.status in inspection.BEFORE_CONCLUSION
    takes = permissions.takes_documents(request.actor, document)
    context = {
        "item": document,
        "document": document,
        "inspection": inspection,
        "files": document.files.select_related("sent_by"),
        "steps": flow.available(document, request.actor) if is_open else (),
        "may_edit": takes and is_open and document.status in document.WITH_THE_UNIT,
        "entries": acts_on(document),
    }
    return render(request, "inspections/document_detail.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def document_upload(request, pk):
    """The unit sends the file."""
    document = _visible(request, pk)
    require(permissions.sends_documents(request.actor, document))
    form = DocumentFileForm(typed(request), request.FILES or None)
    saved = save(
        form,
        lambda: actions.send_file(document, by=request.actor, accepted=form.cleaned_data["upload"]),
        field="upload",
    )
    if saved.row:
        messages.success(request, _("The file was filed as %(name)s.") % {"name": saved.row.name})
        return redirect(document)
    context = {
        "form": form,
        "document": document,
        "inspection": document.inspection,
        "back_url": document.get_absolute_url(),
    }
    return render(request, "inspections/document_upload.html", context, status=saved.status)


@portal_page
@require_POST
def document_step(request, pk, step):
    """Accept, return, withdraw, ask again."""
    document = _visible(request, pk)
    take_step(request, flow, step, document, action=actions.move_document)
    return redirect(document)


@portal_page
@require_safe
def document_file(request, pk):
    """One file, to everybody who sees the inspection."""
    sent = get_object_or_404(DocumentFile.objects.visible_to(request.actor), pk=pk)
    return send_file(sent.file, name=sent.name, content_type=sent.content_type)


@portal_page
@require_safe
def documents_zip(request, code):
    """All received files of an inspection as one archive."""
    inspection = visible_inspection(request, code)
    require(permissions.receives_self_report(request.actor, inspection))
    try:
        files = actions.take_all(inspection, by=request.actor)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
        return redirect(f"{_before(inspection)}#documents")
    entries = [(one.name, one.day, one.file) for one in files]
    answer = StreamingHttpResponse(zip_parts(entries), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{inspection.code}_tai-lieu.zip"'
    return hand_out(answer)


def _before(inspection):
    return reverse("inspections:preparation", args=[inspection.code])


def _visible(request, pk):
    found = DocumentRequest.objects.visible_to(request.actor).with_page_data()
    document = get_object_or_404(found, pk=pk)
    with_seats(request, document.inspection)
    return document


def _form_page(request, form, saved, inspection, document=None):
    context = {
        "form": form,
        "inspection": inspection,
        "document": document,
        "back_url": document.get_absolute_url() if document else _before(inspection),
        "stale": saved.stale,
    }
    return render(request, "inspections/document_form.html", context, status=saved.status)

"""Pages of issued papers: all versions, their files, letters and signatures; and the open check."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from findings.actions.announcing import note_reading
from findings.querysets import inspections_read_by
from reform_portal.common.access import portal_page, require, send_file
from reform_portal.common.saving import save, typed
from reports.registry import CONTENT_TYPES, REPORTS

from . import actions, keeping, letters
from .changes import changes
from .forms import CheckForm, CorrectionForm, LetterForm, SignedForm
from .proof import proof_of
from .records import IssuedPaper


@portal_page
@require_safe
def issued(request, code):
    """Every version of the conclusion, the one in force first."""
    inspection = _inspection(request, code)
    rows = IssuedPaper.objects.filter(inspection=inspection).select_related("signed")
    rows = list(rows.prefetch_related("corrections"))
    for row in rows:
        row.inspection = inspection  # as read here, with its delegation
        row.may_add = letters.may_add_to(request.actor, row)
    papers = [row for row in rows if row.kind == row.Kind.CONCLUSION]
    for later, earlier in zip(papers, papers[1:], strict=False):
        later.changes = changes(earlier.data, later.data)
    context = {
        "item": inspection,
        "papers": papers,
        "letters": [row for row in rows if row.kind != row.Kind.CONCLUSION],
        "may_issue": letters.issued_by(request.actor, inspection),
    }
    return render(request, "reports/issued.html", context)


@portal_page
@require_safe
def issued_file(request, pk, kind):
    """A file of a version: pdf, docx, the PDF/A of the archive or the signed copy."""
    paper = _paper(request, pk)
    signed = getattr(paper, "signed", None)
    kept = {"pdf": paper.pdf, "docx": paper.docx, "archive": paper.archive}
    stored = (kept | {"signed": signed and signed.file}).get(kind)
    if not stored:
        raise Http404
    format = "docx" if kind == "docx" else "pdf"
    mark = {"signed": "-da-ky", "archive": "-luu-tru"}.get(kind, "")
    note_reading(paper.inspection, by=request.actor)
    words = REPORTS[paper.kind].file_words
    number = f"so-{paper.reference.partition('/')[0]}-nam-{paper.issued_on.year}"
    name = f"{paper.inspection.code}-{words}-{number}{mark}.{format}"
    return send_file(stored, name=name, content_type=CONTENT_TYPES[format])


@portal_page
@require_http_methods(["GET", "POST"])
def correct(request, pk):
    """A letter corrects a slip of form."""
    paper = _paper(request, pk)
    require(letters.may_add_to(request.actor, paper))
    letter = actions.first_letter(paper, request.day)
    form = CorrectionForm(typed(request), instance=letter)
    saved = save(form, lambda: actions.correct(paper, by=request.actor, **form.values()))
    if saved.row:
        messages.success(request, _("The correction is recorded."))
        return redirect(paper)
    context = {"form": form, "paper": paper, "back_url": paper.get_absolute_url()}
    return render(request, "reports/correct.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def issue_letter(request, code, kind):
    """A letter that follows the conclusion gets its number and day, and is kept as it is."""
    inspection = _inspection(request, code)
    if kind not in letters.KINDS:
        raise Http404
    require(kind in letters.issued_by(request.actor, inspection))
    form = LetterForm(
        typed(request), letter=letters.next_letter(inspection, kind, request.day), day=request.day
    )
    saved = save(
        form,
        lambda: letters.issue(inspection, kind, by=request.actor, **form.cleaned_data),
    )
    if saved.row:
        messages.success(request, _("%(paper)s is issued.") % {"paper": saved.row})
        return redirect(saved.row)
    context = {"form": form, "inspection": inspection, "kind": IssuedPaper.Kind(kind).label}
    return render(request, "reports/issue_letter.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def sign(request, pk):
    """The signed PDF comes back in."""
    paper = _paper(request, pk)
    require(letters.may_add_to(request.actor, paper))
    form = SignedForm(typed(request), request.FILES or None)
    saved = save(
        form,
        lambda: actions.take_in_signed(paper, by=request.actor, content=form.cleaned_data["file"]),
        field="file",
    )
    if saved.row:
        messages.success(
            request, _("The signed paper is kept. Signed by: %(name)s.") % {"name": saved.row}
        )
        return redirect(paper)
    context = {"form": form, "paper": paper, "back_url": paper.get_absolute_url()}
    return render(request, "reports/sign.html", context, status=saved.status)


@portal_page
@require_POST
def retry(request, pk):
    """Files that could not be made are tried anew."""
    paper = _paper(request, pk)
    require(letters.may_add_to(request.actor, paper))
    keeping.try_again(paper, by=request.actor)
    messages.info(request, _("The files are being made; open this page again in a moment."))
    return redirect(paper)


@never_cache
@require_http_methods(["GET", "POST"])
def check(request, token):
    """Whoever holds the paper sees what it is, without signing in: nothing of what it says.

    A file that is sent is compared and forgotten.
    """
    rows = IssuedPaper.objects.select_related("signed", "replaced_by")
    paper = get_object_or_404(rows.prefetch_related("corrections"), token=token)
    form = CheckForm(typed(request), request.FILES or None)
    proof = None
    if form.is_bound and form.is_valid():
        proof = proof_of(paper, form.cleaned_data["file"])  # at most 20 MB
    context = {"paper": paper, "form": form, "proof": proof}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "reports/check.html", context, status=status)


def _inspection(request, code):
    readable = inspections_read_by(request.actor)
    readable = readable.select_related("unit_version", "delegation", "plan__committee")
    return get_object_or_404(readable.prefetch_related("delegation__members"), code=code)


def _paper(request, pk):
    readable = inspections_read_by(request.actor)
    rows = IssuedPaper.objects.filter(inspection__in=readable)
    return get_object_or_404(
        rows.select_related("signed", "inspection__delegation", "inspection__unit_version"), pk=pk
    )

"""Writing the draft sentence by sentence: one page with all of them, and a form for each."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from inspections.turns import inspection_turn
from reform_portal.common.access import portal_page, require
from reform_portal.common.editing import Stale
from reform_portal.common.saving import save, typed
from reform_portal.common.workflow import Refused

from .. import permissions
from ..actions import draft_lines as actions
from ..actions.conclusions import WRITABLE
from ..forms.draft_lines import FreeLineForm, WordsForm
from ..models import DraftLine
from ..querysets import inspections_read_by
from ..sentences import sentences_of
from ..talk import reviews_of, talk_about
from .reach import finding_or_404, moved_on, read_inspection_or_404


@portal_page
@require_safe
def drafting(request, code):
    """Every sentence of the draft by area: its words, its finding, what may be done with it."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.reads_drafting(request.actor, inspection))
    sentences = sentences_of(inspection)
    talk = talk_about(inspection, request.actor)
    at_sentences = [(one, talk.pop(one.mark, ())) for one in sentences]
    context = {
        "item": inspection,
        "turn": inspection_turn(inspection),
        "sentences": at_sentences,
        "whole": [told for rows in talk.values() for told in rows],
        "reviews": reviews_of(inspection, request.actor),
        "may_ask": inspection.is_recording
        and permissions.asks_for_review(request.actor, inspection),
        "may_comment": inspection.status in WRITABLE
        and permissions.comments(request.actor, inspection),
        "may_write": inspection.status in WRITABLE
        and permissions.writes_conclusion(request.actor, inspection),
        "may_delete": inspection.is_recording
        and permissions.writes_conclusion(request.actor, inspection),
    }
    return render(request, "findings/drafting.html", context)


@portal_page
@require_http_methods(["GET", "POST"])
def finding_words(request, pk):
    """Say a finding in other words in the draft; its own record stays as it is."""
    finding = finding_or_404(request, pk)
    inspection = finding.inspection
    require(permissions.writes_conclusion(request.actor, inspection))
    if moved_on(request, inspection, *WRITABLE):
        return redirect("findings:drafting", inspection.code)
    form = WordsForm(
        typed(request),
        finding=finding,
        instance=finding.own_line or DraftLine(inspection=inspection, finding=finding),
    )
    saved = save(form, lambda: _reword(finding, form, request.actor))
    if saved.row:
        messages.success(request, _("The words of the draft are saved."))
        return redirect(saved.row)
    context = {"form": form, "finding": finding, "stale": saved.stale, **_frame(inspection)}
    return render(request, "findings/words_form.html", context, status=saved.status)


def _reword(finding, form, actor):
    given = form.cleaned_data
    try:
        return actions.reword(
            finding,
            by=actor,
            text=given["text"],
            seen_finding=given["seen_finding"],
            seen_version=form.seen_version(),
            submission=given["submission"],
        )
    except Refused:
        form.show_the_finding_anew()
        raise


@portal_page
@require_http_methods(["GET", "POST"])
def line_add(request, code):
    """Add a sentence that belongs to no finding."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.writes_conclusion(request.actor, inspection))
    if moved_on(request, inspection, *WRITABLE):
        return redirect("findings:drafting", code)
    form = FreeLineForm(
        typed(request), day=inspection.starts_on, instance=DraftLine(inspection=inspection)
    )
    saved = save(
        form,
        lambda: actions.add_line(
            inspection,
            by=request.actor,
            submission=form.cleaned_data["submission"],
            **form.values(),
        ),
    )
    if saved.row:
        messages.success(request, _("The sentence is added to the draft."))
        return redirect(saved.row)
    context = {"form": form, **_frame(inspection)}
    return render(request, "findings/line_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def line_edit(request, pk):
    """Change a sentence that belongs to no finding; whoever saves second sees both texts."""
    line = _line_or_404(request, pk, finding=None)
    inspection = line.inspection
    require(permissions.writes_conclusion(request.actor, inspection))
    if moved_on(request, inspection, *WRITABLE):
        return redirect(line)
    form = FreeLineForm(typed(request), day=inspection.starts_on, instance=line)
    saved = save(
        form,
        lambda: actions.revise_line(
            line, by=request.actor, seen_version=form.seen_version(), **form.values()
        ),
    )
    if saved.row:
        messages.success(request, _("The words of the draft are saved."))
        return redirect(saved.row)
    context = {"form": form, "line": line, "stale": saved.stale, **_frame(inspection)}
    return render(request, "findings/line_form.html", context, status=saved.status)


@portal_page
@require_POST
def line_put_back(request, pk):
    """The finding's own words again."""
    line = _line_or_404(request, pk, finding__isnull=False)
    seen = _number(request, "seen")
    return _changed(
        request,
        line.inspection,
        lambda by: actions.put_back(line, by=by, seen_version=seen),
        line.mark,
    )


@portal_page
@require_POST
def line_keep(request, pk):
    """The words of the draft fit the changed finding."""
    line = _line_or_404(request, pk, finding__isnull=False)
    seen = {"seen_version": _number(request, "seen"), "seen_finding": _number(request, "finding")}
    return _changed(
        request, line.inspection, lambda by: actions.keep_words(line, by=by, **seen), line.mark
    )


@portal_page
@require_POST
def line_delete(request, code, pk):
    """Take a free sentence out of the draft; a second click leads to the draft without it."""
    inspection = read_inspection_or_404(request, code)
    seen = _number(request, "seen")
    return _changed(
        request,
        inspection,
        lambda by: actions.delete_line(inspection, pk, by=by, seen_version=seen),
    )


@portal_page
@require_POST
def line_move(request, code):
    """One place up or down among the sentences of the same area."""
    inspection = read_inspection_or_404(request, code)
    direction = actions.UP if request.POST.get("direction") == actions.UP else actions.DOWN
    mark, seen = request.POST.get("sentence", "")[:20], _number(request, "place")
    return _changed(
        request,
        inspection,
        lambda by: actions.move(inspection, mark, direction, by=by, seen_place=seen),
        mark,
    )


def _changed(request, inspection, act, mark=""):
    """Take one act on the draft, and go back to the sentence of that mark where there is one.

    Refusals and lost races are told.
    """
    require(permissions.writes_conclusion(request.actor, inspection))
    try:
        act(request.actor)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, reason)
    except Stale as stale:
        messages.error(request, str(stale))
    else:
        messages.success(request, _("The draft is changed."))
    page = reverse("findings:drafting", args=[inspection.code])
    return redirect(f"{page}#sentence-{mark}" if mark else page)


def _number(request, name):
    given = request.POST.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0


def _line_or_404(request, pk, **chosen):
    readable = inspections_read_by(request.actor)
    rows = DraftLine.objects.filter(inspection__in=readable, **chosen).select_related(
        "finding", "inspection__delegation", "inspection__unit_version"
    )
    return get_object_or_404(rows.prefetch_related("inspection__delegation__members"), pk=pk)


def _frame(inspection):
    back = reverse("findings:drafting", args=[inspection.code])
    return {"inspection": inspection, "back_url": back}

"""Reviewing a draft: asking for it, commenting on a sentence, answering, and the steps of both."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from reform_portal.common.access import portal_page, require
from reform_portal.common.saving import save, typed
from reform_portal.common.stepping import take_step

from .. import permissions, rules, workflow
from ..actions import reviews as actions
from ..actions.conclusions import WRITABLE
from ..forms.reviews import ReviewerForm, SaidForm
from ..models import Comment, Review
from ..querysets import inspections_read_by
from ..sentences import sentences_of
from .reach import moved_on, read_inspection_or_404

DELEGATION = ("inspection__delegation", "inspection__unit_version")


@portal_page
@require_http_methods(["GET", "POST"])
def review_ask(request, code):
    """Ask a member who did not write the draft to read it."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.asks_for_review(request.actor, inspection))
    if moved_on(request, inspection, *inspection.RECORDING):
        return redirect("findings:drafting", code)
    form = ReviewerForm(typed(request), candidates=rules.who_may_review(inspection))
    saved = save(
        form,
        lambda: actions.ask_for_review(inspection, by=request.actor, **form.cleaned_data),
    )
    if saved.row:
        messages.success(request, _("The review is asked for; it waits on the reviewer's page."))
        return redirect(saved.row)
    context = {"form": form, **_frame(inspection)}
    return render(request, "findings/review_form.html", context, status=saved.status)


@portal_page
@require_POST
def review_step(request, pk, step):
    """Finish a review, or take it back."""
    rows = Review.objects.filter(inspection__in=inspections_read_by(request.actor))
    related = rows.select_related("reviewer", *DELEGATION)
    review = get_object_or_404(related, pk=pk)
    require(permissions.reads_drafting(request.actor, review.inspection))
    take_step(request, workflow.review, step, review, action=actions.move_review)
    return redirect(review)


@portal_page
@require_http_methods(["GET", "POST"])
def comment_add(request, code):
    """Comment on one sentence (?on=…), or on the whole draft."""
    inspection = read_inspection_or_404(request, code)
    require(permissions.comments(request.actor, inspection))
    if moved_on(request, inspection, *WRITABLE):
        return redirect("findings:drafting", code)
    mark = request.GET.get("on", "")[:20]
    form = SaidForm(typed(request))
    saved = save(
        form,
        lambda: actions.comment(inspection, by=request.actor, mark=mark, **form.cleaned_data),
    )
    if saved.row:
        messages.success(request, _("The comment is kept. It is open until it is taken up."))
        return redirect(saved.row)
    about = [one for one in sentences_of(inspection) if one.mark == mark]
    context = {"form": form, "about": about, **_frame(inspection)}
    return render(request, "findings/comment_form.html", context, status=saved.status)


@portal_page
@require_http_methods(["GET", "POST"])
def comment_reply(request, pk):
    """Say something further in the thread of a comment."""
    comment = _comment_or_404(request, pk)
    require(permissions.comments(request.actor, comment.inspection))
    if moved_on(request, comment.inspection, *WRITABLE):
        return redirect(comment)
    form = SaidForm(typed(request))
    form.fields["text"].label = _("Answer")
    saved = save(form, lambda: actions.reply(comment, by=request.actor, **form.cleaned_data))
    if saved.row:
        messages.success(request, _("The answer is kept in the thread."))
        return redirect(comment)
    context = {"form": form, "comment": comment, **_frame(comment.inspection)}
    return render(request, "findings/comment_form.html", context, status=saved.status)


@portal_page
@require_POST
def comment_step(request, pk, step):
    """Take a comment up, leave the sentence as it is, or open the comment again."""
    comment = _comment_or_404(request, pk)
    take_step(request, workflow.comment, step, comment, action=actions.move_comment)
    return redirect(comment)


def _comment_or_404(request, pk):
    rows = Comment.objects.visible_to(request.actor).select_related("written_by", *DELEGATION)
    return get_object_or_404(rows.prefetch_related("replies__written_by"), pk=pk)


def _frame(inspection):
    back = reverse("findings:drafting", args=[inspection.code])
    return {"inspection": inspection, "back_url": back}

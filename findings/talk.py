"""What was said about a draft, as its page shows it: comments at their sentences, and reviews."""

from collections import defaultdict

from django.db.models import Prefetch

from . import workflow
from .models import Comment, CommentReply, Review


def talk_about(inspection, actor):
    """{mark of a sentence: [(comment, the steps this person may take)]}, "" for the whole draft."""
    rows = Comment.objects.visible_to(actor).filter(inspection=inspection)
    found = defaultdict(list)
    said = Prefetch("replies", CommentReply.objects.select_related("written_by"))
    for row in rows.select_related("written_by").prefetch_related(said):
        row.inspection = inspection
        found[row.mark].append((row, workflow.comment.available(row, actor)))
    return found


def reviews_of(inspection, actor):
    """[(review, the steps this person may take)]"""
    rows = list(Review.objects.filter(inspection=inspection).select_related("reviewer"))
    for row in rows:
        row.inspection = inspection
    return [(row, workflow.review.available(row, actor)) for row in rows]

"""What the guards of a draft and of a conclusion count, asked once for all of them."""

from django.db.models import Count, Exists, OuterRef, Prefetch, Subquery, prefetch_related_objects
from django.db.models.functions import Coalesce

from inspections.models import Inspection, Plan

from .models import (
    Comment,
    DraftLine,
    Explanation,
    Extension,
    Finding,
    Recommendation,
    Remediation,
    Review,
)

KEPT = "counts_of_the_draft"


def counts_of(inspection):
    """{name: how many}, kept with this row: `Workflow.take` judges a row it has just locked."""
    if KEPT not in inspection.__dict__:
        rows = Inspection.objects.filter(pk=inspection.pk).values(**_counted())
        setattr(inspection, KEPT, rows[0])
    return getattr(inspection, KEPT)


def _counted():
    shortcomings = Finding.objects.filter(kind=Finding.Kind.SHORTCOMING)
    return {
        "found": _count(Finding.objects),
        "behind": _count(DraftLine.objects.behind()),
        "undecided": _count(Explanation.objects.undecided()),
        "asking": _count(Extension.objects.filter(status=Extension.Status.PENDING)),
        "open_comments": _count(Comment.objects.open()),
        "open_reviews": _count(Review.objects.filter(status=Review.Status.ASKED)),
        "review_needed": Exists(
            Plan.types.through.objects.filter(
                plan=OuterRef("plan"), inspectiontype__requires_review=True
            )
        ),
        "unproved": _count(shortcomings.filter(evidence=None)),
    }


def _count(rows):
    of_it = rows.filter(inspection=OuterRef("pk")).order_by().values("inspection")
    return Coalesce(Subquery(of_it.annotate(rows=Count("pk")).values("rows")), 0)


def recommendations_of(inspection):
    """The recommendations with their addressees, in two questions and once for this row."""
    addressed = Prefetch("remediations", Remediation.objects.select_related("unit_version"))
    points = Recommendation.objects.prefetch_related(addressed)
    prefetch_related_objects([inspection], Prefetch("recommendations", points))
    return inspection.recommendations.all()

"""When a draft is not reviewed yet, and who may not review it: a sentence, or None."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from inspections.models import DelegationMember
from reform_portal.common.models import AuditEntry
from units.models import Person

from ..counts import counts_of
from ..models import Conclusion, DraftLine, Recommendation, Review


def comments_are_settled(inspection):
    """Every comment on the draft is taken up, or left with the head's reason."""
    if left := counts_of(inspection)["open_comments"]:
        return _(
            "%(count)d comments on the draft are open. Take them up, or leave them with a reason."
        ) % {"count": left}


def reviews_are_finished(inspection):
    """Whoever is asked to review the draft has finished."""
    if counts_of(inspection)["open_reviews"]:
        return _("A review of the draft is asked for and not finished. Wait, or take it back.")


def draft_is_reviewed(inspection):
    """Where the type of inspection asks for it, a second person has read the draft."""
    counts = counts_of(inspection)
    if not counts["review_needed"] or counts["open_reviews"]:
        return None
    done = Review.objects.filter(inspection=inspection, status=Review.Status.DONE)
    able = set(who_may_review(inspection).values_list("pk", flat=True))
    reviewers = set(done.values_list("reviewer", flat=True))
    if reviewers & able or not able:
        return None
    if reviewers:
        return _(
            "Whoever reviewed the draft wrote in it afterwards or left the delegation. Ask a "
            "member who did not write it."
        )
    return _("The draft was not reviewed. Ask a member of the delegation who did not write it.")


def who_may_review(inspection):
    """Members of the delegation but its head, who announces, and those who wrote the draft."""
    seats = DelegationMember.objects.filter(delegation=inspection.delegation_id)
    members = seats.exclude(role=DelegationMember.Role.HEAD).values("person")
    rows = Person.objects.filter(pk__in=members).order_by("full_name", "pk")
    return rows.exclude(account__in=_writers(inspection))


def may_review(inspection, reviewer):
    """Nobody reviews what he or she wrote."""
    if not who_may_review(inspection).filter(pk=reviewer.pk).exists():
        return _(
            "%(person)s wrote in the draft, leads the delegation or is not in it. Another member "
            "reviews the draft."
        ) % {"person": reviewer}


def reviewer_wrote_nothing(review):
    """Whoever meanwhile wrote in the draft is no second person any more."""
    return may_review(review.inspection, review.reviewer)


def draft_is_open(comment):
    """Comments are settled while the draft may be written."""
    inspection = comment.inspection
    if inspection.status not in (*inspection.RECORDING, inspection.Status.EXPLAINED):
        return _("%(inspection)s is in the state “%(state)s”; its draft is not written now.") % {
            "inspection": inspection,
            "state": inspection.get_status_display(),
        }


def _writers(inspection):
    """The accounts that wrote words, sentences or recommendations of the draft."""
    written = AuditEntry.objects.none()
    for model in (Conclusion, DraftLine, Recommendation):
        keys = model.objects.filter(inspection=inspection).values("pk")
        kind = ContentType.objects.get_for_model(model)
        written |= AuditEntry.objects.filter(content_type=kind, object_id__in=keys)
    return written.exclude(actor=None).order_by().values("actor")

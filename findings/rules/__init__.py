"""When a step about findings is not possible yet: a sentence, or None. By noun."""

from .conclusions import (
    addressees_receive_the_paper,
    conclusion_can_be_issued,
    conclusion_is_dated_after_the_visits,
    conclusion_is_not_dated_ahead,
    deadlines_follow_the_paper,
    number_is_taken,
    signer_fits_the_capacity,
)
from .drafts import (
    conclusion_is_written,
    delivery_fits,
    meeting_day_fits,
    recommendations_have_addressees,
    recommendations_have_deadlines,
    shortcomings_are_proved,
    something_was_found,
    words_follow_the_findings,
)
from .explanations import (
    days_asked_for_are_answered,
    decision_is_open,
    explanations_are_decided,
    extension_fits,
    unit_has_spoken,
)
from .remediation import (
    addressee_has_ended,
    may_be_handed_to,
    nothing_left_to_remedy,
    outcome_is_whole,
    outcome_is_written,
)
from .reviews import (
    comments_are_settled,
    draft_is_open,
    draft_is_reviewed,
    may_review,
    reviewer_wrote_nothing,
    reviews_are_finished,
    who_may_review,
)

__all__ = [
    "addressee_has_ended",
    "addressees_receive_the_paper",
    "comments_are_settled",
    "conclusion_can_be_issued",
    "conclusion_is_dated_after_the_visits",
    "conclusion_is_not_dated_ahead",
    "conclusion_is_written",
    "days_asked_for_are_answered",
    "deadlines_follow_the_paper",
    "decision_is_open",
    "delivery_fits",
    "draft_is_open",
    "draft_is_reviewed",
    "explanations_are_decided",
    "extension_fits",
    "may_be_handed_to",
    "may_review",
    "meeting_day_fits",
    "nothing_left_to_remedy",
    "number_is_taken",
    "outcome_is_whole",
    "outcome_is_written",
    "recommendations_have_addressees",
    "recommendations_have_deadlines",
    "reviewer_wrote_nothing",
    "reviews_are_finished",
    "shortcomings_are_proved",
    "signer_fits_the_capacity",
    "something_was_found",
    "unit_has_spoken",
    "who_may_review",
    "words_follow_the_findings",
]

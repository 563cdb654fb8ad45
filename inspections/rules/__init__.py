"""When something is not possible: guards and questions by noun, each a sentence or None."""

from .equipment import sections_were_counted
from .inspections import (
    ends_after_it_starts,
    plan_is_approved,
    there_is_a_visit,
    unit_is_free_again,
    visit_day_fits,
    visits_stay_inside,
)
from .people import (
    candidate_conflict,
    delegation_has_a_head,
    delegation_may_change,
    holds_a_post,
    members_hold_posts,
    nobody_inspects_the_own_unit,
    own_unit_conflict,
    post_held,
)
from .plans import (
    lies_in_the_plan_year,
    named_by,
    number_is_taken,
    plan_has_no_live_inspection,
    plan_has_number_and_date,
    plan_is_dated_for,
    plan_names_units,
    plan_says_what_is_inspected,
    plan_units_are_in_force,
    signs_for_the_issuer,
    unit_is_scheduled,
)
from .spoken import every_visit_was_concluded
from .unannounced import (
    it_is_not_before_the_day,
    stays_unannounced,
    unit_still_stands,
    was_announced_already,
)
from .units import (
    unit_below,
    unit_exists_on,
    unit_is_below,
    unit_version_on,
)

__all__ = [
    "candidate_conflict",
    "delegation_has_a_head",
    "delegation_may_change",
    "ends_after_it_starts",
    "every_visit_was_concluded",
    "holds_a_post",
    "it_is_not_before_the_day",
    "lies_in_the_plan_year",
    "members_hold_posts",
    "named_by",
    "nobody_inspects_the_own_unit",
    "number_is_taken",
    "own_unit_conflict",
    "plan_has_no_live_inspection",
    "plan_has_number_and_date",
    "plan_is_approved",
    "plan_is_dated_for",
    "plan_names_units",
    "plan_says_what_is_inspected",
    "plan_units_are_in_force",
    "post_held",
    "sections_were_counted",
    "signs_for_the_issuer",
    "stays_unannounced",
    "there_is_a_visit",
    "unit_below",
    "unit_exists_on",
    "unit_is_below",
    "unit_is_free_again",
    "unit_is_scheduled",
    "unit_still_stands",
    "unit_version_on",
    "visit_day_fits",
    "visits_stay_inside",
    "was_announced_already",
]

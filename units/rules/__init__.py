"""When a unit, a post or a seat cannot be as asked: a sentence for the person, or None.

Rules of a version take a draft (an unsaved UnitVersion); forms use them to put the sentence at
the field, actions ask again under the lock. On SQLite they alone guard ranges and codes.
"""

from .committees import (
    agency_can_change,
    agency_changed_so,
    changes_lie_inside,
    committee_can_be_replaced,
    committee_can_end,
    one_chair,
    post_allows_seat,
    seat_can_end,
    seat_is_possible,
    seat_lies_inside,
    seats_lie_inside,
    symbol_is_free,
    symbol_is_letters,
)
from .people import cites_a_decision, post_can_end, post_is_possible, same_post
from .standing import keeps_its_place, met, stands_throughout
from .units import (
    ABOVE,
    DEEPEST,
    begins_after,
    broken,
    can_move,
    code_is_free,
    ends_in_the_past,
    follows_the_last,
    name_is_free,
    no_twin,
    not_held_by,
    parent_fits,
    parent_on,
    successors_stand,
)

__all__ = [
    "agency_can_change",
    "agency_changed_so",
    "changes_lie_inside",
    "cites_a_decision",
    "ABOVE",
    "DEEPEST",
    "begins_after",
    "broken",
    "can_move",
    "code_is_free",
    "committee_can_be_replaced",
    "committee_can_end",
    "ends_in_the_past",
    "follows_the_last",
    "keeps_its_place",
    "met",
    "name_is_free",
    "no_twin",
    "not_held_by",
    "one_chair",
    "parent_fits",
    "parent_on",
    "post_allows_seat",
    "post_can_end",
    "post_is_possible",
    "same_post",
    "seat_can_end",
    "seat_is_possible",
    "seat_lies_inside",
    "seats_lie_inside",
    "stands_throughout",
    "successors_stand",
    "symbol_is_free",
    "symbol_is_letters",
]

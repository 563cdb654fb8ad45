"""A page goes to the system for stack once, not at every call that lies at the edge of a piece."""

import resource

from reform_portal.common.stack import in_one_piece

CALLS = 300
DEEPEST = 200  # more frames than one of CPython's pieces holds


def faults():
    return resource.getrusage(resource.RUSAGE_THREAD).ru_minflt


def nested(depth):
    return nested(depth - 1) if depth else None


def worst_below(depth=DEEPEST):
    """The most new pages of memory that the same small calls took at any depth on the way down."""
    before = faults()
    for _number in range(CALLS):
        nested(5)
    taken = faults() - before
    return max(taken, worst_below(depth - 1)) if depth else taken


def test_calls_take_no_stack_anew_at_any_depth():
    assert in_one_piece(worst_below)() < CALLS / 3


def test_a_call_is_given_what_it_was_asked_and_its_answer_returned():
    assert in_one_piece(divmod)(7, 2) == (3, 1)

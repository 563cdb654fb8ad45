"""One piece of stack for all calls below a call."""

ROOM = 16_000  # values of eight bytes; the piece opened for them has as much again for the calls


def in_one_piece(call):
    """The same call, with room on the stack for whatever it calls in turn.

    CPython keeps the frames of a thread in pieces of 16 kB: it takes one from the system when a
    call does not fit any more, and gives it back when that call returns. A page is nested so deep
    that much of its work lies at such an edge, at the cost of a hundred trips to the system, a
    tenth of its time. A frame that claims much room opens a piece that holds all the others.
    """

    def answer(*args):
        return call(*args)

    answer.__code__ = answer.__code__.replace(co_stacksize=ROOM)
    return answer

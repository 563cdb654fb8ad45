"""A place for a single unit: the best that is free, or one from which another can move."""

MOST_STEPS = 4000
OFF_MONTH = 300.0
OUT_AGAIN = 25.0


def make_room(stop, board, days=None):
    """Place the stop; True when it found a place. Others move at most where the rules allow."""
    return _place_best(stop, board, days) or _place_by_moving(stop, board, days, set())


def _place_best(stop, board, days):
    fitting = [slot for slot in board.slots_for(stop, days) if board.fits(stop, *slot)]
    if fitting:
        board.place(stop, *min(fitting, key=lambda slot: (_price(stop, board, *slot), *slot)))
    return bool(fitting)


def _price(stop, board, team, day, session):
    weights, there = board.problem.weights, board.on_day(team, day)
    ways = board.distances
    longer = ways.shortest([*there, stop]) if len(there) < board.problem.a_day else (stop,)
    more = ways.round(longer) - (ways.round(ways.shortest(there)) if there else 0)
    price = weights.travel * more + (0 if there else OUT_AGAIN)
    price += weights.load * board.load(team)
    if stop.month and stop.month != day.month:
        price += weights.month * OFF_MONTH
    return round(price, 3)


def _place_by_moving(stop, board, days, seen):
    """Who sits where the stop could sit goes elsewhere, who sits there too … (augmenting path)."""
    for slot in list(board.slots_for(stop, days)):
        if board.fits(stop, *slot):
            board.place(stop, *slot)
            return True
        if slot in seen or len(seen) > MOST_STEPS:
            continue
        seen.add(slot)
        team, day, _session = slot
        for other in sorted(board.on_day(team, day), key=lambda one: one.key):
            if _gives_way(stop, other, slot, board, seen):
                return True
    return False


def _gives_way(stop, other, slot, board, seen):
    before = board.take_off(other)
    if board.fits(stop, *slot):
        board.place(stop, *slot)
        if _place_by_moving(other, board, None, seen):
            return True
        board.take_off(stop)
    board.place(other, *before)
    return False

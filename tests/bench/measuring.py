"""Measuring by turns, and saying it as ratios: milliseconds do not carry over to another machine."""

import gc
import math
import os
import time
from statistics import median

from django.db import connection


def by_turns(rounds, *, clock=time.perf_counter, **works):
    """Median milliseconds of each work."""
    taken = in_turns(rounds, clock=clock, **works)
    return {name: median(times) for name, times in taken.items()}


def in_turns(rounds, *, clock=time.perf_counter, **works):
    """Milliseconds of each work, all of them in each round, so that noise hits all alike."""
    taken = {name: [] for name in works}
    for work in works.values():
        work()  # caches and connections are not what is measured
    gc.collect()
    for _round in range(rounds):
        for name, work in works.items():
            began = clock()
            work()
            taken[name].append((clock() - began) * 1000)
    return taken


def working():
    """A clock that runs while this process works, or PostgreSQL for it: who waits for a processor
    that others use is no slower for it.
    """
    if connection.vendor != "postgresql":
        return time.process_time
    connection.ensure_connection()
    server = connection.connection.info.backend_pid
    ran = os.open(f"/proc/{server}/schedstat", os.O_RDONLY)

    def clock():
        return time.process_time() + int(os.pread(ran, 64, 0).split()[0]) / 1e9

    return clock


def calm(times):
    """The tenth part that was quickest: what work takes while the machine does little else."""
    return sorted(times)[len(times) // 10]


def ratio(times, floors):
    """The median of the quotients of each round, whose two met the same noise."""
    return median(time / floor for time, floor in zip(times, floors, strict=True))


def yardstick():
    """Work that is always the same; what is measured hours or records apart is divided by it."""
    return sorted({str(number): number for number in range(8_000)})


def exponent(small, large, *, times):
    """How the time grows with the data: 0 is flat, 1 is in proportion."""
    return math.log(large / small) / math.log(times)


def table(title, columns, rows):
    """Print rows under their titles, numbers to two places."""
    written = [columns, *([_cell(cell) for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in written) for place in range(len(columns))]
    print(f"\n\n{title}")
    for row in written:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))


def _cell(value):
    return f"{value:.2f}" if isinstance(value, float) else str(value)

"""A conclusion in figures, as its readers see it first; nothing is asked of the database."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Sums:
    """How much was found, and how far what must be done has got, a row for each addressee."""

    strengths: int
    shortcomings: int
    tasks: int
    settled: int
    reported: int
    late: int
    next_due: date | None

    @property
    def open(self):
        return self.tasks - self.settled


def summing_up(findings, parts, day):
    """Of findings, and of the parts of all addressees."""
    left = [part for part in parts if not part.is_settled]
    strengths = sum(one.kind == one.Kind.STRENGTH for one in findings)
    return Sums(
        strengths=strengths,
        shortcomings=len(findings) - strengths,
        tasks=len(parts),
        settled=len(parts) - len(left),
        reported=sum(part.status == part.Status.REPORTED for part in left),
        late=sum(part.due_on is not None and part.due_on < day for part in left),
        next_due=min(
            (part.due_on for part in left if part.due_on and part.due_on >= day), default=None
        ),
    )

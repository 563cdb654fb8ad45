"""A conclusion in figures, as its readers see it first; nothing is asked of the database."""

from dataclasses import dataclass
from datetime import date

COUNTED = ("tasks", "settled", "reported", "late", "next_due")


@dataclass(frozen=True)
class Sums:
    """How much was found, and how far what must be done has got, a row for each addressee."""

    strengths: int
    shortcomings: int
    tasks: int = 0
    settled: int = 0
    reported: int = 0
    late: int = 0
    next_due: date | None = None

    @property
    def open(self):
        return self.tasks - self.settled


def summing_up(findings, parts):
    """Of findings, and of the parts of all addressees: of those `with_sums` each knows of all."""
    strengths = sum(one.kind == one.Kind.STRENGTH for one in findings)
    counted = {name: getattr(parts[0], f"all_{name}") for name in COUNTED} if parts else {}
    return Sums(strengths=strengths, shortcomings=len(findings) - strengths, **counted)

"""Invented: the days of the present, counted from the day on which the demo is loaded.

They are days on which people work, and stay inside the year however early or late it is.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from inspections.schedule import days_apart, is_working_day

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Year:
    """The year around a day."""

    today: date

    def __getitem__(self, distance):
        """The working day so many days from today: the last before it, or the next after it."""
        wanted = self._inside(self.today + timedelta(days=distance))
        back, ahead = self._worked(wanted, -DAY), self._worked(wanted, DAY)
        return (back or ahead) if distance <= 0 else (ahead or back)

    def _inside(self, day):
        return min(max(day, self._first), self._last)

    def _worked(self, day, step):
        """The first working day from there on in that direction, or None within the year."""
        while not is_working_day(day, self._exceptions):
            day += step
            if not self._first <= day <= self._last:
                return None
        return day

    @property
    def _first(self):
        return date(self.today.year, 1, 1)

    @property
    def _last(self):
        return date(self.today.year, 12, 31)

    @cached_property
    def _exceptions(self):
        return days_apart(self._first, self._last)

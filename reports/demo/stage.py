"""What the scripts of the demo share: the places and people by short names, and who acts when."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from inspections.models import InspectionType, ReformArea, ServiceSector
from units.actors import actor_for
from units.models import SteeringCommittee, UnitVersion


@dataclass
class Stage:
    """Filled while the demo is built; short names ("cao_loc", "sai_van_dong") are its keys."""

    today: date
    units: dict = field(default_factory=dict)
    people: dict = field(default_factory=dict)
    posts: dict = field(default_factory=dict)
    committee: SteeringCommittee | None = None
    _versions: dict = field(default_factory=dict)
    _actors: dict = field(default_factory=dict)

    @property
    def province(self):
        return self.units["lang_son"]

    def version(self, key, day):
        """The unit as it is on that day."""
        if (key, day) not in self._versions:
            self._versions[key, day] = UnitVersion.objects.on(day).get(unit=self.units[key])
        return self._versions[key, day]

    def actor(self, key, day):
        """The person acting on that day, with the rights of that day."""
        if (key, day) not in self._actors:
            self._actors[key, day] = actor_for(self.people[key].account, day)
        return self._actors[key, day]

    def take(self, flow, step, record, *, by, on, note="", **fields):
        """A step of a workflow, taken by somebody on a day; the fresh record."""
        return flow.take(step, record, by=self.actor(by, on), note=note, **fields)

    def area(self, code, day):
        """The reform area under the name it had that day; None for no code."""
        return next((row for row in self._areas if row.code == code and _holds(row, day)), None)

    def sector(self, code):
        return next((row for row in self._sectors if row.code == code), None)

    def type(self, code):
        return next(row for row in self._types if row.code == code)

    @cached_property
    def _areas(self):
        return list(ReformArea.objects.all())

    @cached_property
    def _sectors(self):
        return list(ServiceSector.objects.all())

    @cached_property
    def _types(self):
        return list(InspectionType.objects.all())


def _holds(row, day):
    return row.valid_from <= day and (row.valid_to is None or day < row.valid_to)

"""The units of a plan as stops: where and since when they are, and what they already receive."""

from collections import defaultdict
from datetime import date, timedelta

from inspections import schedule
from inspections.models import DeadlineRule, OtherVisit, UnitSlot, Visit
from inspections.seen_lately import told_of
from units.models import Unit, UnitVersion

from .problem import Stop

UNANNOUNCED = "unannounced"


def earliest_visit(plan, day):
    """The first day on which a unit may be visited that is told on `day`."""
    notice = schedule.timing_of("notice", day, plan=plan)
    if notice is None:
        return day
    if notice.counted == notice.Counted.WORKING:
        return schedule.add_working_days(day, notice.days)
    return day + timedelta(days=notice.days)


def place_of(version):
    if version.latitude is None or version.longitude is None:
        return None
    return float(version.latitude), float(version.longitude)


class Stops:
    """The units of a plan with what is known of them on the days asked for."""

    def __init__(self, plan, first, last, day, reader):
        self.plan, self.first, self.last = plan, first, last
        self.reader = reader  # who asks is told no more than the records tell this person
        # What is asked for days gone by is written down afterwards: nobody can be told any more.
        self.told = self.today = date.min
        if last >= day:
            self.told, self.today = earliest_visit(plan, day), day

    def stops(self, plan_units, pins):
        keys = [item.unit_id for item in plan_units.values()]
        met = UnitVersion.objects.filter(unit_id__in=keys).order_by("valid_from")
        self.versions = defaultdict(list)
        for version in met.meeting(self.first, self.last + timedelta(days=1)):
            self.versions[version.unit_id].append(version)
        self.busy = defaultdict(set)
        slots = UnitSlot.objects.filter(unit_id__in=keys, day__range=(self.first, self.last))
        for unit, *slot in slots.values_list("unit_id", "day", "half"):
            self.busy[unit].add(tuple(slot))
        self.visits = self._visits(plan_units.values())
        return [self._stop(item, pins[key]) for key, item in plan_units.items()]

    def _stop(self, item, pin):
        versions = self.versions[item.unit_id] or [item.unit_version]
        placed = [place for version in versions if (place := place_of(version))]
        secret = item.form == UNANNOUNCED
        return Stop(
            key=item.pk,
            name=versions[-1].authority,
            place=placed[-1] if placed else None,
            near=versions[-1].parent_id,
            opens=item.unit.opened_on,
            earliest=self.today if secret else self.told,
            closes=item.unit.closed_on or date.max,
            busy=frozenset(self.busy[item.unit_id]),
            visited=tuple(self.visits[item.unit_id]),
            month=item.month or (item.day.month if item.day else None),
            pinned_day=pin["day"] and date.fromisoformat(pin["day"]),
            pinned_team=pin["team"],
        )

    def _visits(self, items):
        """{unit: [(first, last) days too near to a visit of it, or of what it came from]}."""
        rule = DeadlineRule.objects.on(self.first).filter(code="unit_gap").first()
        found = defaultdict(list)
        if rule is None:
            return found
        gap = timedelta(days=rule.days)
        since, until = self.first - gap, self.last + gap
        line = defaultdict(set)  # a unit: those for which its visits count
        for item in items:
            line[item.unit_id].add(item.unit_id)
            if item.unit.opened_on > since:
                for before in Unit.objects.predecessors(item.unit, since):
                    line[before.pk].add(item.unit_id)
        ours = Visit.objects.filter(unit__in=line, day__range=(since, until))
        told = told_of(self.reader)
        ours = ours.filter(inspection__in=told)
        # Their visits say the days better, once there are any (see seen_lately).
        without = told.filter(unit__in=line, starts_on__lte=until, ends_on__gte=since)
        without = without.filter(visits=None)
        theirs = OtherVisit.objects.filter(unit__in=line).between(since, until)
        spans = [(unit, day, day) for unit, day in ours.values_list("unit_id", "day")]
        for spanning in (without, theirs):
            spans += spanning.values_list("unit_id", "starts_on", "ends_on")
        for unit, begin, end in spans:
            for counted in line[unit]:
                found[counted].append((begin - gap, end + gap))
        return found

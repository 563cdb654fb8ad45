"""The records as a problem: units of the plan, delegations, people, and what they already do."""

from collections import Counter, defaultdict
from datetime import date, timedelta

from inspections import schedule
from inspections.models import (
    DeadlineRule,
    DelegationMember,
    Holiday,
    Inspection,
    OtherVisit,
    PersonSlot,
    Threshold,
    UnitSlot,
    Visit,
)
from units.actors import actor_for
from units.models import Person as PersonRow
from units.models import Post, Succession, Unit, UnitVersion

from .problem import Person, Problem, Stop, Team, Weights

# Who sat in a delegation not longer ago may be proposed for another.
YEARS_OF_PRACTICE = 3
UNANNOUNCED = "unannounced"


def problem_of(row):
    """The problem a proposal asks about, as the records are now."""
    asked = row.question
    first, last = date.fromisoformat(asked["first"]), date.fromisoformat(asked["last"])
    day = date.fromisoformat(asked["day"])
    plan_units = {
        item.pk: item
        for item in row.plan.plan_units.to_schedule()
        .filter(pk__in=[unit["key"] for unit in asked["units"]])
        .select_related("unit")
        .order_by("pk")
    }
    pins = {unit["key"]: unit for unit in asked["units"]}
    teams = _teams(row.plan, asked["teams"])
    known = _People(row.plan, teams, first, last, with_candidates=bool(asked["team_size"]))
    people = known.people(list(plan_units.values()))
    limit = Threshold.objects.on(first).filter(code="travel_km").first()
    stops = _Stops(row.plan, first, last, day, actor_for(row.asked_by, day)).stops(plan_units, pins)
    return Problem(
        year=row.plan.year,
        first=first,
        last=last,
        stops=tuple(stops),
        teams=tuple(known.team(team) for team in teams),
        people=people,
        candidates=tuple(known.candidates),
        areas={area.code: area.name for area in row.plan.areas.order_by("code")},
        exceptions=dict(
            Holiday.objects.filter(day__range=(first, last)).values_list("day", "is_worked")
        ),
        base=_base(row.plan, first),
        a_half=asked["a_half"],
        team_size=asked["team_size"],
        limit_km=limit.value if limit else None,
        weights=Weights(**asked["weights"]),
    )


def earliest_visit(plan, day):
    """The first day on which a unit may be visited that is told on `day`."""
    notice = schedule.timing_of("notice", day, plan=plan)
    if notice is None:
        return day
    if notice.counted == notice.Counted.WORKING:
        return schedule.add_working_days(day, notice.days)
    return day + timedelta(days=notice.days)


def _teams(plan, keys):
    teams = plan.delegations.filter(pk__in=keys).order_by("pk")
    return list(teams.prefetch_related("members__areas"))


def _base(plan, day):
    """The seat of the issuer, or of the first unit above it that has one on record."""
    issuer = UnitVersion.objects.on(day).filter(unit_id=plan.issuer_id).first()
    above = [plan.issuer_id, *(reversed(issuer.ancestor_ids) if issuer else ()), plan.province_id]
    seats = {
        version.unit_id: _place(version)
        for version in UnitVersion.objects.on(day).filter(unit_id__in=above)
    }
    return next((seats[key] for key in above if seats.get(key)), None)


def _place(version):
    if version.latitude is None or version.longitude is None:
        return None
    return float(version.latitude), float(version.longitude)


class _Stops:
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
        placed = [place for version in versions if (place := _place(version))]
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
        told = Inspection.objects.known_to(self.reader)
        ours = ours.filter(inspection__in=told.exclude(status=Inspection.Status.CANCELLED))
        theirs = OtherVisit.objects.filter(unit__in=line).between(since, until)
        spans = [(unit, day, day) for unit, day in ours.values_list("unit_id", "day")]
        spans += theirs.values_list("unit_id", "starts_on", "ends_on")
        for unit, begin, end in spans:
            for counted in line[unit]:
                found[counted].append((begin - gap, end + gap))
        return found


class _People:
    """Members of the delegations, and who else has inspected before."""

    def __init__(self, plan, teams, first, last, *, with_candidates):
        self.plan, self.first, self.last = plan, first, last
        self.seated = {seat.person_id for team in teams for seat in team.members.all()}
        self.candidates = sorted(self._experienced()) if with_candidates else []
        self.keys = self.seated.union(self.candidates)

    def _experienced(self):
        """They sat in a delegation of the province and hold a post on all days asked for."""
        seats = DelegationMember.objects.filter(
            delegation__province=self.plan.province_id,
            delegation__plan__year__gt=self.plan.year - YEARS_OF_PRACTICE,
        )
        held = Post.objects.on(self.first) & Post.objects.on(self.last)
        people = PersonRow.objects.filter(
            pk__in=seats.values("person_id"), posts__in=held.values("pk")
        )
        return set(people.values_list("pk", flat=True)) - self.seated

    def people(self, plan_units):
        names = dict(PersonRow.objects.filter(pk__in=self.keys).values_list("pk", "full_name"))
        areas, busy, load = defaultdict(set), defaultdict(set), Counter()
        seats = DelegationMember.objects.filter(person__in=self.keys, areas__isnull=False)
        for person, code in seats.values_list("person_id", "areas__code"):
            areas[person].add(code)
        slots = PersonSlot.objects.filter(person__in=self.keys)
        of_year = slots.filter(day__year=self.plan.year).values_list("person_id", "day", "half")
        for person, *slot in of_year:
            busy[person].add(tuple(slot))
            load[person] += 1
        barred = self._barred(plan_units)
        return {
            key: Person(
                key=key,
                name=names[key],
                areas=frozenset(areas[key]),
                load=load[key],
                busy=frozenset(busy[key]),
                barred=frozenset(barred[key]),
            )
            for key in sorted(self.keys)
        }

    def team(self, row):
        seats = list(row.members.all())
        return Team(
            key=row.pk,
            name=row.name,
            members=tuple(sorted(seat.person_id for seat in seats)),
            areas=frozenset(area.code for seat in seats for area in seat.areas.all()),
            formed_on=row.formed_on,
        )

    def _barred(self, plan_units):
        """{person: stops in a unit in, above or after which a post is held, or was not long ago}."""
        rule = DeadlineRule.objects.on(self.first).filter(code="last_post").first()
        since = self.first - timedelta(days=rule.days if rule else 0)
        posts = Post.objects.filter(person__in=self.keys)
        posts = posts.meeting(since, self.last + timedelta(days=1))
        held = list(posts.values_list("person_id", "unit_id"))
        inside = self._inside({unit for _person, unit in held}, since)
        found = defaultdict(set)
        for person, unit in held:
            for item in plan_units:
                if item.unit_id in inside[unit]:
                    found[person].add(item.pk)
        return found

    def _inside(self, units, since):
        """{unit: itself, what it lies in but the province, and what all that became}."""
        inside = {unit: {unit} for unit in units}
        versions = UnitVersion.objects.filter(unit_id__in=units)
        for version in versions.meeting(since, self.last + timedelta(days=1)):
            inside[version.unit_id].update(set(version.ancestor_ids) - {version.province_id})
        became = defaultdict(set)
        acts = Succession.objects.filter(day__range=(since, self.last))
        for before, after in acts.values_list("predecessor_id", "successor_id"):
            became[before].add(after)
        for known in inside.values():
            fresh = set(known)
            while fresh:
                fresh = {after for unit in fresh for after in became.get(unit, ())} - known
                known |= fresh
        return inside

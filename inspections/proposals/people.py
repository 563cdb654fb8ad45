"""Who inspects: members of the delegations and who else has done so, with what they already do."""

from collections import Counter, defaultdict
from datetime import date, timedelta

from inspections.models import DeadlineRule, Delegation, DelegationMember, PersonSlot
from units.models import Person as PersonRow
from units.models import Post, Succession, UnitVersion

from .problem import Candidate, Forming, Person, Team

NUMBERED = "Đoàn kiểm tra số "
NO_NEW_ONES = {"count": 0, "size": 0, "formed_on": date.min.isoformat(), "pool": []}
# Who sat in a delegation not longer ago may be proposed for another.
YEARS_OF_PRACTICE = 3


def forming_of(plan, asked, first, last):
    """The new delegations asked for; of the pool, who holds a post on every day it takes."""
    formed_on = date.fromisoformat(asked["formed_on"])
    ticked = [one["person"] for one in asked["pool"]]
    posts = Post.objects.filter(person__in=ticked)
    there = set(ticked)
    for day in (formed_on, first, last):
        there &= set(posts.on(day).values_list("person_id", flat=True))
    absent = PersonRow.objects.filter(pk__in=set(ticked) - there).order_by("full_name", "pk")
    return Forming(
        count=asked["count"],
        size=asked["size"],
        formed_on=formed_on,
        names=tuple(_free_names(plan, asked["count"])),
        pool=tuple(
            Candidate(
                person=one["person"],
                areas=frozenset(one["areas"]),
                leads=one["role"] == "head",
                writes=one["role"] == "secretary",
            )
            for one in asked["pool"]
            if one["person"] in there
        ),
        absent=tuple(absent.values_list("full_name", flat=True)),
    )


def _free_names(plan, count):
    """What the new delegations are called in papers, going on from those of the issuer's year."""
    of_year = Delegation.objects.filter(plan__issuer=plan.issuer_id, plan__year=plan.year)
    names = of_year.values_list("name", flat=True)
    last = max((number for name in names if (number := _number(name))), default=0)
    first = max(last, plan.delegations.count()) + 1
    return [f"{NUMBERED}{number}" for number in range(first, first + count)]


def _number(name):
    """Of "Đoàn kiểm tra số 3" the 3; None of any other name."""
    digits = name.removeprefix(NUMBERED)
    return int(digits) if digits != name and digits.isdecimal() and len(digits) < 5 else None


class People:
    """Members of the delegations, who else has inspected before, and the pool for new ones."""

    def __init__(self, plan, teams, first, last, *, with_candidates, pool=()):
        self.plan, self.first, self.last = plan, first, last
        self.seated = {seat.person_id for team in teams for seat in team.members.all()}
        self.candidates = sorted(self._experienced()) if with_candidates else []
        self.keys = self.seated.union(self.candidates, pool)

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

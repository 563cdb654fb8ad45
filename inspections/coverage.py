"""Coverage: the share of a province's units that were inspected in a year, and who is missing.

A unit counts once however often it was inspected, so a re-inspection adds nothing. The units in
force on 31/12 are counted, or those of today while the year runs; one that ended in the year
counts with the unit that took it over (domain §3.3, K1; the last rule is our choice).
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from django.db.models import Q

from units.heirs import standing_for
from units.models import UnitVersion

from .choosing import KINDS
from .inspected import inspected_in
from .models import CoverageTarget, Plan, PlanUnit

Level = UnitVersion.Level
TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    done: int
    of: int

    @property
    def percent(self):
        """With one decimal, or None where there is nothing to inspect."""
        if not self.of:
            return None
        return (Decimal(100 * self.done) / self.of).quantize(TENTH, ROUND_HALF_UP)


@dataclass(frozen=True)
class Kind:
    """The units of one kind: all, those inspected, those planned, those missing."""

    level: str
    units: list
    inspected: frozenset
    plans: dict  # {unit: words of an approved plan of the year that names it}
    target: CoverageTarget | None

    @property
    def label(self):
        return Level(self.level).label

    @property
    def share(self):
        return Share(sum(unit.unit_id in self.inspected for unit in self.units), len(self.units))

    @property
    def still_needed(self):
        """How many more must be inspected to reach the target; None without one."""
        if self.target is None:
            return None
        wanted = (self.target.percent * len(self.units) / 100).to_integral_value(ROUND_CEILING)
        return max(0, int(wanted) - self.share.done)

    @property
    def planned(self):
        """Not inspected yet, but named by an approved plan: (unit, plan)."""
        return [(unit, self.plans[unit.unit_id]) for unit in self._left() if self._plan(unit)]

    @property
    def missing(self):
        """Neither inspected nor on an approved plan."""
        return [unit for unit in self._left() if not self._plan(unit)]

    def _left(self):
        return [unit for unit in self.units if unit.unit_id not in self.inspected]

    def _plan(self, unit):
        return self.plans.get(unit.unit_id)


@dataclass(frozen=True)
class Coverage:
    """A province in a year, as on a day."""

    year: int
    day: date
    province: UnitVersion | None
    provinces: list
    kinds: list
    drafts: list  # plans of the year that can still take in units

    @property
    def share(self):
        parts = [kind.share for kind in self.kinds]
        return Share(sum(part.done for part in parts), sum(part.of for part in parts))


def coverage_of(actor, *, year, province_id=None):
    """The coverage of one of the actor's provinces; five queries however many units."""
    day = min(date(year, 12, 31), actor.day)
    provinces, units = _units(actor, day)
    province = chosen_province(provinces, province_id, actor)
    plans = _plans(actor, year)
    approved = {unit: plan for plan, unit in plans if unit and plan.status == Plan.Status.APPROVED}
    inspected = inspected_in(actor.province_ids, date(year, 1, 1), day)
    heirs = standing_for(inspected | set(approved), day)
    now = {unit: version.unit_id for unit, version in heirs.items()}
    drafts = {plan.pk: plan for plan, _unit in plans if plan.is_editable}
    return Coverage(
        year=year,
        day=day,
        province=province,
        provinces=provinces,
        kinds=_kinds(
            units,
            province,
            frozenset(now[unit] for unit in inspected if unit in now),
            {now[unit]: str(plan) for unit, plan in approved.items() if unit in now},
            year,
        ),
        drafts=list(drafts.values()),
    )


def _units(actor, day):
    """The actor's provinces on that day, and what can be inspected in them, in one query."""
    scope = Q(level__in=(Level.PROVINCE, *KINDS), province_id__in=actor.province_ids)
    rows = list(UnitVersion.objects.on(day).filter(scope).order_by("path"))
    provinces = [row for row in rows if row.level == Level.PROVINCE]
    return provinces, [row for row in rows if row.level != Level.PROVINCE]


def chosen_province(provinces, province_id, actor):
    """The one asked for, the own one, or the first."""
    known = {province.unit_id: province for province in provinces}
    own = (known[key] for key in sorted(actor.home_province_ids) if key in known)
    return known.get(province_id) or next(own, None) or next(iter(provinces), None)


def _plans(actor, year):
    """(plan, unit it names or None), as far as the actor may know, for all plans of the year that are not cancelled."""
    columns = ("pk", "number", "symbol", "title", "status")
    known = PlanUnit.objects.visible_to(actor).values("pk")
    rows = Plan.objects.filter(province_id__in=actor.province_ids, year=year)
    rows = (
        rows.filter(Q(plan_units=None) | Q(plan_units__in=known))
        .exclude(status=Plan.Status.CANCELLED)
        .order_by("pk")
    )
    return [
        (Plan(**dict(zip(columns, given, strict=True))), unit)
        for *given, unit in rows.values_list(*columns, "plan_units__unit_id")
    ]


def _kinds(units, province, inspected, plans, year):
    if province is None:
        return []
    targets = CoverageTarget.objects.filter(province_id=province.unit_id, year=year)
    of_level = {target.level: target for target in targets}
    kinds = (
        Kind(
            level=level,
            units=[unit for unit in units if _counts(unit, level, province)],
            inspected=inspected,
            plans=plans,
            target=of_level.get(level),
        )
        for level in KINDS
    )
    return [kind for kind in kinds if kind.units or kind.target]


def _counts(unit, level, province):
    """Departments are the agencies of the province itself, not the offices below its districts."""
    if unit.level != level or unit.province_id != province.unit_id:
        return False
    return level != Level.AGENCY or unit.parent_id == province.unit_id

"""Steps on time: of all that was due under the plans of a year, how much was done in time, and

who is late (domain §3.3, K5). A step counts once it is due or done; one that was passed over, or
that the portal does not record, counts for nothing.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from units.models import UnitVersion

from .coverage import Share, chosen_province
from .models import Inspection, PlanDeadline
from .timetable import Step, timetables

Code = PlanDeadline.Code
MOST_LATE = 100
HOME_AFFAIRS = (Code.ESTABLISHING, Code.NOTICE)
DELEGATION = (Code.DRAFT, Code.CONCLUSION)


@dataclass(frozen=True)
class Late:
    """A step that was done late or is overdue, and whose it is."""

    inspection: Inspection
    step: Step

    @property
    def is_overdue(self):
        return self.step.done_on is None

    @property
    def who(self):
        if self.step.code in HOME_AFFAIRS:
            return _("Home Affairs")
        if self.step.code in DELEGATION:
            return self.inspection.delegation
        return self.inspection.unit_version.authority


@dataclass(frozen=True)
class OfStep:
    """One kind of step over the year."""

    code: str
    label: str
    steps: list

    @property
    def is_ours(self):
        """A step of Home Affairs or of a delegation, not of an inspected unit."""
        return self.code in HOME_AFFAIRS + DELEGATION

    @property
    def share(self):
        return Share(sum(not step.late for step in self.steps), len(self.steps))

    @property
    def overdue(self):
        return sum(step.late > 0 and step.done_on is None for step in self.steps)


@dataclass(frozen=True)
class Timeliness:
    """A province in a year, as on a day."""

    year: int
    day: date
    province: UnitVersion | None
    provinces: list
    kinds: list
    late: list

    @property
    def sides(self):
        """(whose, share, overdue) of our own steps, and of those of the inspected units."""
        for words, is_ours in ((_("Our own steps"), True), (_("Steps of the units"), False)):
            kinds = [kind for kind in self.kinds if kind.is_ours is is_ours]
            if kinds:
                shares = [kind.share for kind in kinds]
                share = Share(sum(one.done for one in shares), sum(one.of for one in shares))
                yield words, share, sum(kind.overdue for kind in kinds)

    @property
    def shown(self):
        return self.late[:MOST_LATE]

    @property
    def not_shown(self):
        return len(self.late) - len(self.shown)


def timeliness_of(actor, *, year, province_id=None):
    """Steps under the plans of the year in one of the actor's provinces, as on his day."""
    standing = UnitVersion.objects.on(min(date(year, 12, 31), actor.day))
    own = standing.filter(level=UnitVersion.Level.PROVINCE, province_id__in=actor.province_ids)
    provinces = list(own.order_by("path"))
    province = chosen_province(provinces, province_id, actor)
    inspections = _inspections(actor, year, province)
    tables = timetables(inspections, actor.day)
    counted = [
        Late(one, step)
        for one in inspections
        for step in tables[one.pk]
        if _counts(step, actor.day)
    ]
    return Timeliness(
        year=year,
        day=actor.day,
        province=province,
        provinces=provinces,
        kinds=_kinds(counted),
        late=sorted((row for row in counted if row.step.late), key=_worst_first),
    )


def _inspections(actor, year, province):
    if province is None:
        return []
    found = Inspection.objects.visible_to(actor).filter(province=province.unit_id, plan__year=year)
    found = found.exclude(status=Inspection.Status.CANCELLED).with_page_data()
    return list(found.select_related("self_report").prefetch_related("plan__deadlines"))


def _counts(step, day):
    if step.due_on is None:
        return False
    return bool(step.done_on) or (step.is_known and not step.is_over and step.due_on < day)


def _kinds(counted):
    steps = {code: [] for code in Code.values}
    for row in counted:
        steps[row.step.code].append(row.step)
    return [OfStep(code, Code(code).label, found) for code, found in steps.items() if found]


def _worst_first(row):
    return not row.is_overdue, -row.step.late, row.inspection.code

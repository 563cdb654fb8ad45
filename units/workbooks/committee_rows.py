"""Rows of the sheet of committees; they are few, so each goes through its action."""

from django.db import transaction
from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from reform_portal.common.editing import Stale
from reform_portal.common.workflow import Refused
from units import permissions, rules
from units.actions import committees as actions
from units.models import SteeringCommittee, UnitVersion

from .places import Unclear, words
from .reading import Outcome

Level = UnitVersion.Level
PLAIN = ("name", "short_symbol", "term", "decision", "established_on")


def take(line, name, action):
    """Run an action for a row; its refusal becomes the row's."""
    try:
        with transaction.atomic():
            return action()
    except (Refused, Stale) as refusal:
        for reason in getattr(refusal, "reasons", [refusal]):
            line.wrong(name, reason)


class CommitteeRows:
    """Committees: found by key, or by name, unit and first day; else established."""

    def __init__(self, lines, places, *, by):
        self.lines, self.places, self.by = lines, places, by
        self.seen = {}

    def carry_out(self, step):
        for line in self.lines:
            step(2)
            line.title = line["name"]
            if not line.is_wrong:
                self._decide(line)
            if line.is_wrong:
                line.outcome = Outcome.WRONG

    def _decide(self, line):
        day = line["established_on"]
        unit = self._place(line, "unit", Level.PROVINCE, day)
        agency = self._place(line, "standing_agency", Level.AGENCY, day, self.by.day)
        self._ask_the_form(line)
        if line.is_wrong:
            return
        if not permissions.administers_province(self.by, unit.province_id):
            line.wrong("unit", _("%(unit)s lies outside the provinces you administer. Delete the row.")
                       % {"unit": unit})  # fmt: skip
            return
        values = {name: line[name] for name in PLAIN} | {"standing_agency": agency.unit}
        standing = self._standing(line, unit)
        if line.is_wrong:
            return
        if standing is None:
            self._establish(line, unit, values)
        elif (earlier := self.seen.setdefault(standing.pk, line)) is not line:
            line.wrong("name", _("The row repeats %(row)s. Delete one of them.")
                       % {"row": earlier.row_name})  # fmt: skip
        else:
            self._compare(line, standing, unit, values)

    def _ask_the_form(self, line):
        """What the form of a committee refuses by itself."""
        if line["ended_on"] and line["ended_on"] <= line["established_on"]:
            line.wrong("ended_on", _("The last day lies before the first day."))
        if line["ended_on"] and not line["end_decision"]:
            line.wrong("end_decision", _("Write the decision by which it ends."))
        if sentence := rules.symbol_is_letters(line["short_symbol"]):
            line.wrong("short_symbol", sentence)

    def _place(self, line, name, level, *days):
        """The unit that is meant on the first of these days on which it is known."""
        place = first = None
        for day in days:
            try:
                place = self.places.find(line[name], day)
                break
            except Unclear as unclear:
                first = first or unclear
        if place is None:
            line.wrong(name, first)
            return None
        if place.level != level:
            line.wrong(
                name,
                _("%(unit)s is not of the level “%(level)s”. Write another unit.")
                % {"unit": place, "level": Level(level).label},
            )
        return place

    def _standing(self, line, unit):
        if line["key"]:
            found = SteeringCommittee.objects.filter(pk=line["key"]).first()
            if found is None or not permissions.administers_committee(self.by, found):
                line.wrong(
                    "key", _("There is no committee with this key. For a new one leave it empty.")
                )
            return found
        same = SteeringCommittee.objects.filter(
            unit=unit.unit_id, established_on=line["established_on"]
        )
        return next((one for one in same if words(one.name) == words(line["name"])), None)

    def _establish(self, line, unit, values):
        ends = {"ended_on": line["ended_on"] or None, "end_decision": line["end_decision"]}
        made = take(
            line,
            "name",
            lambda: actions.establish_committee(by=self.by, unit=unit.unit, **values, **ends),
        )
        if made:
            self.seen[made.pk] = line
            line.outcome = Outcome.NEW

    def _compare(self, line, standing, unit, values):
        if standing.unit_id != unit.unit_id:
            line.wrong("unit", _("A committee stays with its unit. Establish a new one instead."))
            return
        if self._stood_before(line, standing, values):
            return
        changed = {name: new for name, new in values.items() if getattr(standing, name) != new}
        line.outcome = Outcome.UNCHANGED
        first = standing.seats.filter(from_on__lt=line["established_on"])
        if "established_on" in changed and first.exists():
            line.wrong("established_on", rules.seats_lie_inside(standing, line["established_on"]))
            return
        for name, new in changed.items():
            line.remark(name, *map(_words, (getattr(standing, name), new)))
        if changed:
            line.outcome = Outcome.CHANGED
            standing = take(
                line,
                "name",
                lambda: actions.edit_committee(
                    standing, by=self.by, seen_version=standing.version, **changed
                ),
            )
        if standing:
            self._compare_ends(line, standing)

    def _stood_before(self, line, standing, values):
        """A standing agency that followed another by a decision is not rewritten; True if asked."""
        changes = standing.agency_changes.values_list("unit_id", flat=True)
        if not changes:
            return False
        if values.pop("standing_agency").pk in {standing.standing_agency_id, *changes}:
            return False
        line.wrong("standing_agency", _("The standing agency changes by a decision: do so on the "
                                        "page of the committee, and write here what stands there."))  # fmt: skip
        return True

    def _compare_ends(self, line, standing):
        to_be, is_so = line["ended_on"] or None, standing.ended_on
        if to_be == is_so:
            return
        if is_so:
            line.wrong("ended_on", _("%(committee)s ended on %(day)s already. Write that day.")
                       % {"committee": standing, "day": vn_date(is_so)})  # fmt: skip
            return
        line.outcome = Outcome.CHANGED
        line.remark("ended_on", "", vn_date(to_be))
        take(
            line,
            "ended_on",
            lambda: actions.end_committee(
                standing, by=self.by, day=to_be, decision=line["end_decision"]
            ),
        )


def _words(value):
    return vn_date(value) if hasattr(value, "strftime") else str(value or "")

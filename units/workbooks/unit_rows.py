"""Rows of the sheet of units: which unit is meant, what would change, what breaks a rule.

Rows are settled by day and, within a day, parents first, in whatever order they stand in the
file. A row without a key is a new unit, or one that stands there word for word.
"""

from collections import defaultdict

from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from reform_portal.common.workflow import Refused
from units import permissions, rules
from units.actions import many
from units.actions import units as actions
from units.models import UnitVersion
from units.models.unit import KEY_WIDTH, path_below
from units.rules.eras import fits_its_era

from .layout import CODE_WIDTHS, UNITS
from .places import Unclear, names_meant, words
from .reading import Outcome

FACTS = ("type", "name", "code", "parent_id", "decision")
SHOWN = ("type", "name", "code", "parent")
DEEPEST_CHAIN = 60


class UnitRows:
    """The lines of one workbook on their way into the tree."""

    def __init__(self, lines, places, *, by):
        self.lines, self.places, self.by = lines, places, by
        self.next_key = -1  # of units that are not saved yet
        self.drafts, self.keys_seen = {}, {}
        self.failed = defaultdict(list)

    def carry_out(self, step):
        """Settle and write the rows, day by day; `step` hears of each half of a row's way."""
        days = defaultdict(list)
        for line in self.lines:
            line.title = f"{line['type']} {line['name']}".strip()
            if line.is_wrong:
                self._give_up(line)
            else:
                days[line["valid_from"]].append(line)
        for day in sorted(days):
            _Day(self, day, days[day]).carry_out(step)

    def _give_up(self, line):
        line.outcome = Outcome.WRONG
        self.failed[words(line.title)].append(line)
        if line["code"]:
            self.failed[line["code"]].append(line)


class _Day:
    """The rows that hold from one day on."""

    def __init__(self, rows, day, lines):
        self.rows, self.day, self.lines = rows, day, lines
        self.places, self.by = rows.places, rows.by
        self.waiting, self.path = defaultdict(list), []
        self.opened, self.revised, self.moved = [], [], []
        for line in lines:
            line.values["code"] = _full_code(line)
            for name in {words(line.title), line["code"]} - {""}:
                self.waiting[name].append(line)

    def carry_out(self, step):
        for line in self.lines:
            self._settle(line)
        step(len(self.lines))
        for line, *_parts in self.opened:
            self.places.discard(line.draft)
        for first in range(0, len(self.opened), many.BATCH):
            some = self.opened[first : first + many.BATCH]
            many.open_units([(line.draft, above) for line, above in some], by=self.by)
            step(len(some))
        many.revise_units([(last, line.draft) for line, last in self.revised], by=self.by)
        for line, _above in self.opened:
            self.places.add(line.draft)
        for line, last, above in self.moved:
            self._move(line, last, above)

    def _settle(self, line):
        """Decide a row; those it may belong to are decided before it."""
        if line.outcome or line.is_wrong:
            return
        self.path.append(line)
        above = self._above(line)
        if not line.is_wrong:
            self._decide(line, above)
        self.path.pop()
        if line.is_wrong:
            self.rows._give_up(line)

    def _above(self, line):
        if not line["parent"]:
            return None
        names = names_meant(line["parent"])
        circle = []
        for other in [one for name in names for one in self.waiting.get(name, ())]:
            if other in self.path:
                circle = [*self.path[self.path.index(other) :], other]
            elif len(self.path) < DEEPEST_CHAIN:
                self._settle(other)
        try:
            return self.places.find(line["parent"], self.day)
        except Unclear as unclear:
            line.wrong("parent", self._why(names, circle) or unclear)
        return None

    def _why(self, names, circle):
        if circle:
            return _(
                "The rows belong to each other in a circle: %(rows)s. Correct one of them."
            ) % {"rows": " → ".join(one.row_name for one in circle)}
        if failed := [one for name in names for one in self.rows.failed.get(name, ())]:
            return _("The unit is that of %(row)s, which has a mistake. Mend that row first.") % {
                "row": failed[0].row_name
            }
        return None

    def _decide(self, line, above):
        draft = UnitVersion(
            valid_from=self.day,
            level=line["level"],
            parent_id=above and above.unit_id,
            **{name: line[name] for name in ("type", "name", "code", "decision")},
        )
        line.draft = draft
        if line["key"]:
            self._revise(line, draft, above)
        else:
            self._open(line, draft, above)

    def _open(self, line, draft, above):
        draft.unit_id = self.rows.next_key
        standing = self.places.twin_of(draft)
        if earlier := self.rows.drafts.get(id(standing)):
            line.wrong("name", _twice(earlier))
            return
        if standing and self._is_as_written(standing, draft):
            line.outcome = Outcome.UNCHANGED
            return
        if standing:
            line.wrong("name", _stands_otherwise(standing))
            return
        self._ask_the_rules(line, draft, above)
        if draft.level == draft.Level.PROVINCE:
            allowed = self.by.user.is_superuser
        else:
            allowed = self._administers(above)
        self._ask_the_doors(line, allowed, draft)
        if not line.is_wrong:
            self.rows.next_key -= 1
            draft.province_id = above and above.province_id
            draft.path = path_below(above, "0" * KEY_WIDTH)  # for its depth
            self.rows.drafts[id(draft)] = line
            self.places.add(draft)
            line.outcome = Outcome.NEW
            self.opened.append((line, above))

    def _revise(self, line, draft, above):
        last = self.places.last(line["key"])
        if last is None:
            line.wrong("key", _("There is no unit with this key. For a new unit leave it empty."))
            return
        if (earlier := self.rows.keys_seen.setdefault((last.unit_id, self.day), line)) is not line:
            line.wrong("key", _twice(earlier))
            return
        draft.unit_id = last.unit_id
        now = self.places.of(last.unit_id, self.day)
        if now and self._is_as_written(now, draft, since=False):
            line.outcome = Outcome.UNCHANGED
            return
        self._ask_the_doors(line, permissions.administers_unit(self.by, last), last)
        if draft.parent_id != last.parent_id:
            self._ask_the_border(line, last, above)
        if last.level != draft.level:
            line.wrong("level", _("The level of %(unit)s stays “%(level)s”. Open a new unit instead.")
                       % {"unit": last, "level": UNITS.column("level").choices[last.level]})  # fmt: skip
        if sentence := rules.begins_after(draft, last):
            line.wrong("valid_from", sentence)
        self._ask_the_rules(line, draft, above)
        if not line.is_wrong:
            self._change(line, last, draft, above)

    def _change(self, line, last, draft, above):
        line.outcome = Outcome.CHANGED
        for name in SHOWN:
            before, after = getattr(last, name, ""), line[name]
            if name == "parent":
                before, after = self._titles(last.parent_id, draft.parent_id)
            if before != after:
                line.remark(name, before, after)
        line.remark("valid_from", vn_date(last.valid_from), vn_date(self.day))
        if draft.parent_id != last.parent_id:
            self.moved.append((line, last, above))
            return
        self.revised.append((line, last))
        for name in ("path", "province_id", "district_id"):
            setattr(draft, name, getattr(last, name))
        self.places.add(draft)
        last.valid_to = self.day

    def _titles(self, *unit_ids):
        found = (unit_id and self.places.of(unit_id, self.day) for unit_id in unit_ids)
        return [version.title if version else "" for version in found]

    def _move(self, line, last, above):
        """A unit that comes to belong to another one takes everything below along."""
        facts = {name: getattr(line.draft, name) for name in ("type", "name", "code", "decision")}
        try:
            actions.revise_unit(
                last.unit,
                by=self.by,
                seen_version=last.pk,
                valid_from=self.day,
                parent=above and above.unit,
                **facts,
            )
        except Refused as refusal:
            for reason in refusal.reasons:
                line.wrong("parent", reason)
            self.rows._give_up(line)
        else:
            self.places.read_again()

    def _is_as_written(self, version, draft, *, since=True):
        """Nothing would change: the same facts (and, of a unit without key, the same first day)."""
        names = (*FACTS, "level", "valid_from") if since else (*FACTS, "level")
        return all(getattr(version, name) == getattr(draft, name) for name in names)

    def _ask_the_rules(self, line, draft, above):
        fields = [
            ("name", rules.no_twin(draft, self.places.twin_of(draft))),
            ("code", draft.code and rules.not_held_by(draft, self.places.holder_of_code(draft))),
            ("parent", rules.parent_fits(draft, self._met(above))),
            *fits_its_era(draft, above, self.by.day, self.places.types),
        ]
        for name, sentence in fields:
            if sentence:
                line.wrong(name, sentence)

    def _met(self, above):
        """The unit above from this day on: with what is below it, it must stay in its place."""
        return self.places.met(above.unit_id, self.day) if above else []

    def _administers(self, above):
        return permissions.administers_throughout(self.by, self._met(above))

    def _ask_the_border(self, line, last, above):
        """Another unit above: one of the own provinces, and no other than before."""
        if above is None or self.by.user.is_superuser:
            return
        self._ask_the_doors(line, self._administers(above), above)
        if above.province_id != last.province_id and not line.is_wrong:
            line.wrong(
                "parent",
                _("%(unit)s lies in another province. Only a superuser moves a unit there.")
                % {"unit": above},
            )

    def _ask_the_doors(self, line, allowed, unit):
        if not allowed and not line.is_wrong:
            line.wrong(
                "parent",
                _("%(unit)s lies outside the provinces you administer. Delete the row; only an "
                  "administrator there can import it.") % {"unit": unit},
            )  # fmt: skip


def _full_code(line):
    """Zeros that Excel took from the front of an official code are put back."""
    code, width = line["code"], CODE_WIDTHS.get(line["level"], 0)
    return code.zfill(width) if code.isdecimal() else code


def _twice(earlier):
    return _("The row repeats %(row)s. Delete one of them.") % {"row": earlier.row_name}


def _stands_otherwise(standing):
    return _(
        "%(unit)s stands there already, since %(day)s, with other particulars. To change it write "
        "its key #%(key)s and the day of the change; else delete the row."
    ) % {"unit": standing, "day": vn_date(standing.valid_from), "key": standing.unit_id}

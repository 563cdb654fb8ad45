"""The one place that moves a status: lock, person, state, note, guards, write, audit, effects."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from . import audit

# Every workflow of the portal by its prefix: the tables that docs/workflows.md and the test of
# person × step are made from.
WORKFLOWS = {}


class Refused(Exception):
    """A step that cannot be taken now; every reason is a sentence for the person who tried."""

    def __init__(self, *reasons):
        self.reasons = [str(reason) for reason in reasons]
        super().__init__(" ".join(self.reasons))


class ChangedBehind(Refused):
    """What belongs to the record was changed after the person looked at it."""


@dataclass(frozen=True)
class Gap:
    """What a guard says is missing, and the URL name of the page where it is mended, or ""."""

    sentence: str
    mend: str = ""


@dataclass(frozen=True)
class Step:
    """One arrow of a workflow: its name, words, the states it leaves, where it leads, who may."""

    name: str
    label: str
    sources: tuple
    target: str
    allow: Callable
    needs_note: bool = False
    consequence: str = ""
    # Kinds of a record may go different ways: the courses (`record.course`) it is part of; (): all.
    courses: tuple = ()
    # Steps whose fields are gathered on a page of their own are offered as a link to it.
    page: str = ""

    def is_on_the_way_of(self, obj):
        """True unless this kind of record goes another way."""
        return not self.courses or obj.course in self.courses


class Workflow:
    """The table of steps of one kind of record, with the guards and effects hung on them."""

    def __init__(self, prefix, *steps):
        self.prefix = prefix
        self.steps = {step.name: step for step in steps}
        self.guards = defaultdict(list)
        self.cautions = defaultdict(list)
        self.mends = {}
        self.dated = set()
        self.contents = {}
        self.effects = defaultdict(list)
        WORKFLOWS[prefix] = self
        audit.name_verbs(**{f"{prefix}__{step.name}": step.label for step in steps})

    def guard(self, *names, mend="", dated=False):
        """Decorator: `rule(obj)` returns None, or the sentence that refuses these steps.

        `mend` names the page where the gap is closed; it takes what names the record in addresses.
        A `dated` rule asks what day it is: `rule(obj, day)`.
        """
        return self._hang(self.guards, names, mend, dated)

    def caution(self, *names, mend=""):
        """Decorator: the same for what should be looked at and refuses nothing."""
        return self._hang(self.cautions, names, mend)

    def _hang(self, table, names, mend, dated=False):
        def hang(rule):
            self.dated |= {rule} if dated else set()
            for name in names:
                table[self.steps[name].name].append(rule)
            self.mends[rule] = mend
            return rule

        return hang

    def shows(self, *names):
        """Decorator: `stamp(obj)` is a text that changes with what a person reads before these

        steps and that other records hold.
        """

        def hang(stamp):
            self.contents |= dict.fromkeys((self.steps[name].name for name in names), stamp)
            return stamp

        return hang

    def gaps(self, name, obj, day):
        """Everything that refuses this step on that day, as `take` asks it."""
        return self._said(self.guards[name], obj, day)

    def doubts(self, name, obj):
        """What should be looked at before this step, and refuses nothing."""
        return self._said(self.cautions[name], obj)

    def _said(self, rules, obj, day=None):
        said = [(rule, rule(obj, day) if rule in self.dated else rule(obj)) for rule in rules]
        return [Gap(sentence, self.mends[rule]) for rule, sentence in said if sentence]

    def after(self, *names):
        """Decorator: `effect(obj, by)` runs in the same transaction once the step is taken."""

        def hang(effect):
            for name in names:
                self.effects[self.steps[name].name].append(effect)
            return effect

        return hang

    def available(self, obj, actor):
        """The steps this person may take from the present state, in the order of the table."""
        return [
            step
            for step in self.steps.values()
            if obj.status in step.sources and step.is_on_the_way_of(obj) and step.allow(actor, obj)
        ]

    def not_from_here(self, name, obj):
        """Why a page that asks for more before this step is not opened, or None."""
        step = self.steps[name]
        return None if obj.status in step.sources else _not_from_here(step, obj)

    @transaction.atomic
    def take(self, name, obj, *, by, note="", seen=None, seen_content=None, **fields):
        """Lock the row, check, write `fields` and the new status, audit, run effects.

        All or nothing. Returns the fresh row. Raises PermissionDenied for the wrong person and
        Refused, with every reason at once, for the wrong state, a missing note or a guard; also
        when `seen`, the version the person looked at, is not the present one, and ChangedBehind
        when `seen_content`, the stamp of what the step shows, is not.
        """
        step = self.steps[name]
        row = type(obj)._base_manager.select_for_update().get(pk=obj.pk)
        if not step.allow(by, row):
            raise PermissionDenied(str(step.label))
        if row.status not in step.sources or not step.is_on_the_way_of(row):
            raise Refused(_not_from_here(step, row))
        self._require_unchanged(step, row, seen, seen_content)
        if step.needs_note and not note.strip():
            raise Refused(
                _("“%(step)s” needs a reason. Write it in the note and try again.")
                % {"step": step.label}
            )
        for field, value in fields.items():
            setattr(row, field, value)
        if gaps := self.gaps(name, row, by.day):
            raise Refused(*(gap.sentence for gap in gaps))

        before, row.status = row.status, step.target
        row.version += 1
        row.save(update_fields=["status", "version", "updated_at", *fields])
        audit.record(f"{self.prefix}.{name}", row, by=by, note=note, status=[before, step.target])
        for effect in self.effects[name]:
            effect(row, by)
        return row

    def _require_unchanged(self, step, row, seen, seen_content):
        """Refused when the record, or what belongs to it, is not what the person looked at."""
        if seen not in (None, row.version):
            raise Refused(_changed_since(step, row))
        if seen_content is not None and seen_content != self.contents[step.name](row):
            raise ChangedBehind(_changed_since(step, row))


def _changed_since(step, row):
    return _(
        "%(record)s was changed after you opened the page, so “%(step)s” was not taken. "
        "Read it as it now stands, then decide."
    ) % {"step": step.label, "record": row}


def _not_from_here(step, row):
    return _(
        "“%(step)s” is not possible for %(record)s: it is now in the state “%(state)s”. "
        "Reload the page to see the steps that are open."
    ) % {"step": step.label, "record": row, "state": row.get_status_display()}

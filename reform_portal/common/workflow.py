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
        self.effects = defaultdict(list)
        WORKFLOWS[prefix] = self
        audit.name_verbs(**{f"{prefix}__{step.name}": step.label for step in steps})

    def guard(self, *names):
        """Decorator: `rule(obj)` returns None, or the sentence that refuses these steps."""

        def hang(rule):
            for name in names:
                self.guards[self.steps[name].name].append(rule)
            return rule

        return hang

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

    @transaction.atomic
    def take(self, name, obj, *, by, note="", seen=None, **fields):
        """Lock the row, check, write `fields` and the new status, audit, run effects.

        All or nothing. Returns the fresh row. Raises PermissionDenied for the wrong person and
        Refused, with every reason at once, for the wrong state, a missing note or a guard; also
        when `seen`, the version the person looked at, is not the present one.
        """
        step = self.steps[name]
        row = type(obj)._base_manager.select_for_update().get(pk=obj.pk)
        if not step.allow(by, row):
            raise PermissionDenied(str(step.label))
        if row.status not in step.sources or not step.is_on_the_way_of(row):
            raise Refused(_not_from_here(step, row))
        if seen not in (None, row.version):
            raise Refused(_changed_since(step, row))
        if step.needs_note and not note.strip():
            raise Refused(
                _("“%(step)s” needs a reason. Write it in the note and try again.")
                % {"step": step.label}
            )
        for field, value in fields.items():
            setattr(row, field, value)
        if reasons := [reason for rule in self.guards[name] if (reason := rule(row))]:
            raise Refused(*reasons)

        before, row.status = row.status, step.target
        row.version += 1
        row.save(update_fields=["status", "version", "updated_at", *fields])
        audit.record(f"{self.prefix}.{name}", row, by=by, note=note, status=[before, step.target])
        for effect in self.effects[name]:
            effect(row, by)
        return row


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

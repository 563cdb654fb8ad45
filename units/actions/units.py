"""Units open and change from a day on; how they end, acts say. What was is never rewritten."""

from copy import copy

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from reform_portal.common import audit
from reform_portal.common.workflow import Refused
from units import rules
from units.models import Succession, Unit, UnitVersion

from .tree import (
    changes_between,
    facts_of,
    hold_the_tree,
    last_version,
    place,
    refuse,
    refuse_if_broken,
)

audit.name_verbs(
    unit__open=_("Opened the unit"),
    unit__revise=_("Changed the unit from a day on"),
    unit__move=_("Moved with the unit above"),
    unit__close=_("Closed the unit"),
)
INHERITED = ("name", "type", "level", "code", "parent")


@transaction.atomic
def open_unit(*, by, valid_from, level, parent=None, heir=None, end_decision="", **facts):
    """A new unit with its first version. `facts`: name, type, code, decision.

    A unit of the past is given its end at once (`valid_to`): it may stand below what ended since.
    `heir` is the unit it was merged into then, by `end_decision`.
    """
    hold_the_tree()
    draft = UnitVersion(level=level, parent=parent, valid_from=valid_from, **facts)
    today = by and by.day
    refuse_if_broken(draft, today)
    refuse(*(one for _field, one in rules.ends_in_the_past(draft, heir, end_decision, today)))
    draft.unit = Unit.objects.create(opened_on=valid_from, closed_on=draft.valid_to)
    place(draft)
    draft.save()
    audit.record("unit.open", draft, by=by, **facts_of(draft))
    if draft.valid_to:
        _say_what_followed(draft, heir, end_decision, by)
    return draft


def _say_what_followed(draft, heir, decision, by):
    if heir:
        Succession.objects.create(
            predecessor=draft.unit,
            successor=heir,
            kind=Succession.Kind.MERGE,
            day=draft.valid_to,
            decision=decision,
            takes_over=True,
        )
    ends = {"closed_on": [None, str(draft.valid_to)], "successors": [heir.pk] if heir else []}
    audit.record("unit.close", draft, by=by, note=decision, **ends)


@transaction.atomic
def revise_unit(unit, *, by, seen_version, valid_from, **facts):
    """A new version of a unit from a day on: renamed, with another code, or moved.

    `seen_version` is the key of the version the person had on the screen; Stale when another
    one followed it. Units below change only when this one moves: only then do their paths.
    """
    hold_the_tree()
    last = last_version(unit, seen_version)
    draft = UnitVersion(
        unit=last.unit,
        valid_from=valid_from,
        **{name: getattr(last, name) for name in INHERITED} | facts,
    )
    refuse_if_broken(draft)
    moved = draft.parent_id != last.parent_id
    if moved and (reason := rules.can_move(last, valid_from)):
        raise Refused(reason)
    place(draft)
    _follow(last, draft)
    if moved:
        _move_below(last, draft, by=by)
    changes = changes_between(last, draft)
    audit.record("unit.revise", draft, by=by, valid_from=str(valid_from), **changes)
    return draft


def _follow(last, following):
    """End one version where the next begins."""
    last.valid_to = following.valid_from
    last.save(update_fields=["valid_to"])
    following.save()


def _move_below(old, new, *, by):
    """New versions from the same day on for everything below, for their paths changed."""
    below = UnitVersion.objects.under(old).meeting(new.valid_from).exclude(unit_id=old.unit_id)
    for version in below.order_by("path"):
        moved = copy(version)
        moved.go_along(old, new)
        if version.valid_from == new.valid_from:
            moved.save()
            continue
        moved.pk, moved._state.adding = None, True
        moved.valid_from, moved.decision = new.valid_from, new.decision
        _follow(version, moved)
        audit.record("unit.move", moved, by=by, path=[version.path, moved.path])

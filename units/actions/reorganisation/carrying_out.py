"""Every act begins and ends alike: one at a time, once for a form, refused with every reason."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from reform_portal.common import audit, editing
from reform_portal.common.text import nfc
from units import reorganisation_hooks as hooks
from units.actions.tree import hold_the_tree, last_version, refuse
from units.models import Reorganisation, UnitVersion

from .acting import Acting

audit.name_verbs(
    reorganisation__merge=_("Merged the units"),
    reorganisation__split=_("Split the unit"),
    reorganisation__rename=_("Renamed the unit"),
    reorganisation__upgrade=_("Changed the type of the unit"),
    reorganisation__transfer=_("Transferred the unit"),
    reorganisation__dissolve=_("Dissolved the unit"),
    reorganisation__undo=_("Undid the reorganisation"),
    unit__undo=_("Undid what the reorganisation changed here"),
    unit__choose_heir=_("Named another unit to take over"),
)


@dataclass(frozen=True)
class Order:
    """What every act names: its decision and day, the form it came from, what was on screen.

    `seen`: {key of a unit: key of the version the person saw}; a later version is Stale. In a
    `rehearsal` the refusals of upper apps are told, not raised (see `preview`).
    """

    decision: str
    decided_on: date
    day: date
    submission: object = None
    seen: dict = field(default_factory=dict)
    rehearsal: bool = False


@transaction.atomic
def carry_out(kind, units, write, order, *, by):
    """Let `write(acting, lasts)` do the act on these units; the same form again gives the act."""
    hold_the_tree()
    lasts = [last_version(unit) for unit in units]
    act, created = editing.create_once(
        Reorganisation,
        order.submission,
        kind=kind,
        decision=nfc(order.decision),
        decided_on=order.decided_on,
        day=order.day,
    )
    if not created:
        return act
    for unit in units:
        last_version(unit, order.seen.get(unit.pk))
    acting = Acting(act, by, lasts)
    write(acting, lasts)
    act.refusals = hooks.refusals(kind, acting.ended, order.day)
    if not order.rehearsal:
        refuse(*act.refusals)
    hooks.tell_followers(acting.followed, order.day, acting.change)
    act.before = acting.before
    act.province_id = _the_province(act, lasts, acting)
    act.save(update_fields=["before", "province_id"])
    act.acting = acting
    audit.record(f"reorganisation.{kind}", act, by=by, note=act.decision, units=_named(lasts))
    return act


def _the_province(act, lasts, acting):
    """The province whose administrators may undo the act; None when that takes a superuser.

    That is one which goes on to exist and which nothing left, entered or lay outside of.
    """
    if any(one.level == one.Level.PROVINCE for one in acting.ended):
        return None
    made = UnitVersion.objects.filter(made_by=act).order_by().values_list("province_id", flat=True)
    versions = [*lasts, *acting.ended, *acting.moved]
    provinces = {one.province_id for one in versions}.union(made.distinct())
    return provinces.pop() if len(provinces) == 1 else None


def tidy(facts):
    """Names and codes as they are kept: composed, without stray blanks."""
    texts = {name: value for name, value in facts.items() if isinstance(value, str)}
    return facts | {name: " ".join(nfc(value).split()) for name, value in texts.items()}


def _named(lasts):
    return [str(last) for last in lasts]

"""What an act would do, before it is done: it is carried out and taken back in one transaction.

So a preview can never say anything else than what then happens.
"""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from units import reorganisation_hooks as hooks
from units.models import Post, SteeringCommittee, UnitVersion

MOST_MOVED = 30
# A browser sends a select for each post asked about, and no form may have a thousand.
MOST_ASKED = 200


class _TakenBack(Exception):
    """Ends the rehearsal; nothing of it stays."""


@dataclass(frozen=True)
class PostGoes:
    """A post that ends with its unit, and where its holder goes unless told otherwise."""

    key: int
    person: str
    title: str
    to_default: str
    answers: bool
    loses_access: bool


@dataclass(frozen=True)
class ChildGoes:
    """An office directly below a unit that ends, and where it goes."""

    key: int
    title: str
    of: str
    to: str
    ends: bool = False


@dataclass(frozen=True)
class Change:
    """How a unit was and how it will be."""

    old: str
    new: str


@dataclass(frozen=True)
class Preview:
    """Everything the page of a preview says."""

    kind: str
    day: date
    decision: str
    refusals: list
    ends: list
    begins: list
    changes: list
    moved: list
    moved_count: int
    followers: list
    heir: str
    posts: list
    posts_besides: int
    children: list
    consequences: list
    seen: dict


def preview(do):
    """`do(rehearsal=True)` carries the act out. Raises what it raises; changes nothing."""
    try:
        with transaction.atomic():
            act = do(rehearsal=True)
            found = _read(act)
            raise _TakenBack
    except _TakenBack:
        return found


def _read(act):
    acting = act.acting
    ended = acting.ended
    made = list(act.versions.select_related("unit").order_by("path"))
    begun = [one for one in made if one.unit.opened_on == act.day]
    moved = {one.pk for one in acting.moved}
    changed = [(old, new) for old, new in acting.followed if new.pk not in moved]
    lines = list(act.successions.select_related("successor").order_by("pk"))
    named = _names(act, lines)
    posts = _posts(act, lines, named)
    top = [one for one in ended if one.unit_id in acting.first]
    followers = dict.fromkeys(
        named[line.successor_id] for line in lines if line.predecessor_id in acting.first
    )
    return Preview(
        kind=act.kind,
        day=act.day,
        decision=act.decision,
        refusals=act.refusals,
        ends=top,
        begins=begun,
        changes=[_changed(old, new) for old, new in changed],
        moved=acting.moved[:MOST_MOVED],
        moved_count=len(acting.moved),
        followers=list(followers),
        heir=next((named[line.successor_id] for line in lines if line.takes_over), ""),
        posts=posts[:MOST_ASKED],
        posts_besides=max(len(posts) - MOST_ASKED, 0),
        children=_children(acting, lines, named),
        consequences=_consequences(act, ended, [old for old, _new in changed]),
        seen={last.unit_id: last.pk for last in acting.lasts},
    )


def _names(act, lines):
    keys = [line.successor_id for line in lines]
    versions = UnitVersion.objects.on(act.day).filter(unit__in=keys)
    return {version.unit_id: version.title for version in versions}


def _changed(old, new):
    parents = UnitVersion.objects.on(new.valid_from).filter(unit__in=[old.parent_id, new.parent_id])
    names = {version.unit_id: version.title for version in parents}

    def words(version):
        told = [version.title, version.code]
        if old.parent_id != new.parent_id:
            told.append(names.get(version.parent_id, ""))
        return " · ".join(filter(None, told))

    return Change(words(old), words(new))


def _posts(act, lines, named):
    """Every post that ends, first those whose end somebody will feel."""
    heirs = {line.predecessor_id: named[line.successor_id] for line in lines if line.takes_over}
    goes_on = set(Post.objects.filter(made_by=act).values_list("person_id", flat=True))
    keeps = Post.objects.on(act.day).values_list("person_id", flat=True)
    ended = Post.objects.filter(ended_by=act).select_related("person", "unit")
    rows = list(ended.order_by("unit", "person__full_name", "pk"))
    keeping = set(keeps.filter(person__in=[row.person_id for row in rows])) | goes_on
    lasts = {last.unit_id: last for last in act.acting.ended}
    told = [
        PostGoes(
            key=post.pk,
            person=post.person.full_name,
            title=post.named_with(lasts[post.unit_id]),
            to_default=heirs.get(post.unit_id, ""),
            answers=post.answers_for_unit,
            loses_access=bool(post.person.account_id) and post.person_id not in keeping,
        )
        for post in rows
    ]
    return sorted(told, key=lambda one: not (one.answers or one.loses_access))


def _children(acting, lines, named):
    """Offices directly below; what has a territory moves along without being asked."""
    parents = {version.unit_id: version.title for version in acting.ended}
    ended = {one.unit_id for one in acting.ended} - acting.first
    heirs = {line.predecessor_id: named[line.successor_id] for line in lines}
    standing = UnitVersion.objects.on(acting.day).filter(
        unit__in={new.parent_id for _old, new in acting.followed}
    )
    above = {version.unit_id: version.title for version in standing}
    found = [
        ChildGoes(old.unit_id, old.title, parents[old.parent_id], above.get(new.parent_id, ""))
        for old, new in acting.followed
        if old.parent_id in parents and not old.is_territorial
    ]
    found += [
        ChildGoes(
            one.unit_id, one.title, parents[one.parent_id], heirs.get(one.unit_id, ""), ends=True
        )
        for one in acting.ended
        if one.unit_id in ended and one.parent_id in parents
    ]
    return sorted(found, key=lambda one: (list(parents.values()).index(one.of), one.title))


def _consequences(act, ended, changed):
    committees = SteeringCommittee.objects.on(act.day).filter(
        unit__in=[one.unit_id for one in ended]
    )
    own = hooks.listed(
        _("Steering committees of a unit that ends; establish the new one by its own decision"),
        committees.order_by("pk"),
    )
    return [*own, *hooks.all_consequences(ended, changed, act.day)]

"""An act in words: what each kind does, and what one of them ended, began, changed and moved."""

from dataclasses import dataclass

from django.db.models import F, OuterRef, Prefetch, Subquery, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from .models import Post, Reorganisation, Succession, UnitVersion
from .querysets import title_of

Kind = Reorganisation.Kind
MOST_SHOWN = 50
MOST_LINES = 6  # in a row of the list, which prints one less
HINTS = {
    Kind.MERGE: _(
        "Several units end and one new unit follows them, even where it keeps a name or a code."
    ),
    Kind.SPLIT: _("The unit ends and several new units follow it; one of them takes over."),
    Kind.RENAME: _("Another name or code; the unit stays the same, and papers keep the old name."),
    Kind.UPGRADE: _("Another type, as a commune becomes a ward; the unit stays the same."),
    Kind.TRANSFER: _("The unit belongs to another one above; everything below it moves along."),
    Kind.DISSOLVE: _("The unit ends and passes into units that stand already."),
}


CHANGING = (Kind.RENAME, Kind.UPGRADE, Kind.TRANSFER)


@dataclass(frozen=True)
class Some:
    """The first few rows of how many."""

    rows: list
    count: int

    @property
    def more(self):
        return self.count - len(self.rows)


@dataclass(frozen=True)
class Told:
    """What an act did, for its page; `old` and `new` where a unit goes on in another way."""

    old: object
    new: object
    begun: Some
    moved: Some
    successions: Some
    posts: Some


def told(act, actor):
    """Read from the rows that carry the act, in few queries however many units it moved.

    The posts it gave are counted for everybody, and named to those who may see them.
    """
    made = UnitVersion.objects.filter(made_by=act).order_by("path")
    old, new = _changed(act, made) if act.kind in CHANGING else (None, None)
    moved = made.exclude(unit__opened_on=act.day).exclude(pk=new and new.pk)
    posts = Post.objects.filter(made_by=act)
    named = posts.visible_to(actor).select_related("person").order_by("pk")
    return Told(
        old=old,
        new=new,
        begun=_some(made.filter(unit__opened_on=act.day)),
        moved=_some(moved.with_parent_title(act.day)),
        successions=_some(act.successions.with_titles().order_by("pk")),
        posts=Some(
            list(named.annotate(unit_title=title_of("unit_id", act.day))[:MOST_SHOWN]),
            posts.count(),
        ),
    )


def _some(rows):
    """One question for the few rows; another one only when there are more."""
    found = list(rows[: MOST_SHOWN + 1])
    return Some(found[:MOST_SHOWN], rows.count() if len(found) > MOST_SHOWN else len(found))


def _changed(act, made):
    """The unit before and after: the first row such an act changes is its last version."""
    versions = UnitVersion.objects.with_parent_title(act.day)
    old = versions.filter(pk=act.before[0][1]).first()
    return old, old and made.with_parent_title(act.day).filter(unit=old.unit_id).first()


def with_units(acts):
    """What a row prints: the units that ended, and the topmost one it made or changed."""
    lines = Succession.objects.with_titles().order_by("pk")
    made = UnitVersion.objects.filter(made_by=OuterRef("pk")).order_by("path")
    title = made.values(words=Concat(F("type"), Value(" "), F("name")))
    return acts.annotate(made_title=Subquery(title[:1])).prefetch_related(
        Prefetch("successions", lines[:MOST_LINES], to_attr="lines")
    )


def in_words(version):
    """One line for a version: its title, code and where it belongs."""
    above = str(version.parent) if version.parent else ""
    return " · ".join(filter(None, [version.title, version.code, above]))

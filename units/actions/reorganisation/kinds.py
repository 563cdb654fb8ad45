"""An act by its kind, starting from one unit: what a page asks for, as a rehearsal or in earnest."""

from units.models import Reorganisation

from .changing import rename, transfer, upgrade
from .ending import dissolve, merge, split
from .previewing import preview

Kind = Reorganisation.Kind


def merge_with(unit, *, others, **asked):
    """The unit becomes one with others."""
    return merge([unit, *others], **asked)


BY_KIND = {
    Kind.MERGE: merge_with,
    Kind.SPLIT: split,
    Kind.RENAME: rename,
    Kind.UPGRADE: upgrade,
    Kind.TRANSFER: transfer,
    Kind.DISSOLVE: dissolve,
}


def act(kind, unit, *, by, **asked):
    """The act of this kind; `asked` is what the action of the kind takes."""
    return BY_KIND[kind](unit, by=by, **asked)


def rehearse(kind, unit, *, by, **asked):
    """The preview of that act. Raises what it raises; changes nothing."""
    return preview(lambda **how: act(kind, unit, by=by, **asked, **how))

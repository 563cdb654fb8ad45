"""Units are reorganised by one act with a decision and a day; nothing is rewritten."""

from .changing import rename, transfer, upgrade
from .ending import dissolve, merge, split
from .heirs import choose_heir
from .kinds import act, rehearse
from .previewing import preview
from .undoing import undo

__all__ = [
    "act",
    "choose_heir",
    "dissolve",
    "merge",
    "preview",
    "rehearse",
    "rename",
    "split",
    "transfer",
    "undo",
    "upgrade",
]

"""Units are reorganised by one act with a decision and a day; nothing is rewritten."""

from .changing import rename, transfer, upgrade
from .ending import dissolve, merge, split
from .heirs import choose_heir
from .previewing import preview
from .undoing import undo

__all__ = [
    "choose_heir",
    "dissolve",
    "merge",
    "preview",
    "rename",
    "split",
    "transfer",
    "undo",
    "upgrade",
]

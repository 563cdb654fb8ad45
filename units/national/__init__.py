"""The national lists of units: our own facts in units/data, loaded and given out again."""

from .lists import ListsError, read
from .loading import load
from .report import Report

__all__ = ["ListsError", "Report", "load", "read"]

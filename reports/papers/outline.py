"""Numbered parts of a paper: a part with nothing to say takes no number."""

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True)
class Part:
    """A heading, what stands under it and the template that prints it."""

    title: str
    template: str
    content: Any
    mark: str = ""


def numbered(marks, *parts: Part) -> list[Part]:
    """The parts that have content, marked in order."""
    filled = [part for part in parts if part.content]
    return [replace(part, mark=mark) for mark, part in zip(marks, filled, strict=False)]

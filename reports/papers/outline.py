"""Numbered parts of a paper: a part with nothing to say takes no number."""

from dataclasses import dataclass

from reports.papers.content import Block, Heading


@dataclass(frozen=True)
class Part:
    """A heading and the blocks under it."""

    title: str
    blocks: tuple[Block, ...]


def numbered(marks, level, *parts: Part) -> tuple[Block, ...]:
    """The parts that say something, each under its heading, marked in order."""
    filled = [part for part in parts if part.blocks]
    marked = zip(marks, filled, strict=False)
    return tuple(
        block for mark, part in marked for block in (Heading(part.title, level, mark), *part.blocks)
    )

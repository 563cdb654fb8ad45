"""The draft in sentences: by kind and area, in the order the head gave them."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from .models import DraftLine, Finding

LAST = 1_000_000
# Most drafts have none; whoever reads an inspection with this need not ask for them.
HAS_FREE_LINES = Exists(DraftLine.objects.filter(inspection=OuterRef("pk"), finding=None))


@dataclass(frozen=True)
class Sentence:
    """One sentence of the paper: of a finding, or a free line of an area."""

    kind: str
    area: object
    words: str
    place: int | None = None
    finding: Finding | None = None
    line: DraftLine | None = None

    @property
    def mark(self):
        return f"f{self.finding.pk}" if self.finding else f"l{self.line.pk}"

    @property
    def is_reworded(self):
        return self.finding is not None and self.words != self.finding.text

    @property
    def is_behind(self):
        """True when the finding was changed after its words in the draft were written."""
        return self.finding is not None and self.finding.has_moved_on

    @property
    def second_area(self):
        return self.finding.second_area if self.finding else None

    @property
    def group(self):
        return self.kind, self.area.pk

    @property
    def order(self):
        """Strengths first, by area; what has no place follows as it was recorded."""
        return (self._is_after_strengths, *self._area_order, *self._own_order)

    @property
    def order_by_area(self):
        """Area by area, in each the strengths first."""
        return (*self._area_order, self._is_after_strengths, *self._own_order)

    @property
    def _is_after_strengths(self):
        return self.kind != Finding.Kind.STRENGTH

    @property
    def _area_order(self):
        return self.area.code, self.area.pk

    @property
    def _own_order(self):
        own = self.finding or self.line
        return LAST if self.place is None else self.place, self.finding is None, own.pk


def sentences_of(inspection):
    """The sentences of a draft with what pages print, in two questions and one for the units."""
    findings = Finding.objects.filter(inspection=inspection)
    related = findings.select_related("area", "second_area", "line")
    free = free_lines(inspection) if getattr(inspection, "has_free_lines", True) else ()
    return in_sentences(related.with_units(), free)


def free_lines(inspection):
    return DraftLine.objects.filter(inspection=inspection, finding=None).select_related("area")


def in_sentences(findings, lines):
    """Findings (with their `line`) and free lines as sentences, in the order of the paper."""
    said = [_of_finding(row) for row in findings] + [
        Sentence(row.kind, row.area, row.text, row.place, line=row) for row in lines
    ]
    return sorted(said, key=lambda sentence: sentence.order)


def _of_finding(row):
    line = row.own_line
    return Sentence(row.kind, row.area, row.words, line and line.place, finding=row, line=line)


def neighbours(sentences, sentence):
    """The sentences of the same kind and area, itself among them, in their order."""
    return [one for one in sentences if one.group == sentence.group]

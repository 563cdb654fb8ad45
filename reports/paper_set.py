"""Every paper of an inspection that exists by now, in the order papers come into being.

The moment of the set is that of the last change of its records, not of the clock: the same
records give the same bytes.
"""

import hashlib
import json
from dataclasses import dataclass

from django.db.models import Max
from django.utils import timezone

from findings.models import (
    Conclusion,
    DraftLine,
    Evidence,
    Explanation,
    Finding,
    Recommendation,
    Remediation,
)
from inspections.models import (
    ClarifyingQuestion,
    Minutes,
    Notice,
    SelfReport,
    SpokenConclusion,
    Visit,
)

from .datasets.draft import announced_on
from .fingerprints import layout_version
from .issued.keeping import paper_of
from .issued.records import IssuedPaper
from .registry import REPORTS
from .renderers import RENDERERS

FORMATS = ("pdf", "docx", "xlsx")


@dataclass(frozen=True)
class Member:
    """A paper of the set: its place and name, which report it is, and about which record.

    A letter that was issued is `kept`: it says what it said then.
    """

    place: int
    words: str
    report: object
    subject: object
    kept: IssuedPaper | None = None

    @property
    def base_name(self):
        return f"{self.place:02d}-{self.words}"

    def contents(self, as_of):
        """(format, content) of each of its files."""
        for format in FORMATS:
            if make := self.report.contents.get(format):
                kept = self.kept and paper_of(self.kept)
                yield format, kept or make(self.subject, as_of=as_of, reader=None)


@dataclass(frozen=True)
class File:
    name: str
    content: bytes
    kind: str
    title: str


def members_of(inspection):
    """Which papers there are: one that cannot be made yet is left out."""
    plan, delegation = inspection.plan, inspection.delegation
    wanted = [(1, "plan", plan)]
    amending = list(plan.amendments.filter(status=plan.Status.ENACTED).order_by("pk"))
    wanted += [(2, "plan", one) for one in amending]
    wanted.append((3, "decision", delegation))
    wanted.append((4, "notice", inspection))
    minutes = list(Minutes.objects.filter(inspection=inspection).order_by("held_on", "pk"))
    wanted += [(6, "minutes", one) for one in minutes]
    after = _spoken if inspection.is_spoken else _written
    wanted += [(place, kind, inspection) for place, kind in after(inspection)]
    letters = _letters(inspection)
    for place, kind, subject in sorted(wanted, key=_place):
        report = REPORTS[kind]
        if kept := letters.get(kind):
            yield from _kept(place, report, kept)
        elif not report.ready(subject):
            yield Member(place, _words(report, subject, minutes, amending), report, subject)


def _letters(inspection):
    """{kind: letters of it that were issued and stand, the first one first}."""
    rows = IssuedPaper.objects.filter(inspection=inspection, state__in=IssuedPaper.STANDING)
    letters = {}
    for row in rows.exclude(kind=IssuedPaper.Kind.CONCLUSION).order_by("pk"):
        letters.setdefault(row.kind, []).append(row)
    return letters


def _kept(place, report, rows):
    for number, row in enumerate(rows, start=1):
        words = f"{report.file_words}-{number}" if rows[1:] else report.file_words
        yield Member(place, words, report, row.inspection, row)


def _place(wanted):
    return wanted[0]


def _spoken(inspection):
    """A check that is concluded on the spot."""
    yield 6, "spoken"


def _written(inspection):
    yield 5, "outline"
    if announced_on(inspection):
        yield 7, "draft"
    if inspection.is_issued:
        yield 8, "conclusion"
    yield 9, "urging"
    yield 10, "remediation_report"


def _words(report, subject, minutes, amending):
    """The name of the file; of several papers of a kind each has its number."""
    series = next((rows for rows in (minutes, amending) if subject in rows), [])
    number = f"-{series.index(subject) + 1}" if series[1:] else ""
    kind = "-sua-doi" if subject in amending else ""
    return f"{report.file_words}{kind}{number}"


def contents_of(inspection):
    """[(member, format, content)] read in one snapshot; only then are files laid out."""
    as_of = last_change(inspection)
    return [
        (member, format, content)
        for member in members_of(inspection)
        for format, content in member.contents(as_of)
    ]


def files_of(inspection, contents):
    """The papers as files, and the list of them."""
    files = [
        File(
            f"{member.base_name}.{format}",
            RENDERERS[format](content),
            member.report.kind,
            content.title,
        )
        for member, format, content in contents
    ]
    return [*files, File("manifest.json", _manifest(inspection, files, contents), "", "")]


def _manifest(inspection, files, contents):
    listed = [
        {
            "file": file.name,
            "kind": file.kind,
            "title": file.title,
            "sha256": hashlib.sha256(file.content).hexdigest(),
            "size": len(file.content),
            "data_as_of": content.data_as_of.isoformat(),
            "layout": layout_version(),
        }
        for file, (_member, _format, content) in zip(files, contents, strict=True)
    ]
    told = {"inspection": inspection.code, "unit": inspection.unit_version.authority}
    return (json.dumps(told | {"files": listed}, ensure_ascii=False, indent=2) + "\n").encode()


def last_change(inspection):
    """The latest moment at which one of the records was changed."""
    own = (Conclusion, Evidence, Explanation, Finding, Recommendation, Remediation, SelfReport)
    own += (ClarifyingQuestion, DraftLine, Minutes, Notice, Visit)
    moments = [inspection.updated_at, inspection.plan.updated_at, inspection.delegation.updated_at]
    of_inspection = [model.objects.filter(inspection=inspection) for model in own]
    spoken = SpokenConclusion.objects.filter(visit__inspection=inspection)
    moments += [rows.aggregate(last=Max("updated_at"))["last"] for rows in (*of_inspection, spoken)]
    issued = IssuedPaper.objects.filter(inspection=inspection)
    moments.append(issued.aggregate(last=Max("kept_at"))["last"])
    return timezone.localtime(max(moment for moment in moments if moment))

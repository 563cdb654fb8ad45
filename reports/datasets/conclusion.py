"""The conclusion of an inspection: from the database to the paper and to the workbook.

A draft until the inspection is concluded. `as_of` is the moment of the snapshot it is read in,
`reader` the person (an Actor) who gets the file, or None for whoever runs the server.
"""

from itertools import groupby

from django.utils import timezone

from findings.models import Finding
from reform_portal.common.dates import vn_number, vn_short_date
from reports.paper_templates import choosing
from reports.papers import conclusion as on_paper

from . import words
from .conclusion_workbook import workbook_of
from .inspection_records import Records


def paper(inspection, *, as_of, reader, wording=None):
    """What the PDF and the DOCX print."""
    return conclusion(inspection, as_of=as_of, reader=reader, wording=wording).composed()


def conclusion(inspection, *, as_of, reader, wording=None):
    """The conclusion in its parts."""
    return conclusion_of(Records(inspection.pk, reader), as_of, wording)


def workbook(inspection, *, as_of, reader):
    """What the Excel file holds."""
    return workbook_of(Records(inspection.pk, reader), as_of)


def conclusion_of(records, as_of, wording=None):
    inspection, text = records.inspection, records.conclusion
    is_draft = not inspection.is_issued
    day = timezone.localdate(as_of) if is_draft else text.issued_on
    wording = wording or choosing.of_plan("conclusion", inspection.plan, day)
    return on_paper.ConclusionPaper(
        code=inspection.code,
        is_draft=is_draft,
        superior_body=text.superior_body,
        issuing_body=text.issuing_body,
        issuing_name=inspection.delegation.name,
        inspected_unit=inspection.unit_version.authority,
        symbol=text.symbol,
        number=None if is_draft else text.number,
        issued_on=None if is_draft else text.issued_on,
        draft_made_on=timezone.localdate(as_of) if is_draft else None,
        place=text.place_name,
        year=inspection.plan.year,
        subject=text.subject,
        bases=lines(text.bases),
        opening=lines(text.opening),
        visits=tuple(_visit(visit) for visit in records.visits),
        period_starts_on=inspection.plan.period_from,
        period_ends_on=inspection.plan.period_to,
        strengths=_areas(records, Finding.Kind.STRENGTH),
        shortcomings=_areas(records, Finding.Kind.SHORTCOMING),
        explanations=tuple(_explanation(records, row) for row in records.explanations),
        assessment=lines(text.assessment),
        recommendations=tuple(_recommendation(row) for row in records.recommendations),
        organisation=_organisation(records),
        signature=_signature(text),
        recipients=lines(text.recipients),
        photos=tuple(_photo(photo) for photo in records.photos),
        visited=wording.text("visited", {}),
        advised=wording.text("advised", {}),
        template=wording.label,
        data_as_of=as_of,
    )


def lines(text):
    """A field with one entry on each line."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _visit(visit):
    # The place usually names its kind already: "Bộ phận Một cửa UBND xã Hòa Cư".
    kind = words.VISIT[visit.kind]
    named = kind.casefold() in visit.place.casefold()
    return on_paper.Visit(
        visit.place, visit.day, words.SESSION[visit.session], "" if named else kind
    )


def _areas(records, kind):
    """The sentences of one kind under their reform areas."""
    chosen = [sentence for sentence in records.sentences if sentence.kind == kind]
    return tuple(
        on_paper.Area(area.name, tuple(_sentence(records, sentence) for sentence in said))
        for area, said in groupby(chosen, key=lambda sentence: sentence.area)
    )


def _sentence(records, sentence):
    finding = sentence.finding
    if finding is None:
        return on_paper.Sentence(text=sentence.words)
    concerned = [row for row in finding.finding_units.all()]
    # "(UBND huyện Cao Lộc)" behind every sentence of a paper about that unit says nothing.
    alone = [row.unit_id for row in concerned] == [records.inspection.unit_id]
    return on_paper.Sentence(
        text=sentence.words,
        units=() if alone else tuple(row.unit_version.authority for row in concerned),
        second_area=finding.second_area.name if finding.second_area else "",
        cause=finding.cause,
        cause_kind=finding.cause_kind,
    )


def _explanation(records, row):
    """Beside it stand the words the unit explained, whatever the conclusion says for them."""
    item = words.WHOLE_DRAFT
    if row.finding:
        item = records.words_read.get(row.finding_id, row.finding.text)
    return on_paper.Explanation(item, row.said, words.DECISION[row.status], row.reason)


def _recommendation(row):
    addressees = tuple(item.unit_version.authority for item in row.remediations.all())
    return on_paper.Recommendation(
        number=row.number,
        text=row.text,
        area="; ".join(area.name for area in row.areas),
        target=f"{vn_number(row.target)} {row.target_unit}".strip(),
        due_on=row.due_on,
        basis=row.basis,
        addressees=addressees,
    )


def _organisation(records):
    """How it is carried out, with the day of the report unless the text says it."""
    text, due_on = records.conclusion.implementation, records.conclusion.remediation_report_due_on
    said = due_on is None or vn_short_date(due_on) in text
    if said:
        return lines(text)
    unit, day = records.inspection.unit_version.authority, vn_short_date(due_on)
    return (*lines(text), f"{unit} báo cáo kết quả thực hiện các kiến nghị trước ngày {day}.")


def _signature(text):
    name = text.signer.full_name if text.signer else ""
    return on_paper.Signature(lines(text.capacity), text.signer_post, name)


def _photo(photo):
    with photo.file.open("rb") as file:
        return on_paper.Photo(file.read(), photo.content_type, photo.caption)

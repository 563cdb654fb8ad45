"""The conclusion as rows to count and filter: overview, findings, recommendations, visits."""

from reports.papers import conclusion_workbook as book

from . import words

# What a sheet holds of a finding beside its words.
RECORDED = ("sector", "units", "cause_kind", "cause", "explanation", "decision", "decision_reason")


def workbook_of(records, as_of):
    inspection = records.inspection
    return book.ConclusionWorkbook(
        code=inspection.code,
        title=f"{records.conclusion.subject} ({inspection.code})",
        data_as_of=as_of,
        overview=tuple(book.OverviewLine(*line) for line in _overview(records, as_of)),
        findings=tuple(_findings(records)),
        recommendations=tuple(_recommendations(records)),
        visits=tuple(_visits(records)),
    )


def _overview(records, as_of):
    inspection, text, plan = records.inspection, records.conclusion, records.inspection.plan
    kinds = [finding.kind for finding in records.findings]
    issued = inspection.is_issued
    return (
        ("Mã cuộc kiểm tra", inspection.code),
        ("Đơn vị được kiểm tra", inspection.unit_version.authority),
        ("Trực thuộc", records.above.title if records.above else ""),
        ("Kế hoạch", plan.reference),
        ("Tên kế hoạch", plan.title),
        ("Đoàn kiểm tra", inspection.delegation.name),
        *_people(records),
        ("Hình thức", words.FORM[inspection.form]),
        ("Ngày bắt đầu", inspection.starts_on),
        ("Ngày kết thúc", inspection.ends_on),
        ("Thời kỳ kiểm tra từ ngày", plan.period_from),
        ("Thời kỳ kiểm tra đến ngày", plan.period_to),
        ("Trạng thái", words.INSPECTION[inspection.status]),
        ("Văn bản", "Kết luận" if issued else "Dự thảo kết luận"),
        ("Trích yếu", text.subject),
        ("Số, ký hiệu", text.reference if issued else ""),
        ("Ngày ban hành", text.issued_on if issued else None),
        ("Người ký", text.signer.full_name if issued and text.signer else ""),
        *_said_to_the_draft(records),
        ("Số ưu điểm", kinds.count("strength")),
        ("Số tồn tại, hạn chế", kinds.count("shortcoming")),
        ("Số kiến nghị", len(records.recommendations)),
        ("Hạn báo cáo kết quả khắc phục", text.remediation_report_due_on),
        ("Số liệu đến thời điểm", as_of),
    )


def _people(records):
    """Everybody in the delegation, with the post held when it was formed."""
    for seat in records.members:
        yield words.MEMBER[seat.role], f"{seat.person.full_name}, {seat.post_title}"


def _said_to_the_draft(records):
    """What the unit said to the whole draft has no finding to stand beside."""
    for row in records.explanations:
        if row.finding_id is None:
            yield "Giải trình chung của đơn vị", row.said
            yield "Ý kiến của Đoàn", words.DECISION[row.status]
            yield "Lý do", row.reason


def _findings(records):
    """The sentences of the paper by area, each with the record of its finding."""
    said = {row.finding_id: row for row in records.explanations if row.finding_id}
    by_area = sorted(records.sentences, key=lambda sentence: sentence.order[1:])
    for number, sentence in enumerate(by_area, start=1):
        finding = sentence.finding
        told = {
            "number": number,
            "kind": words.KIND[sentence.kind],
            **_area_columns(finding.areas if finding else [sentence.area]),
            "text": sentence.words,
        }
        yield book.FindingRow(**told, **_recorded(finding, said))


def _recorded(finding, said):
    """What is on record beside the words; nothing for a sentence without a finding."""
    if finding is None:
        return dict.fromkeys(RECORDED, "") | {"evidence_count": 0}
    explanation = said.get(finding.pk)
    return {
        "sector": finding.sector.name if finding.sector else "",
        "units": "; ".join(row.unit_version.authority for row in finding.finding_units.all()),
        "cause_kind": words.CAUSE.get(finding.cause_kind, ""),
        "cause": finding.cause,
        "explanation": explanation.said if explanation else "",
        "decision": words.DECISION[explanation.status] if explanation else "",
        "decision_reason": explanation.reason if explanation else "",
        "evidence_count": finding.evidence_count,
    }


def _recommendations(records):
    for recommendation in records.recommendations:
        for row in recommendation.remediations.all():
            yield book.RecommendationRow(
                number=recommendation.number,
                text=recommendation.text,
                **_area_columns(recommendation.areas),
                addressee=row.unit_version.authority,
                target_value=_number(recommendation.target),
                target_unit=recommendation.target_unit,
                basis=recommendation.basis,
                due_on=row.due_on or recommendation.due_on,
                status=words.REMEDIATION[row.status],
                **_reported(row),
            )


def _reported(row):
    """What the addressee reported, to whoever may open its row; nothing it is still writing."""
    told = row.is_open and row.status in (row.Status.REPORTED, row.Status.ACCEPTED)
    return {
        "reported_on": row.reported_on if told else None,
        "result": row.outcome if told else "",
    }


def _area_columns(areas):
    """The reform area, with the second one where there is one: A2; A6."""
    return {
        "area_code": "; ".join(area.code for area in areas),
        "area": "; ".join(area.name for area in areas),
    }


def _number(value):
    """100, not 100.00: a whole target is a whole number."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _visits(records):
    for number, visit in enumerate(records.visits, start=1):
        yield book.VisitRow(
            number=number,
            day=visit.day,
            session=words.capital(words.SESSION[visit.session]),
            place=visit.place,
            unit=visit.unit_version.authority,
            kind=words.capital(words.VISIT[visit.kind]),
            note=visit.notes,
        )

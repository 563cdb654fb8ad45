"""The first words of a news text, from what the conclusion says; people stand in none of them."""

from textwrap import shorten

from reform_portal.common.dates import vn_short_date

from ..models import Finding, Recommendation, Remediation
from ..sentences import sentences_of
from ..wording import what_is_inspected

MOST = 12
LONGEST = 500
PARTS = (
    (Finding.Kind.STRENGTH, "Kết quả đạt được"),
    (Finding.Kind.SHORTCOMING, "Tồn tại, hạn chế"),
)


def first_text(inspection):
    """Headline, lead and text; to be shortened and mended by a person."""
    unit = inspection.unit_version.authority
    what = f"{what_is_inspected(inspection.plan)} năm {inspection.plan.year}"
    return {
        "title": f"Kết luận kiểm tra {what} tại {unit}"[:250],
        "lead": _lead(inspection, what, unit),
        "text": "\n".join((*_found(inspection), *_asked(inspection), *_due(inspection))),
    }


def _lead(inspection, what, unit):
    paper = getattr(inspection, "conclusion", None)
    begun, ended = vn_short_date(inspection.starts_on), vn_short_date(inspection.ends_on)
    days = f"ngày {begun}" if begun == ended else f"từ ngày {begun} đến ngày {ended}"
    name = inspection.delegation.name
    if not (paper and paper.reference):
        return f"{name} đã kiểm tra {what} tại {unit} ({days})."
    issued = vn_short_date(paper.issued_on)
    return (
        f"Ngày {issued}, {name} ban hành Thông báo số {paper.reference} kết luận kiểm tra {what} "
        f"tại {unit}. Việc kiểm tra được tiến hành {days}."
    )


def _found(inspection):
    sentences = sentences_of(inspection)
    for kind, heading in PARTS:
        texts = [one.words for one in sentences if one.kind == kind]
        yield from _listed(f"{heading}:", texts)


def _asked(inspection):
    points = Recommendation.objects.filter(inspection=inspection)
    parts = Remediation.objects.filter(inspection=inspection).select_related("unit_version")
    units = {}
    for part in parts.order_by("unit_version__path"):
        units.setdefault(part.recommendation_id, []).append(part.unit_version.authority)
    texts = [_point(row, units.get(row.pk, ())) for row in points]
    yield from _listed("Đoàn kiểm tra kiến nghị:", texts)


def _point(row, units):
    until = [f"trước ngày {vn_short_date(row.due_on)}"] if row.due_on else []
    told = "; ".join([", ".join(units[:3]), *until] if units else until)
    text = shorten(row.text.rstrip(" .;"), LONGEST, placeholder=" …")
    return f"{text} ({told})" if told else text


def _due(inspection):
    paper = getattr(inspection, "conclusion", None)
    if paper and paper.remediation_report_due_on:
        day = vn_short_date(paper.remediation_report_due_on)
        yield f"Đơn vị được kiểm tra báo cáo kết quả khắc phục trước ngày {day}."


def _listed(heading, texts):
    if texts:
        yield heading
    for text in texts[:MOST]:
        yield f"- {shorten(text.rstrip(' ;'), LONGEST, placeholder=' …')}"
    if len(texts) > MOST:
        yield f"- Và {len(texts) - MOST} nội dung khác."

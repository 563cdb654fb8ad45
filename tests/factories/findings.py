"""Findings with their evidence and explanations, the conclusion, and what follows from it."""

from datetime import date

from django.core.files.base import ContentFile

from findings.models import (
    Announcement,
    Comment,
    Conclusion,
    DraftLine,
    Evidence,
    Explanation,
    ExplanationFile,
    Extension,
    Finding,
    FindingUnit,
    PublicSummary,
    Recommendation,
    Remediation,
    Review,
)
from findings.said import said_in
from inspections.models import Inspection

from .inspections import area
from .units import DAY, NUMBERS

# States in which the unit's explanation has been sent.
READ_BY_THE_DELEGATION = (
    Inspection.Status.EXPLAINED,
    Inspection.Status.CONCLUDED,
    Inspection.Status.CLOSED,
)


def scope(of):
    """The columns that rows of content repeat from their inspection."""
    return {
        "inspection": of,
        "province_id": of.province_id,
        "unit_id": of.unit_id,
        "delegation_id": of.delegation_id,
    }


def finding(of, *, kind=Finding.Kind.SHORTCOMING, units=None, **fields):
    """A finding; announced when its inspection is."""
    values = {
        "kind": kind,
        "area": area("A2"),
        "text": "Hồ sơ trả lại không có lý do bằng văn bản.",
        "announced": of.status in Inspection.UNIT_READS_FINDINGS,
    }
    made = Finding.objects.create(**scope(of) | values | fields)
    for version in units or [of.unit_version]:
        FindingUnit.objects.create(finding=made, unit=version.unit, unit_version=version)
    return made


def draft_line(on=None, *, of=None, text="", area=None, **fields):
    """The draft's words for the finding `on`, or a sentence of its own about an area."""
    if on:
        values = {"inspection": on.inspection, "finding": on, "finding_text": on.text}
    else:
        values = {"inspection": of, "kind": Finding.Kind.SHORTCOMING, "area": area}
    return DraftLine.objects.create(text=text, **values | fields)


def comment(of, *, by, on=None, **fields):
    """A comment on the sentence of the finding `on`, or on the whole draft."""
    values = {"text": "Câu này chưa rõ.", "said": on.words if on else "", "finding": on}
    return Comment.objects.create(**scope(of) | values | fields, written_by=by, written_on=DAY)


def review(of, *, by, reviewer, **fields):
    return Review.objects.create(
        inspection=of, reviewer=reviewer, asked_by=by, asked_on=DAY, **fields
    )


def evidence(of, *, on=None, by, **fields):
    """A small photo of an inspection, with the finding `on`."""
    values = {
        "inspection": of,
        "finding": on,
        "caption": "Bộ phận Một cửa",
        "file": ContentFile(b"photo", name="photo.jpg"),
        "file_name": "photo.jpg",
        "content_type": "image/jpeg",
        "sha256": "0" * 64,
        "size": 5,
        "uploaded_by": by.account,
    }
    return Evidence.objects.create(**values | fields)


def explanation(of, *, on=None, by, **fields):
    values = {
        "finding": on,
        "text": "Đơn vị đã bổ sung phiếu từ chối từ tháng 5.",
        "written_by": by,
        "written_on": DAY,
        "sent_on": DAY if of.status in READ_BY_THE_DELEGATION else None,
    }
    values |= fields
    if values["sent_on"]:
        values.setdefault("sent_text", values["text"])
    return Explanation.objects.create(**scope(of) | values)


def announcement(of, *, by, **fields):
    """How the draft of an inspection was announced, with what it said then."""
    values = {"number": of.announcements.count() + 1, "held_on": DAY, "announced_by": by}
    return Announcement.objects.create(inspection=of, said=said_in(of), **values | fields)


def summary(of, *, by, **fields):
    """A news text about the conclusion of an inspection, written by somebody."""
    values = {"title": "Kết luận kiểm tra", "lead": "Đã kết luận.", "text": "Kết quả tốt."}
    values |= fields
    if values.get("status") == "published":
        values.setdefault("published_on", DAY)
    made = PublicSummary.objects.create(inspection=of, **values)
    made.authors.add(by)
    return made


def extension(of, *, by, **fields):
    values = {"asked_until": date(2024, 7, 15), "reason": "Chờ xác minh.", "asked_by": by}
    return Extension.objects.create(inspection=of, asked_on=DAY, **values | fields)


def explanation_file(to, **fields):
    """A paper beside an explanation; sent when its words are."""
    values = {
        "caption": "Phiếu từ chối đã gửi công dân",
        "file": ContentFile(b"paper", name="paper.pdf"),
        "file_name": "paper.pdf",
        "content_type": "application/pdf",
        "sha256": "0" * 64,
        "size": 5,
        "sent_on": to.sent_on,
    }
    return ExplanationFile.objects.create(explanation=to, **values | fields)


def conclusion(of, *, signer=None, **fields):
    """The words of the paper; with a signer it is ready to be issued."""
    values = {
        "inspection": of,
        "symbol": "TB-ĐKT",
        "place_name": "Lạng Sơn",
        "superior_body": "BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH TỈNH",
        "issuing_body": "ĐOÀN KIỂM TRA",
        "subject": "Kết luận kiểm tra công tác cải cách hành chính năm 2024",
        "bases": "Kế hoạch số 80/KH-BCĐCCHC ngày 29/5/2024",
        "opening": "Ngày 17/6/2024, Đoàn kiểm tra đã làm việc với đơn vị.",
        "capacity": "TM. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN",
        "recipients": "UBND huyện Cao Lộc\nLưu: VT, CCHC",
    }
    if signer:
        values |= {"number": next(NUMBERS), "issued_on": date(2024, 6, 17), "signer": signer}
    return Conclusion.objects.create(**values | fields)


def recommendation(of, *, to=None, due_on=None, **fields):
    """A recommendation to units, each with its tracked row."""
    values = {
        "number": Recommendation.objects.filter(inspection=of).count() + 1,
        "text": "Tập trung số hóa hồ sơ, kết quả giải quyết thủ tục hành chính còn hiệu lực",
        "area": area("A6"),
        "due_on": due_on,
    }
    made = Recommendation.objects.create(**scope(of) | values | fields)
    for version in [of.unit_version] if to is None else to:
        Remediation.objects.create(
            recommendation=made,
            unit_version=version,
            issued=of.is_issued,
            due_on=due_on,
            **scope(of) | {"unit_id": version.unit_id},
        )
    return made

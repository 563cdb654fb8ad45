"""Plans, delegations, inspections, and what a delegation notes and asks in the field."""

from datetime import date

from django.core.files.base import ContentFile

from inspections.models import (
    ClarifyingQuestion,
    Delegation,
    DelegationMember,
    DocumentFile,
    DocumentRequest,
    Inspection,
    InspectionType,
    Minutes,
    Notice,
    Plan,
    PlanUnit,
    ReformArea,
    SelfReport,
    Visit,
)
from units.models import UnitVersion

from .units import BEGIN, DAY, NUMBERS


def area(code="A2"):
    """A reform area in force (the migrations make them; an emptied database gets a new one)."""
    found = ReformArea.objects.filter(code=code, valid_to=None).first()
    return found or ReformArea.objects.create(code=code, name=f"Lĩnh vực {code}", valid_from=BEGIN)


def inspection_type(code="cchc"):
    found = InspectionType.objects.filter(code=code, valid_to=None).first()
    return found or InspectionType.objects.create(code=code, name=code, valid_from=BEGIN)


def plan(world, *, status=Plan.Status.APPROVED, number=80, units=None, **fields):
    """A plan of the world's committee for the year 2024."""
    values = {
        "province": world.province.unit,
        "issuer": world.province.unit,
        "committee": world.committee,
        "number": number,
        "symbol": "KH-BCĐCCHC",
        "issued_on": date(2024, 5, 29),
        "year": 2024,
        "title": "Kiểm tra công tác cải cách hành chính năm 2024",
        "period_from": date(2023, 6, 15),
        "period_to": date(2024, 6, 14),
        "status": status,
    }
    made = Plan.objects.create(**values | fields)
    made.types.add(inspection_type())
    made.areas.add(area("A2"), area("A6"))
    for version in [world.district] if units is None else units:
        PlanUnit.objects.create(plan=made, unit=version.unit, unit_version=version)
    return made


def member(delegation, human, role=DelegationMember.Role.MEMBER):
    """A seat in a delegation, by the person's first post."""
    post = human.posts.first()
    version = UnitVersion.objects.on(delegation.formed_on).get(unit=post.unit)
    return DelegationMember.objects.create(
        delegation=delegation,
        person=human,
        post=post,
        post_title=post.named_with(version),
        role=role,
    )


def delegation(world, made_plan, *, head=None, members=None):
    """A delegation led by the world's head with the world's member in it."""
    body = Delegation.objects.create(
        plan=made_plan,
        province=world.province.unit,
        name="Đoàn kiểm tra của Ban Chỉ đạo",
        formed_on=date(2024, 6, 3),
    )
    member(body, head or world.head, DelegationMember.Role.HEAD)
    for human in [world.member] if members is None else members:
        member(body, human)
    return body


def inspection(world, *, status=Inspection.Status.PLANNED, version=None, team=None, **fields):
    """An inspection of the world's district on 17/6/2024 under an approved plan."""
    version = version or world.district
    if team is None:
        number = next(NUMBERS) + 100
        team = delegation(world, plan(world, number=number, units=[version]))
    values = {
        "code": f"KT-2024-{next(NUMBERS):03d}",
        "plan": team.plan,
        "delegation": team,
        "province": world.province.unit,
        "unit": version.unit,
        "unit_version": version,
        "starts_on": DAY,
        "ends_on": DAY,
        "status": status,
    }
    return Inspection.objects.create(**values | fields)


def visit(of, *, version=None, **fields):
    version = version or of.unit_version
    values = {
        "inspection": of,
        "unit": version.unit,
        "unit_version": version,
        "kind": Visit.Kind.ONE_STOP,
        "place": f"Bộ phận Một cửa {version.authority}",
        "day": of.starts_on,
        "session": Visit.Session.MORNING,
    }
    return Visit.objects.create(**values | fields)


def self_report(of, **fields):
    """What the unit owes before the visit; with file=… it is filed."""
    values = {
        "inspection": of,
        "title": "Báo cáo kết quả công tác CCHC 6 tháng đầu năm 2024",
        "period_from": date(2024, 1, 1),
        "period_to": date(2024, 6, 14),
        "due_on": date(2024, 6, 10),
    }
    return SelfReport.objects.create(**values | fields)


def notice(of, **fields):
    """The notice of an inspection, issued a week before it."""
    values = {
        "inspection": of,
        "number": next(NUMBERS),
        "issued_on": date(2024, 6, 6),
        "acknowledge_by": date(2024, 6, 11),
        "capacity": "GIÁM ĐỐC",
        "signer": of.delegation.head.person,
        "participants": "Lãnh đạo UBND huyện",
        "preparation": "Báo cáo theo đề cương",
        "contact": "Phòng Cải cách hành chính",
        "status": Notice.Status.ISSUED,
    }
    return Notice.objects.create(**values | fields)


def document(of, *, by, **fields):
    """A document the unit was asked for."""
    values = {
        "inspection": of,
        "ordinal": DocumentRequest.objects.filter(inspection=of).count() + 1,
        "title": "Quy chế làm việc",
        "due_on": date(2024, 6, 14),
        "asked_by": by,
        "asked_on": date(2024, 6, 10),
    }
    return DocumentRequest.objects.create(**values | fields)


def document_file(of, *, by, content=b"%PDF-1.7", **fields):
    """What the unit sent for it."""
    values = {
        "request": of,
        "edition": of.files.count() + 1,
        "name": f"{of.inspection.code}_{of.ordinal:02d}_Quy-che-lam-viec_v1.pdf",
        "file": ContentFile(content, name=f"{next(NUMBERS)}.pdf"),
        "file_name": "quy che.pdf",
        "content_type": "application/pdf",
        "sha256": "0" * 64,
        "size": len(content),
        "sent_by": by,
        "sent_on": date(2024, 6, 12),
    }
    return DocumentFile.objects.create(**values | fields)


def question(of, *, by, **fields):
    """What the delegation asked the unit."""
    values = {
        "inspection": of,
        "question": "Đề nghị làm rõ số hồ sơ quá hạn.",
        "asked_by": by,
        "asked_on": of.starts_on,
    }
    asked = ClarifyingQuestion.objects.create(**values | fields)
    asked.messages.create(
        kind="question", text=asked.question, by=asked.asked_by, said_on=asked.asked_on
    )
    return asked


def minutes(of, **fields):
    """Minutes of a working session."""
    values = {
        "inspection": of,
        "kind": Minutes.Kind.WORKING_SESSION,
        "held_on": of.starts_on,
        "place": "Trụ sở UBND huyện Cao Lộc",
        "attendees": "Đoàn kiểm tra; lãnh đạo UBND huyện",
        "content": "Hai bên trao đổi về số hóa hồ sơ.",
    }
    return Minutes.objects.create(**values | fields)

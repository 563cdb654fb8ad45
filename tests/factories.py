"""Making records for tests: plain functions, valid by default, no library.

`world()` gives the small province most tests play in; the rest adds to it.
"""

import itertools
from datetime import date
from types import SimpleNamespace

from django.contrib.auth.models import Group

from findings.models import (
    Conclusion,
    Evidence,
    Explanation,
    Finding,
    FindingUnit,
    Recommendation,
    Remediation,
)
from inspections.models import (
    ClarifyingQuestion,
    Delegation,
    DelegationMember,
    Inspection,
    InspectionType,
    Minutes,
    Plan,
    PlanUnit,
    ReformArea,
    SelfReport,
    Visit,
)
from reform_portal.common.models import User
from reform_portal.common.roles import Role
from units.actors import actor_for
from units.models import (
    CommitteeMember,
    Person,
    Post,
    SteeringCommittee,
    Unit,
    UnitVersion,
)

BEGIN = date(2020, 1, 1)
DAY = date(2024, 6, 17)
PASSWORD = "mat khau thu nghiem"
# States in which the unit's explanation has been sent.
READ_BY_THE_DELEGATION = (
    Inspection.Status.EXPLAINED,
    Inspection.Status.CONCLUDED,
    Inspection.Status.CLOSED,
)

_numbers = itertools.count(1)


def unit(name="Cao Lộc", type="huyện", level="district", *, parent=None, code="", opened=BEGIN):
    """A unit with one open version; returns the version."""
    body = Unit.objects.create(opened_on=opened)
    above = parent and UnitVersion.objects.on(opened).get(unit=parent.unit)
    version = UnitVersion(
        unit=body,
        valid_from=opened,
        name=name,
        type=type,
        level=level,
        code=code,
        parent=above and above.unit,
        path=f"{above.path if above else ''}{body.own_key}",
    )
    version.province = body if level == "province" else above and above.province
    version.district = body if level == "district" else above and above.district
    version.save()
    return version


def person(name, version, *, role=None, title="Chuyên viên", answers=False, day=BEGIN):
    """A person with a post in a unit and, with a role, an account."""
    account = None
    if role:
        account = User.objects.create_user(f"user{next(_numbers)}", password=PASSWORD)
        account.first_name = name
        account.save()
        account.groups.add(Group.objects.get_or_create(name=role)[0])
    human = Person.objects.create(full_name=name, account=account)
    Post.objects.create(
        person=human, unit=version.unit, title=title, held_from=day, answers_for_unit=answers
    )
    return human


def actor(human, day=DAY):
    """This person acting on that day (read afresh)."""
    return actor_for(User.objects.get(pk=human.account_id), day)


def committee(province, agency, chair):
    """The province's steering committee with its chair."""
    body = SteeringCommittee.objects.create(
        unit=province.unit,
        name="Ban Chỉ đạo cải cách hành chính tỉnh",
        short_symbol="BCĐCCHC",
        decision="12/QĐ-UBND",
        established_on=BEGIN,
        standing_agency=agency.unit,
    )
    CommitteeMember.objects.create(
        committee=body, person=chair, role=CommitteeMember.Role.CHAIR, from_on=BEGIN
    )
    return body


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
        number = next(_numbers) + 100
        team = delegation(world, plan(world, number=number, units=[version]))
    values = {
        "code": f"KT-2024-{next(_numbers):03d}",
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


def question(of, *, by, **fields):
    """What the delegation asked the unit."""
    values = {
        "inspection": of,
        "question": "Đề nghị làm rõ số hồ sơ quá hạn.",
        "asked_by": by,
        "asked_on": of.starts_on,
    }
    return ClarifyingQuestion.objects.create(**values | fields)


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


def evidence(of, *, on=None, by, **fields):
    """A small photo of an inspection, with the finding `on`."""
    from django.core.files.base import ContentFile

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
        values |= {"number": next(_numbers), "issued_on": date(2024, 7, 1), "signer": signer}
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


def world():
    """Lạng Sơn in small: the province, a district with two communes, two agencies, its people."""
    province = unit("Lạng Sơn", "tỉnh", "province", code="20")
    district = unit("Cao Lộc", "huyện", "district", parent=province, code="183")
    place = SimpleNamespace(
        province=province,
        district=district,
        commune=unit("Thanh Lòa", "xã", "commune", parent=district, code="06193"),
        second_commune=unit("Hòa Cư", "xã", "commune", parent=district, code="06223"),
        other_district=unit("Văn Lãng", "huyện", "district", parent=province, code="182"),
        home_affairs=unit("Nội vụ", "Sở", "agency", parent=province),
        justice=unit("Tư pháp", "Sở", "agency", parent=province),
        elsewhere=unit("Đồng Tháp", "tỉnh", "province", code="87"),
    )
    place.chair = person("Hồ Tiến Thiệu", province, role=Role.CHAIR, title="Chủ tịch")
    place.planner = person("Nguyễn Hải Hoàng", place.home_affairs, role=Role.PLANNER)
    place.head = person("Sái Văn Đông", place.justice, role=Role.INSPECTOR, title="Giám đốc")
    place.member = person("Lý Thị Mai", place.home_affairs, role=Role.INSPECTOR)
    place.official = person(
        "Hoàng Văn Nam", district, role=Role.OFFICIAL, title="Phó Chủ tịch", answers=True
    )
    place.outsider = person(
        "Trần Văn Xa", place.other_district, role=Role.OFFICIAL, title="Chủ tịch", answers=True
    )
    place.stranger = person("Lê Thị Lạ", place.elsewhere, role=Role.PLANNER)
    place.administrator = person("Đỗ Quản Trị", place.home_affairs, role=Role.ADMINISTRATOR)
    place.auditor = person("Vũ Kiểm Toán", place.home_affairs, role=Role.AUDITOR)
    place.committee = committee(province, place.home_affairs, place.chair)
    return place

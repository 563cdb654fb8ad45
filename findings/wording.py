"""What a new conclusion says before anybody wrote it, composed from the records.

Vietnamese literals, because the paper is an official Vietnamese one (Decree 30/2020/NĐ-CP).
"""

from inspections import schedule
from inspections.models import SelfReport
from reform_portal.common.dates import vn_short_date
from units.models import Post, UnitVersion

CAPACITY = "TM. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN"
ISSUING_BODY = "ĐOÀN KIỂM TRA"
SYMBOL = "TB-ĐKT"
# Whoever knows other words of an issuer hangs them here: (inspection, day) -> {field: text}.
OF_ISSUERS = []


def first_words(inspection, day):
    """The initial values of the conclusion form of an inspection, opened on `day`."""
    plan, version = inspection.plan, inspection.unit_version
    head = inspection.delegation.head
    what = what_is_inspected(plan)
    due_on = schedule.deadline("remediation_report", day, plan=plan)
    words = {
        "subject": f"Kết luận kiểm tra {what} năm {plan.year} tại {version.authority}",
        "bases": "\n".join(_bases(inspection)),
        "opening": _opening(inspection, what, head),
        "implementation": _carrying_out(inspection, day, due_on),
        "remediation_report_due_on": due_on,
        "symbol": SYMBOL,
        "place_name": _version(inspection.province_id, day).name,
        "superior_body": issuer(plan, day).upper(),
        "issuing_body": ISSUING_BODY,
        "signer": head and head.person_id,
        "signer_post": _post_on(head, day) if head else "",
        "capacity": CAPACITY,
        "recipients": "\n".join(_recipients(inspection, issuer(plan, day))),
    }
    for other_words in OF_ISSUERS:
        words |= other_words(inspection, day)
    return words


def what_is_inspected(plan):
    """ "công tác cải cách hành chính", or several joined: the types without their verb."""
    names = [kind.name.removeprefix("Kiểm tra ") for kind in plan.types.all()]
    return ", ".join(names) or "công tác cải cách hành chính"


def issuer(plan, day):
    """The committee that issued the plan, or the authority of the issuing unit."""
    if plan.committee:
        return plan.committee.name
    return _version(plan.issuer_id, day).authority.replace("UBND", "Ủy ban nhân dân", 1)


def _bases(inspection):
    yield cited_plan(inspection)
    if decision := cited_decision(inspection.delegation):
        yield f"Quyết định số {decision} về việc thành lập Đoàn kiểm tra"


def cited_plan(inspection):
    """Kế hoạch số 80/KH-BCĐCCHC ngày 29/5/2024 của … về việc kiểm tra …"""
    plan = inspection.plan
    by = issuer(plan, plan.issued_on or inspection.starts_on)
    dated = f" ngày {vn_short_date(plan.issued_on)}" if plan.issued_on else ""
    title = plan.title[:1].lower() + plan.title[1:]
    return f"Kế hoạch số {plan.reference}{dated} của {by} về việc {title}"


def cited_decision(delegation):
    """12/QĐ-BCĐCCHC ngày 05/6/2024; nothing where none is recorded."""
    signed = f" ngày {vn_short_date(delegation.decision_on)}" if delegation.decision_on else ""
    return f"{delegation.decision}{signed}" if delegation.decision else ""


def _opening(inspection, what, head):
    """When, who, what; period and places stand in part I of the paper."""
    return (
        f"{days_of(inspection)}, {led(inspection, head)} đã tiến hành kiểm tra {what} năm "
        f"{inspection.plan.year} tại {inspection.unit_version.authority}.\n"
        f"Trên cơ sở {considered(inspection)}, Trưởng đoàn kết luận như sau:"
    )


def days_of(inspection):
    """Ngày 17/6/2024; Từ ngày 17/6/2024 đến ngày 18/6/2024."""
    begun, ended = vn_short_date(inspection.starts_on), vn_short_date(inspection.ends_on)
    return f"Ngày {begun}" if begun == ended else f"Từ ngày {begun} đến ngày {ended}"


def led(inspection, head):
    """The delegation, with its head where it has one."""
    who = f" do đồng chí {head.person}, {head.post_title} làm Trưởng đoàn" if head else ""
    return f"{inspection.delegation.name}{who}"


def considered(inspection):
    """What the head really had before him: the report and the explanation only where they came."""
    reported = SelfReport.objects.filter(inspection=inspection, received_on__isnull=False)
    facts = ["báo cáo của đơn vị"] if reported.exists() else []
    facts.append("kết quả kiểm tra")
    if inspection.explanations.sent().exists():
        facts.append("ý kiến giải trình của đơn vị")
    *first, last = facts
    return f"{', '.join(first)} và {last}" if first else last


def units_told(inspection):
    """The inspected unit, and everybody the paper orders something."""
    ordered = inspection.remediations.select_related("unit_version").order_by("unit_version__path")
    units = [inspection.unit_version, *(row.unit_version for row in ordered)]
    return tuple(dict.fromkeys(version.authority for version in units))


def _recipients(inspection, above):
    """Who gets the paper."""
    yield f"{above} (để báo cáo)"
    yield from units_told(inspection)
    yield "Thành viên Đoàn kiểm tra"
    yield "Lưu: VT, CCHC"


def _carrying_out(inspection, day, due_on):
    until = f" trước ngày {vn_short_date(due_on)}" if due_on else ""
    return (
        f"{inspection.unit_version.authority} xây dựng kế hoạch khắc phục, tổ chức thực hiện các "
        f"kiến nghị nêu trên và báo cáo kết quả về {reported_to(inspection.plan, day)}{until}."
    )


def reported_to(plan, day):
    """The standing agency of the committee that issued the plan, or whoever issued it."""
    committee = plan.committee
    agency = committee and _version(committee.standing_agency_on(day), day).authority
    return agency or "cơ quan ban hành kế hoạch"


def _version(unit_id, day):
    """How the unit is on that day, or was last."""
    versions = UnitVersion.objects.filter(unit=unit_id)
    return versions.on(day).first() or versions.order_by("-valid_from").first()


def _post_on(seat, day):
    """The post of a member of the delegation on the day, or the one held when it was formed."""
    post = Post.objects.on(day).filter(person=seat.person_id, unit=seat.post.unit_id).first()
    return post.named_with(_version(post.unit_id, day)) if post else seat.post_title

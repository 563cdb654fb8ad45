"""What a new conclusion says before anybody wrote it, composed from the records.

Vietnamese literals, because the paper is an official Vietnamese one (Decree 30/2020/NĐ-CP).
"""

from inspections import schedule
from units.models import Post, UnitVersion

CAPACITY = "TM. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN"
ISSUING_BODY = "ĐOÀN KIỂM TRA"
SYMBOL = "TB-ĐKT"


def first_words(inspection, day):
    """The initial values of the conclusion form of an inspection, opened on `day`."""
    plan, version = inspection.plan, inspection.unit_version
    head = inspection.delegation.head
    what = what_is_inspected(plan)
    due_on = schedule.deadline("remediation_report", day)
    return {
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
        "recipients": "\n".join(
            [
                f"{issuer(plan, day)} (để báo cáo)",
                version.authority,
                "Thành viên Đoàn kiểm tra",
                "Lưu: VT, CCHC",
            ]
        ),
    }


def what_is_inspected(plan):
    """ "công tác cải cách hành chính", or several joined: the types without their verb."""
    names = [kind.name.removeprefix("Kiểm tra ") for kind in plan.types.all()]
    return ", ".join(names) or "công tác cải cách hành chính"


def issuer(plan, day):
    """The committee that issued the plan, or the authority of the issuing unit."""
    if plan.committee:
        return plan.committee.name
    return _version(plan.issuer_id, day).authority.replace("UBND", "Ủy ban nhân dân", 1)


def short_day(day):
    """05/02/2024 and 17/6/2024, as bases cite papers: months 1 and 2 are padded, no others."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def _bases(inspection):
    plan, delegation = inspection.plan, inspection.delegation
    by = issuer(plan, plan.issued_on or inspection.starts_on)
    dated = f" ngày {short_day(plan.issued_on)}" if plan.issued_on else ""
    title = plan.title[:1].lower() + plan.title[1:]
    yield f"Kế hoạch số {plan.reference}{dated} của {by} về việc {title}"
    if delegation.decision:
        signed = f" ngày {short_day(delegation.decision_on)}" if delegation.decision_on else ""
        yield f"Quyết định số {delegation.decision}{signed} về việc thành lập Đoàn kiểm tra"


def _opening(inspection, what, head):
    begun, ended = inspection.starts_on, inspection.ends_on
    days = f"Ngày {short_day(begun)}"
    if ended != begun:
        days = f"Từ ngày {short_day(begun)} đến ngày {short_day(ended)}"
    led = f" do đồng chí {head.person}, {head.post_title} làm Trưởng đoàn" if head else ""
    places = list(dict.fromkeys(inspection.visits.values_list("place", flat=True)))
    seen = f" Đoàn đã kiểm tra trực tiếp tại: {'; '.join(places)}." if places else ""
    plan = inspection.plan
    return (
        f"{days}, {inspection.delegation.name}{led} đã tiến hành kiểm tra {what} năm {plan.year} "
        f"tại {inspection.unit_version.authority}.{seen}\n"
        f"Thời kỳ kiểm tra: từ ngày {short_day(plan.period_from)} "
        f"đến ngày {short_day(plan.period_to)}.\n"
        "Sau khi xem xét báo cáo của đơn vị, kết quả kiểm tra trực tiếp và ý kiến giải trình, "
        "Trưởng đoàn kết luận như sau:"
    )


def _carrying_out(inspection, day, due_on):
    committee = inspection.plan.committee
    agency = committee and _version(committee.standing_agency_id, day).authority
    until = f" trước ngày {short_day(due_on)}" if due_on else ""
    return (
        f"{inspection.unit_version.authority} xây dựng kế hoạch khắc phục, tổ chức thực hiện các "
        f"kiến nghị nêu trên và báo cáo kết quả về {agency or 'cơ quan ban hành kế hoạch'}{until}."
    )


def _version(unit_id, day):
    """How the unit is on that day, or was last."""
    versions = UnitVersion.objects.filter(unit=unit_id)
    return versions.on(day).first() or versions.order_by("-valid_from").first()


def _post_on(seat, day):
    """The post of a member of the delegation on the day, or the one held when it was formed."""
    post = Post.objects.on(day).filter(person=seat.person_id, unit=seat.post.unit_id).first()
    return post.named_with(_version(post.unit_id, day)) if post else seat.post_title

"""Who signs for a body, and as what, on the day of a paper (Decree 30/2020/NĐ-CP, Art. 13)."""

import re

from django.db.models import Q

from units.models import CommitteeMember, Person, Post, UnitVersion

from .models import DelegationMember
from .symbols import parted

DELEGATION = "ĐKT"
HEADS = ("Chủ tịch", "Giám đốc")
DEPUTY = "Phó "
# Where the head is not named Giám đốc, by the type of the agency.
HEAD_OF = {
    "văn phòng": "Chánh Văn phòng",
    "thanh tra": "Chánh Thanh tra",
    "phòng": "Trưởng phòng",
    "ban": "Trưởng ban",
    "cục": "Cục trưởng",
    "chi cục": "Chi cục trưởng",
}
# Papers name no posts the State does not know: "Thường trực", "phụ trách".
UNOFFICIAL = re.compile(r"\s+(thường trực|phụ trách)\b", re.IGNORECASE)


def of_issuers(issuers, day, besides=None):
    """Everybody who may sign for one of these issuers, and whoever was named before."""
    units = [one.unit for one in issuers if one.committee is None]
    committees = [one.committee for one in issuers if one.committee]
    chosen = Q(pk__in=_leaders(units, day)) | Q(pk__in=_seats(committees, day)) | Q(pk=besides)
    return Person.objects.filter(chosen).order_by("full_name", "pk")


def signs_for(person, unit_id, committee, day):
    """True for the head and the deputies of a committee, or else of the unit."""
    if committee:
        return _seats([committee], day).filter(person=person).exists()
    units = UnitVersion.objects.on(day).filter(unit=unit_id)
    return _leaders(units, day).filter(person=person).exists()


def official(title):
    """A title without what the State does not know as a post."""
    return UNOFFICIAL.sub("", title)


def _leaders(units, day):
    """Who heads one of these units (versions) that day, or stands in for its head."""
    leading = Q(pk__in=[])
    for unit in units:
        leading |= Q(unit=unit.unit_id, title__iregex=_titles(unit))
    return Post.objects.on(day).filter(leading).values("person")


def _titles(unit):
    """The posts of its head and deputies; some write what they lead behind it."""
    head = "Chủ tịch" if unit.is_territorial else HEAD_OF.get(unit.type.casefold(), "Giám đốc")
    led = "|".join(map(re.escape, ("UBND", unit.type, unit.title, unit.authority)))
    return rf"^({DEPUTY})?{head}( (thường trực|phụ trách))?( ({led}))?( (thường trực|phụ trách))?$"


def _seats(committees, day):
    seats = CommitteeMember.objects.on(day).filter(committee__in=committees)
    return seats.filter(role__in=CommitteeMember.APPROVING).values("person")


def capacity_of(person, inspection, symbol, day):
    """Lines for who signs a paper of this symbol about an inspection; "" where nobody can know.

    The symbol says for whom: the delegation, the committee of the plan, or the signer's unit.
    """
    letters, committee = parted(symbol)[1], inspection.plan.committee
    if letters == DELEGATION:
        leads = inspection.delegation.role_of(person.pk) == DelegationMember.Role.HEAD
        return "TM. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN" if leads else ""
    if committee and letters == committee.short_symbol:
        return _as_a_leader(committee.seats.on(day).filter(person=person).first())
    return _by_post(person, day)


def _as_a_leader(seat):
    if seat is None or seat.role not in CommitteeMember.APPROVING:
        return ""
    lines = ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN"]
    if seat.role != CommitteeMember.Role.CHAIR:
        lines[1:] = ["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"]
    return "\n".join(lines)


def _by_post(person, day):
    """Of the post as head or deputy of a unit; others sign by order, which they say themselves."""
    for post in Post.objects.on(day).filter(person=person).order_by("-held_from", "-pk"):
        head = next((one for one in HEADS if _is(post.title, one)), None)
        unit = UnitVersion.objects.on(day).filter(unit=post.unit_id).first()
        if head and unit:
            lines = ["TM. ỦY BAN NHÂN DÂN"] if unit.is_territorial else []
            is_deputy = post.title.startswith(DEPUTY)
            lines += [f"KT. {head}", f"{DEPUTY}{head}"] if is_deputy else [head]
            return "\n".join(lines).upper()
    return ""


def _is(title, head):
    return title.startswith((head, f"{DEPUTY}{head}"))

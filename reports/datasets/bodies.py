"""Who issues a paper and who signs it, as the head and the foot of the paper name them.

Units, posts and seats are those of the paper's day. The lines of capacity follow Decree
30/2020/NĐ-CP, Article 13 and Annex I: on behalf of a collective body "TM.", in place of its head
"KT."; a committee that uses the seal of its host names the own post too.
"""

from dataclasses import dataclass

from inspections.issuers import Issuer
from inspections.models import DelegationMember
from inspections.signers import official
from reports.papers.content import Signature
from units.heirs import standing_for
from units.models import CommitteeMember, Post, UnitVersion

DEPUTY = "Phó "
PEOPLES_COMMITTEE = "Ủy ban nhân dân"
DELEGATION = "ĐKT"
WHOLE = "\u00a0"
SEAT = CommitteeMember.Role


@dataclass(frozen=True)
class Body:
    """An issuer: its two lines in the head, its name in running text, its letters, its place."""

    superior: str
    head: str
    name: str
    letters: str  # as in KH-BCĐCCHC
    place: str

    def symbol(self, kind):
        """What stands after the number: KH-BCĐCCHC; a letter has no kind: SNV-CCHC."""
        return f"{kind}-{self.letters}" if kind else f"{self.letters}-CCHC"

    @property
    def values(self):
        """The fields of a paper that its issuer fills."""
        return {
            "superior_body": self.superior,
            "issuing_body": self.head,
            "issuing_name": self.name,
            "place": self.place,
        }


def version_on(unit_id, day):
    """The unit as it was that day; of one that had ended or not begun the nearest version."""
    known = list(UnitVersion.objects.filter(unit=unit_id).order_by("valid_from"))
    begun = [version for version in known if version.valid_from <= day]
    return (begun or known)[-1 if begun else 0]


def of_unit(unit_id, day):
    """An authority (UBND huyện Cao Lộc) or an agency (Sở Nội vụ)."""
    version = version_on(unit_id, day)
    letters = Issuer(version).symbol.removeprefix("KH-")
    if version.is_territorial:
        name = f"{PEOPLES_COMMITTEE} {version.title}"
        # The name of the place stays whole on its line of the head.
        head = f"{PEOPLES_COMMITTEE} {version.title.replace(' ', WHOLE)}"
        return Body("", head.upper(), name, letters, version.name)
    above = version_on(version.parent_id, day)
    head = version.title.upper()
    return Body(above.authority.upper(), head, version.title, letters, above.name)


def of_plan(plan, day):
    """The committee that issued a plan, or the authority of its issuing unit."""
    if plan.committee is None:
        return of_unit(plan.issuer_id, day)
    host = version_on(plan.issuer_id, day)
    name = plan.committee.name
    head = name.removesuffix(f" {host.title}")
    place = host.name if host.is_territorial else version_on(host.parent_id, day).name
    return Body(host.authority.upper(), head.upper(), name, plan.committee.short_symbol, place)


def of_delegation(delegation, day):
    """A delegation, under the body that sent it."""
    sender = of_plan(delegation.plan, day)
    return Body(sender.name.upper(), "ĐOÀN KIỂM TRA", delegation.name, DELEGATION, sender.place)


def follows_up(plan, day):
    """The body that follows recommendations: the standing agency, or the issuing unit."""
    return of_unit(followed_up_by(plan, day), day)


def followed_up_by(plan, day):
    """Its unit, or what took it over by that day."""
    unit_id = plan.committee.standing_agency_on(day) if plan.committee else plan.issuer_id
    standing = standing_for([unit_id], day).get(unit_id)
    return standing.unit_id if standing else unit_id


def head_of(plan, day):
    """Who heads the issuer: "Trưởng Ban Chỉ đạo …", "Chủ tịch Ủy ban nhân dân …", "Giám đốc …"."""
    name = of_plan(plan, day).name
    if plan.committee:
        return f"Trưởng {name}"
    return f"{first_post_of(plan.issuer_id, day)} {name}"


def first_post_of(unit_id, day):
    """The title of the head of a unit: Chủ tịch of an authority, Giám đốc of an agency."""
    return "Chủ tịch" if version_on(unit_id, day).is_territorial else "Giám đốc"


def addressed(version):
    """Whom an order to a unit binds: "Chủ tịch UBND huyện Cao Lộc", "Giám đốc Sở Nội vụ"."""
    head = "Chủ tịch" if version.is_territorial else "Giám đốc"
    return f"{head} {version.authority}"


def signed_for_plan(plan, day, *, signer=None, in_person=False):
    """Signature of the issuer of a plan by its head, or by `signer` for the head.

    `in_person`: the head decides, not the collective ("TRƯỞNG BAN", without "TM.").
    """
    if plan.committee:
        return _for_committee(plan.committee, day, signer, in_person)
    return signed_for_unit(plan.issuer_id, day, signer=signer, in_person=in_person)


def signed_for_unit(unit_id, day, *, signer=None, in_person=False):
    """Signature of an authority ("TM. ỦY BAN NHÂN DÂN") or of an agency ("GIÁM ĐỐC")."""
    post = _post_of(unit_id, day, signer)
    head = first_post_of(unit_id, day)
    title = official(post.title) if post else head
    collective = head == "Chủ tịch" and not in_person
    lines = [f"TM. {PEOPLES_COMMITTEE}"] if collective else []
    lines += [f"KT. {title.removeprefix(DEPUTY)}", title] if _is_deputy(title) else [title]
    return Signature(_caps(lines), name=post.person.full_name if post else "")


def signed_for_delegation(delegation):
    """Signature of the head of a delegation, with the post held when it was formed."""
    seat = delegation.head
    capacity = ("TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN")
    if seat is None:
        return Signature(capacity)
    return Signature(capacity, official(seat.post_title).upper(), seat.person.full_name)


def _for_committee(committee, day, signer, in_person):
    seats = committee.seats.on(day).with_posts(day)
    wanted = seats.filter(person=signer) if signer else seats.filter(role=SEAT.CHAIR)
    seat = wanted.first()
    lines = [] if in_person else ["TM. Ban Chỉ đạo"]
    if seat and seat.role != SEAT.CHAIR:
        lines += ["KT. Trưởng Ban", "Phó Trưởng Ban"]
    else:
        lines += ["Trưởng Ban"]
    if seat is None:
        return Signature(_caps(lines))
    return Signature(_caps(lines), official(seat.title_on(day)).upper(), seat.person.full_name)


def _post_of(unit_id, day, signer):
    """The post of the signer in the unit; without one, of its head, or of who answers for it."""
    held = list(Post.objects.on(day).filter(unit=unit_id).select_related("person").order_by("pk"))
    if signer:
        return next((post for post in held if post.person_id == signer.pk), None)
    head = first_post_of(unit_id, day)
    heads = [post for post in held if official(post.title) == head]
    deputies = [post for post in held if official(post.title) == f"{DEPUTY}{head}"]
    return next(iter(heads or deputies), None)


def _is_deputy(title):
    return title.startswith(DEPUTY)


def _caps(lines):
    return tuple(line.upper() for line in lines)


def seats_of(delegation):
    """Who sits in a delegation, from its head down, with the areas in charge."""
    seats = DelegationMember.objects.filter(delegation=delegation).by_role()
    return list(seats.select_related("person").prefetch_related("areas"))

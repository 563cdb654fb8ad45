"""People in a text for the public: those the portal knows by name, and what reads like a person.

Names of individuals at fault are never public (domain §7.2). Who led the delegation and who signed
are public facts; they may be named, with a reason.
"""

import re
from dataclasses import dataclass
from itertools import takewhile

from inspections.models import DelegationMember
from reform_portal.common.text import nfc
from units.models import Person

from .spellings import APOSTROPHES, key_of, spellings_of

WORD = re.compile(r"[^\W\d_]+")
# H'Bia and Y-Bhăm are one word each; in "Nam-Trưởng phòng" the parts are.
JOINED = re.compile(rf"[^\W\d_]+(?:[{APOSTROPHES}-][^\W\d_]+)*")
# A name has two words at least; the longest of the portal has hardly more than six.
SHORTEST, LONGEST = 2, 6
AT_ONCE = 500
# What follows is only looked at: somebody else may be addressed in it.
ADDRESSED = re.compile(
    r"\b(?:ông|bà|đồng chí|đ/c|anh|chị|cô|chú)\s+(?=([^\n]{1,60}))", re.IGNORECASE
)
# What follows "đồng chí" or "bà" with a capital and is no name: posts, and the town Bà Rịa.
NO_NAMES = frozenset(
    [
        "Bí",
        "Chánh",
        "Chủ",
        "Chuyên",
        "Cục",
        "Giám",
        "Hiệu",
        "Phó",
        "Thư",
        "Trưởng",
        "Ủy",
        "Đội",
        "Đoàn",
        "Tổ",
        "Thủ",
        "Viện",
        "Rịa",
    ]
)
NUMBERS = re.compile(r"(?<!\d)(?:\+84|0)\d(?:[ .]?\d){7,10}(?!\d)|\S+@\S+\.\S+")


@dataclass(frozen=True)
class Named:
    """Who stands in a text: `barred` must go, `proper` need a reason, `likely` read like people,

    `private` are telephone numbers, numbers of identity cards and e-mail addresses.
    """

    barred: tuple = ()
    proper: tuple = ()
    likely: tuple = ()
    private: tuple = ()

    @property
    def anybody(self):
        return bool(self.barred or self.proper or self.likely or self.private)


def people_in(text, inspection):
    """Everybody found in the text."""
    text = nfc(text)
    known, may = set(_known_in(text)), set(_may_be_named(inspection))
    likely = {name for name in _addressed_in(text) if not _is_part_of(name, known)}
    return Named(
        barred=tuple(sorted(known - may)),
        proper=tuple(sorted(known & may)),
        likely=tuple(sorted(likely)),
        private=tuple(dict.fromkeys(NUMBERS.findall(text))),
    )


def _known_in(text):
    """Full names of people of the portal, however the text writes them."""
    runs = set()
    for line in text.splitlines():
        for kind in (WORD, JOINED):
            runs.update(_runs(kind.findall(line)))
    asked = sorted(runs)
    for start in range(0, len(asked), AT_ONCE):
        found = Person.objects.filter(full_name__in=asked[start : start + AT_ONCE])
        yield from found.values_list("full_name", flat=True)


def _runs(words):
    """Every row of words that may be a name, in all the ways it may be written."""
    for size in range(SHORTEST, LONGEST + 1):
        for at in range(len(words) - size + 1):
            yield from spellings_of(words[at : at + size])


def _may_be_named(inspection):
    head = DelegationMember.objects.filter(
        delegation=inspection.delegation_id, role=DelegationMember.Role.HEAD
    )
    yield from head.values_list("person__full_name", flat=True)
    paper = getattr(inspection, "conclusion", None)
    if paper and paper.signer_id:
        yield paper.signer.full_name


def _addressed_in(text):
    """The capitalised words behind "ông", "bà", "đồng chí"."""
    for rest in ADDRESSED.findall(text):
        words = (word.strip('.,;:()“”"') for word in rest.split())
        name = list(takewhile(lambda word: word[:1].isupper(), words))
        if name and name[0] not in NO_NAMES:
            yield " ".join(name)


def _is_part_of(name, known):
    said = f" {key_of(name)} "
    return any(said in one or one in said for one in (f" {key_of(one)} " for one in known))

"""Which words each kind of paper leaves to its issuer, and which fields those words may name.

The layout of Decree 30/2020/NĐ-CP is not among them. The list is closed: a field that is not in
it cannot be named, so a template reads nothing but what its paper was given.
"""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

# What comes with the portal; a new release with other words is another version.
BUILT_IN = "2026.2"
LINE_OF_A_CAPACITY, LINES_OF_A_CAPACITY = 100, 4
LONGEST_LINE, LONGEST, MOST_LINES = 1_500, 6_000, 30


class Kind(models.TextChoices):
    """Papers whose words can be chosen; a draft conclusion reads as the conclusion will."""

    PLAN = "plan", _("plan")
    AMENDING_PLAN = "amending_plan", _("amending plan")
    DECISION = "decision", _("decision on the delegation")
    NOTICE = "notice", _("notice to the unit")
    OUTLINE = "outline", _("outline of the self-report")
    MINUTES = "minutes", _("minutes")
    CONCLUSION = "conclusion", _("conclusion and its draft")
    URGING = "urging", _("letter urging remediation")
    REMEDIATION_REPORT = "remediation_report", _("remediation report")


@dataclass(frozen=True)
class Slot:
    """A place for words on a paper: each line is a paragraph, a basis, a recipient, a capacity."""

    name: str
    label: str
    text: str  # what stands there where no issuer chose other words
    required: bool = True
    longest_line: int = LONGEST_LINE
    most_lines: int = MOST_LINES
    hint: str = ""


@dataclass(frozen=True)
class Form:
    """The slots of a kind of paper in the order of the paper, and the fields they may name."""

    kind: str
    slots: tuple[Slot, ...]
    fields: tuple[str, ...]

    def __post_init__(self):
        assert set(self.fields) <= set(FIELDS), set(self.fields) - set(FIELDS)

    @property
    def built_in(self):
        """{slot: text} as it comes with the portal."""
        return {slot.name: slot.text for slot in self.slots}

    @property
    def explained(self):
        """(name, what it stands for) of each field."""
        return [(name, FIELDS[name]) for name in self.fields]


# Every field there is. A line whose field has no value on a paper is left out.
FIELDS = {
    "don_vi_ban_hanh": _("who issues the paper"),
    "ban_chi_dao": _("the steering committee that issued the plan"),
    "quyet_dinh_ban_chi_dao": _("the decision that established the committee"),
    "co_quan_thuong_truc": _("who follows the recommendations: the standing agency"),
    "trich_yeu": _("the subject of the paper"),
    "nam": _("the year"),
    "noi_dung_kiem_tra": _("what is inspected"),
    "can_cu_linh_vuc": _("the bases of the reform areas, one on each line"),
    "cac_don_vi_duoc_kiem_tra": _("the inspected units, one on each line"),
    "tham_quyen_ky": _("the lines of capacity that follow from the signer's post or seat"),
    "ke_hoach": _("the plan with number, day, issuer and subject"),
    "so_ky_hieu_ke_hoach": _("number and symbol of the plan"),
    "ke_hoach_duoc_sua": _("the amended plan with number, day, issuer and subject"),
    "so_ky_hieu_ke_hoach_duoc_sua": _("number and symbol of the amended plan"),
    "co_quan_ban_hanh_ke_hoach": _("who issued the plan"),
    "doan_kiem_tra": _("the delegation"),
    "doan_va_truong_doan": _("the delegation with its head"),
    "so_quyet_dinh_doan": _("the decision on the delegation, its number and symbol"),
    "nguoi_de_nghi": _("who proposed the decision"),
    "nguoi_thi_hanh": _("who carries the decision out"),
    "don_vi_duoc_kiem_tra": _("the inspected unit"),
    "don_vi_thuc_hien": _("the inspected unit and all that got recommendations, one on each line"),
    "don_vi_bao_cao": _("the unit that reports"),
    "don_vi_va_nhiem_vu_tiep_nhan": _("the unit that reports, and whose tasks it took over"),
    "noi_bao_cao": _("whom the unit reports to"),
    "han_bao_cao": _("until when the unit reports"),
    "thoi_gian": _("the days of the inspection"),
    "co_so_ket_luan": _("what the head had before him: report, results, explanation"),
    "ngay": _("the day of the paper"),
    "dia_diem": _("the place"),
    "thong_bao_ket_luan": _("the conclusion with number, day, issuer and subject"),
    "han_tra_loi": _("until when an answer is asked for"),
}

BASES = _("Bases")
OPENING = _("Opening")
CLOSING = _("Closing sentence")
RECIPIENTS = _("Recipients (Nơi nhận)")
SIGNATURE = _("Lines of capacity above the signature")


def bases(text, *, required=True):
    return Slot("bases", BASES, text, required, hint=_("One on each line."))


def recipients(*lines):
    return Slot("recipients", RECIPIENTS, "\n".join(lines), hint=_("One on each line."))


def signature(text="{tham_quyen_ky}", *, name="signature", label=SIGNATURE):
    hint = _("The name of the signer comes from the record and is not part of a template.")
    return Slot(name, label, text, True, LINE_OF_A_CAPACITY, LINES_OF_A_CAPACITY, hint)

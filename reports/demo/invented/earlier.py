"""Invented: the inspections of 2022 to 2025 beside those of plan 80."""

from dataclasses import dataclass
from datetime import date, timedelta

from inspections.models import DelegationMember, Inspection

from .. import script
from . import case

R = DelegationMember.Role
S = Inspection.Status


@dataclass(frozen=True)
class Round:
    """A plan, its one delegation and its inspections: (unit, month, day, state)."""

    number: int
    issued: date
    title: str
    head: str
    inspections: tuple
    symbol: str = "KH-BCĐCCHC"
    types: tuple = ("cchc",)
    areas: tuple = script.ALL_AREAS
    first_conclusion: int = 1


ROUNDS = (
    Round(
        45,
        date(2022, 4, 12),
        "Kiểm tra công tác cải cách hành chính năm 2022",
        "hoang_thi_hien",
        (
            ("loc_binh", 5, 17, S.CLOSED),
            ("huu_lung", 5, 24, S.CLOSED),
            ("chi_lang", 6, 7, S.CLOSED),
            ("so_tnmt", 8, 16, S.CLOSED),
            ("van_quan", 9, 6, S.CONCLUDED),
        ),
    ),
    Round(
        62,
        date(2023, 4, 20),
        "Kiểm tra công tác cải cách hành chính năm 2023",
        "duong_xuan_huyen",
        (
            ("binh_gia", 5, 16, S.CLOSED),
            ("dinh_lap", 5, 30, S.CLOSED),
            ("bac_son", 6, 13, S.CLOSED),
            ("so_nnptnt", 9, 12, S.CONCLUDED),
            ("trang_dinh", 9, 19, S.CANCELLED),
        ),
    ),
    Round(
        112,
        date(2024, 3, 5),
        "Kiểm tra việc kiểm soát thủ tục hành chính năm 2024",
        "hua_thi_lan",
        (
            ("so_xay_dung", 4, 9, S.CLOSED),
            ("chi_lang", 9, 17, S.CONCLUDED),
            ("huu_lung", 10, 8, S.CONCLUDED),
        ),
        symbol="KH-UBND",
        types=("tthc_control",),
        areas=("A0", "A2", "A6"),
        first_conclusion=11,
    ),
    Round(
        30,
        date(2025, 2, 18),
        "Kiểm tra công tác cải cách hành chính và công vụ năm 2025",
        "sai_van_dong",
        (
            ("loc_binh", 3, 18, S.CLOSED),
            ("van_lang", 4, 15, S.CLOSED),
            ("dinh_lap", 5, 13, S.CONCLUDED),
        ),
        types=("cchc", "public_duty"),
    ),
    Round(
        88,
        date(2025, 7, 22),
        "Kiểm tra hoạt động của Bộ phận Một cửa cấp xã năm 2025",
        "hoang_thi_hien",
        (
            ("xa_dong_dang", 8, 12, S.CLOSED),
            ("xa_cao_loc", 8, 19, S.CONCLUDED),
        ),
        areas=("A2", "A6"),
        first_conclusion=21,
    ),
)


def play(stage, rounds):
    for seed, told in enumerate(rounds):
        _play(stage, told, seed * 7 + 3)


def before(year):
    return [told for told in ROUNDS if told.issued.year < year]


def of(year):
    return [told for told in ROUNDS if told.issued.year == year]


def since(year):
    return [told for told in ROUNDS if told.issued.year >= year]


def _play(stage, told, seed):
    submitted = told.issued - timedelta(days=4)
    plan = _plan(stage, told, submitted)
    team = _team(stage, plan, told)
    for at, (unit, month, day, state) in enumerate(told.inspections):
        began = date(told.issued.year, month, day)
        number = told.first_conclusion + at
        one = case.Case(unit, began, state, seed + at, number)
        inspection = case.play(stage, team, one, scheduled=team.formed_on)
        if state == S.CONCLUDED:
            case.carry_out_in_part(stage, inspection, one)


def _plan(stage, told, submitted):
    plan = script.draft_plan(
        stage,
        on=submitted,
        units=[(unit, month) for unit, month, _day, _state in told.inspections],
        types=told.types,
        areas=told.areas,
        number=told.number,
        symbol=told.symbol,
        committee=told.symbol == "KH-BCĐCCHC",
        issued_on=told.issued,
        year=told.issued.year,
        title=told.title,
        period_from=date(told.issued.year - 1, 1, 1),
        period_to=date(told.issued.year, 6, 30),
    )
    return script.approve(stage, plan, submitted=submitted, on=told.issued)


def _team(stage, plan, told):
    return script.form_delegation(
        stage,
        plan,
        on=told.issued + timedelta(days=6),
        name=f"Đoàn kiểm tra theo Kế hoạch {plan.reference}",
        head=told.head,
        members=[
            ("nong_thi_hoa", R.DEPUTY_HEAD),
            ("luong_thu_trang", R.SECRETARY),
            ("ly_thi_mai", R.MEMBER, ("A2", "A6")),
        ],
    )

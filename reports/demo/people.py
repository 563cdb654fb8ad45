"""The people the sources name, with the posts and seats they name, and how people are made.

Sources: the articles of 17/6/2024 and of 1/11/2023. The first day of a post or a seat is in
neither; `TERM`, the first day of the People's Councils' term 2021-2026, stands for it.
"""

from datetime import date

from reform_portal.common.roles import Role
from units.actions import committees, people
from units.models import CommitteeMember

from . import accounts
from .invented.decisions import decision_on

TERM = date(2021, 7, 1)
SEAT = CommitteeMember.Role

# key, name, unit, post, roles in the portal
NAMED = (
    ("ho_tien_thieu", "Hồ Tiến Thiệu", "lang_son", "Chủ tịch", [Role.CHAIR]),
    (
        "duong_xuan_huyen",
        "Dương Xuân Huyên",
        "lang_son",
        "Phó Chủ tịch Thường trực",
        [Role.CHAIR, Role.INSPECTOR],
    ),
    (
        "hoang_thi_hien",
        "Hoàng Thị Hiền",
        "so_noi_vu",
        "Giám đốc",
        [Role.CHAIR, Role.INSPECTOR],
    ),
    ("sai_van_dong", "Sái Văn Đông", "so_tu_phap", "Giám đốc", [Role.INSPECTOR]),
    ("nguyen_trong_hung", "Nguyễn Trọng Hùng", "so_tttt", "Phó Giám đốc phụ trách", []),
    ("nguyen_hai_hoang", "Nguyễn Hải Hoàng", "phong_cchc", "Chuyên viên", [Role.PLANNER]),
    ("hoang_minh_tuyen", "Hoàng Minh Tuyền", "phong_cchc", "Chuyên viên", []),
)
SEATS = (
    ("ho_tien_thieu", SEAT.CHAIR),
    ("duong_xuan_huyen", SEAT.VICE_CHAIR),
    ("hoang_thi_hien", SEAT.VICE_CHAIR),
    ("sai_van_dong", SEAT.MEMBER),
)


def add(stage, key, name, unit, title, roles=(), **terms):
    """A person with a post (terms as for `appoint`) and, with roles, an account."""
    stage.people[key] = people.add_person(by=None, full_name=name)
    stage.posts[key] = appoint(stage, key, unit, title, **terms)
    if roles:
        accounts.give(stage.people[key], key, roles)


def appoint(stage, key, unit, title, *, answers=False, since=TERM, until=None):
    return people.appoint(
        stage.people[key],
        by=None,
        unit=stage.units[unit],
        title=title,
        held_from=since,
        held_to=until,
        answers_for_unit=answers,
        decision=decision_on(title, since, number=len(stage.posts) + 101),
    )


def sit(stage, key, role):
    """A seat on the committee, by virtue of the person's post."""
    day = stage.committee.established_on
    committees.seat(stage.committee, by=None, post=stage.posts[key], role=role, from_on=day)


def build(stage):
    for key, name, unit, title, roles in NAMED:
        add(stage, key, name, unit, title, roles)


def establish(stage, *, decision, day):
    """The steering committee with the seats the sources name, and its standing agency."""
    stage.committee = committees.establish_committee(
        by=None,
        unit=stage.province,
        name="Ban Chỉ đạo cải cách hành chính tỉnh Lạng Sơn",
        short_symbol="BCĐCCHC",
        decision=decision,
        established_on=day,
        standing_agency=stage.units["so_noi_vu"],
    )
    for key, role in SEATS:
        sit(stage, key, role)

"""Who signs a plan: its head unless somebody is named, and then only who signs for the issuer."""

from datetime import UTC, date, datetime

import pytest

from inspections.actions.plans import create_plan, edit_plan
from inspections.issuers import Issuer
from inspections.models import Plan
from inspections.signers import capacity_of, of_issuers
from reform_portal.common.workflow import Refused
from reports.datasets import plan_paper
from units.models import CommitteeMember

WORDS = {
    "types": [],
    "areas": [],
    "year": 2024,
    "symbol": "KH-STP",
    "title": "Kế hoạch",
    "period_from": date(2024, 1, 1),
    "period_to": date(2024, 6, 30),
}
AS_OF = datetime(2024, 7, 5, 2, 30, tzinfo=UTC)


@pytest.fixture
def deputy(world):
    """The head of the world's delegation sits in the committee as a deputy too."""
    CommitteeMember.objects.create(
        committee=world.committee, person=world.head, role="vice_chair", from_on=date(2021, 1, 1)
    )
    return world.head


@pytest.fixture
def draft(browse, plan_words):
    def sent(**changes):
        return browse("planner").post("/plans/new/", plan_words(**changes))

    return sent


def signed(plan):
    return plan_paper.paper(plan, as_of=AS_OF, reader=None).signatures[0]


def test_a_deputy_signs_in_place_of_the_head(draft, deputy, browse):
    assert draft(signer=deputy.pk).status_code == 302

    plan = Plan.objects.get()
    assert signed(plan).capacity_lines == ("TM. BAN CHỈ ĐẠO", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")
    assert signed(plan).name == deputy.full_name
    assert f"<dd>{deputy}" in browse("planner").get(plan.get_absolute_url()).text


def test_nobody_named_the_head_signs(draft):
    draft()

    assert signed(Plan.objects.get()).capacity_lines == ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN")


def test_what_is_written_as_capacity_stands_on_the_paper(draft, deputy):
    draft(signer=deputy.pk, capacity="TUQ. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN")

    assert signed(Plan.objects.get()).capacity_lines == ("TUQ. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")


def test_who_does_not_sign_for_the_issuer_is_refused(draft, deputy, world):
    province = f"unit-{world.province.unit_id}"

    answer = draft(signer=deputy.pk, issued_by=province, symbol="KH-UBND")

    assert answer.status_code == 422
    assert "signer" in answer.context["form"].errors
    assert not Plan.objects.exists()


@pytest.mark.parametrize(
    ("title", "signs"),
    [
        ("Giám đốc", True),
        ("Phó Giám đốc phụ trách", True),
        ("Giám đốc Sở", True),
        ("Giám đốc Trung tâm Trợ giúp pháp lý", False),
        ("Trưởng phòng", False),
        ("Chuyên viên", False),
    ],
)
def test_head_and_deputies_of_a_department_sign(title, signs, make, world, planner):
    somebody = make.person("Đàm Thị Hiền", world.justice, title=title)
    words = {"issuer_id": world.justice.unit_id, "issued_on": make.DAY, **WORDS}

    offered = of_issuers([Issuer(world.justice)], make.DAY)

    assert (somebody in offered) == signs
    if signs:
        assert create_plan(by=planner, signer=somebody, **words).signer == somebody
        return
    with pytest.raises(Refused, match="Đàm Thị Hiền"):
        create_plan(by=planner, signer=somebody, **words)


@pytest.mark.parametrize(
    ("type", "level", "title"),
    [
        ("xã", "commune", "Phó Chủ tịch Thường trực"),
        ("Văn phòng", "agency", "Chánh Văn phòng"),
        ("Phòng", "agency", "Phó Trưởng phòng"),
    ],
)
def test_heads_have_other_names_elsewhere(type, level, title, make, world):
    unit = make.unit("Đồng Đăng", type, level, parent=world.district)
    leader = make.person("Đàm Thị Hiền", unit, title=title)
    make.person("Lê Văn Tám", unit, title="Giám đốc Trung tâm")

    assert [*of_issuers([Issuer(unit)], make.DAY)] == [leader]


def test_a_draft_does_not_take_somebody_who_does_not_sign(make, world, planner):
    plan = make.plan(world, status="draft")

    with pytest.raises(Refused, match="Lý Thị Mai"):
        edit_plan(
            plan, plan.version, by=planner, committee=plan.committee, signer=world.member, **WORDS
        )


def test_somebody_unknown_is_no_choice(draft, world):
    answer = draft(signer=world.auditor.pk)

    assert "signer" in answer.context["form"].errors


def test_a_signer_stays_a_choice_after_leaving(draft, deputy, browse):
    draft(signer=deputy.pk)
    CommitteeMember.objects.filter(person=deputy).update(to_on=date(2024, 6, 1))

    page = browse("planner").get(f"/plans/{Plan.objects.get().pk}/edit/").text

    assert f'<option value="{deputy.pk}" selected>' in page


@pytest.mark.parametrize(
    ("symbol", "lines"),
    [
        ("TB-ĐKT", "TM. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN"),
        ("TB-BCĐCCHC", "TM. BAN CHỈ ĐẠO\nKT. TRƯỞNG BAN\nPHÓ TRƯỞNG BAN"),
        ("TB-STP", "GIÁM ĐỐC"),
    ],
)
def test_a_notice_takes_the_capacity_from_its_signer_and_symbol(make, world, deputy, symbol, lines):
    inspection = make.inspection(world)

    assert capacity_of(deputy, inspection, symbol, date(2024, 6, 3)) == lines


@pytest.mark.parametrize("title", ["Phó Giám đốc", "Phó Giám đốc phụ trách"])
def test_a_deputy_of_an_agency_signs_for_its_director(make, world, title):
    world.head.posts.update(title=title)

    lines = capacity_of(world.head, make.inspection(world), "TB-STP", date(2024, 6, 3))

    assert lines == "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"


def test_an_authority_is_a_collective(make, world):
    world.head.posts.update(title="Phó Chủ tịch Thường trực", unit=world.district.unit)

    lines = capacity_of(world.head, make.inspection(world), "TB-UBND", date(2024, 6, 3))

    assert lines == "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"


def test_who_leads_nothing_says_it_himself(make, world):
    inspection = make.inspection(world)

    assert capacity_of(world.member, inspection, "TB-SNV", date(2024, 6, 3)) == ""
    assert capacity_of(world.member, inspection, "TB-ĐKT", date(2024, 6, 3)) == ""

"""Plans at every level: who may issue one, in whose name, and what it may inspect."""

from datetime import date

import pytest

from inspections import permissions, waiting
from inspections.models import Plan
from reform_portal.common.roles import Role
from tests.conftest import signed_in
from tests.reformed import end

NEW = "/plans/new/"


@pytest.fixture
def clerk(make, world):
    """Somebody who plans for the district, in an office below it."""
    world.office = make.unit("Nội vụ", "Phòng", "agency", parent=world.district)
    return make.person("Đinh Thị Kế", world.office, role=Role.PLANNER)


def offered(client):
    return [
        str(label) for _key, label in client.get(NEW).context["form"].fields["issued_by"].choices
    ]


def authority(version):
    return f"unit-{version.unit_id}"


def test_home_affairs_issues_for_the_province_its_committee_and_itself(browse):
    assert offered(browse("planner")) == [
        "UBND tỉnh Lạng Sơn",
        "Ban Chỉ đạo cải cách hành chính tỉnh",
        "Sở Nội vụ",
    ]


def test_an_office_of_a_district_issues_for_the_district(clerk, today):
    assert "UBND huyện Cao Lộc" in offered(signed_in(clerk))
    assert "UBND huyện Văn Lãng" not in offered(signed_in(clerk))


def test_the_lowest_authority_is_offered_first_with_its_symbol(clerk, today, world):
    form = signed_in(clerk).get(NEW).context["form"]

    assert form.initial["issued_by"] == authority(world.district)
    assert form.initial["symbol"] == "KH-UBND"


def test_a_district_issues_a_plan_in_the_scope_of_its_province(clerk, today, world, plan_words):
    words = plan_words(issued_by=authority(world.district), symbol="", number=49)

    signed_in(clerk).post(NEW, words)

    plan = Plan.objects.get()
    assert (str(plan), plan.committee) == ("49/KH-UBND", None)
    assert (plan.issuer_id, plan.province_id) == (world.district.unit_id, world.province.unit_id)


def test_a_commune_issues_its_own_plan_today(make, world, today, plan_words):
    clerk = make.person("Hà Văn Xã", world.commune, role=Role.PLANNER)

    signed_in(clerk).post(NEW, plan_words(issued_by=authority(world.commune), symbol=""))

    assert Plan.objects.get().issuer_id == world.commune.unit_id


def test_a_department_has_a_symbol_of_its_own(browse, world, plan_words):
    browse("planner").post(NEW, plan_words(issued_by=authority(world.home_affairs), symbol=""))

    assert Plan.objects.get().symbol == "KH-SNV"


def test_nobody_issues_for_a_unit_beside_the_own(clerk, today, world, plan_words):
    answer = signed_in(clerk).post(NEW, plan_words(issued_by=authority(world.other_district)))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["issued_by"])
    assert not Plan.objects.exists()


@pytest.mark.embedded
def test_two_issuers_use_the_same_number(clerk, today, make, world, plan_words):
    make.plan(world, number=49, symbol="KH-UBND", committee=None)

    signed_in(clerk).post(
        NEW, plan_words(issued_by=authority(world.district), symbol="KH-UBND", number=49)
    )

    assert Plan.objects.filter(number=49, symbol="KH-UBND").count() == 2


def test_an_issuer_that_did_not_exist_on_the_date_is_refused(make, world, today, plan_words):
    new = make.unit("Hiệp Nam", "xã", "commune", parent=world.province, opened=date(2024, 6, 1))
    clerk = make.person("Hà Văn Xã", new, role=Role.PLANNER)

    answer = signed_in(clerk).post(NEW, plan_words(issued_by=authority(new)))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["issued_by"])


def test_a_plan_keeps_an_issuer_that_ended(browse, make, world, plan_words):
    plan = make.plan(world, status="draft", committee=None, issuer=world.district.unit)
    end(world.district, world.other_district, day=date(2024, 6, 1))

    words = plan_words(issued_by=authority(world.district), title="Tên mới", version=1)
    browse("planner").post(f"/plans/{plan.pk}/edit/", words)

    plan.refresh_from_db()
    assert (plan.title, plan.issuer_id) == ("Tên mới", world.district.unit_id)


def test_the_page_names_the_issuing_authority(browse, make, world):
    plan = make.plan(world, committee=None, issuer=world.district.unit)

    assert "UBND huyện Cao Lộc" in browse("planner").get("/plans/").text
    assert "UBND huyện Cao Lộc" in browse("planner").get(f"/plans/{plan.pk}/").text


def test_a_plan_of_a_district_is_offered_what_lies_below_it(browse, make, world):
    plan = make.plan(world, status="draft", committee=None, issuer=world.district.unit, units=[])

    page = browse("planner").get(f"/plans/{plan.pk}/units/").text

    assert "UBND xã Thanh Lòa" in page
    assert "UBND huyện Văn Lãng" not in page
    assert "UBND huyện Cao Lộc</label>" not in page


def test_a_department_plans_for_the_level_it_belongs_to(browse, make, world):
    issuer = world.home_affairs.unit
    plan = make.plan(world, status="draft", committee=None, issuer=issuer, units=[])

    page = browse("planner").get(f"/plans/{plan.pk}/units/").text

    assert "UBND huyện Văn Lãng" in page
    assert "Sở Nội vụ</label>" not in page


def test_a_plan_with_a_unit_beside_its_issuer_is_not_submitted(browse, make, world, verbs):
    plan = make.plan(world, status="draft", committee=None, issuer=world.district.unit)

    answer = browse("planner").post(f"/plans/{plan.pk}/steps/submit/", follow=True)

    assert "UBND huyện Cao Lộc" in " ".join(map(str, answer.context["messages"]))
    assert verbs(plan) == []


@pytest.fixture
def leader(make, world):
    """Who leads an authority: leader(world.district)."""
    return lambda unit: make.actor(make.person("Vi Văn Chủ", unit, role=Role.CHAIR))


@pytest.fixture
def submitted(make, world):
    """A plan that waits for approval, of an authority without a committee: submitted(unit)."""

    def waits(unit):
        own = {"committee": None, "issuer": unit.unit, "symbol": "KH-UBND"}
        return make.plan(world, status="submitted", units=[world.second_commune], **own)

    return waits


APPROVING = [
    ("district", "district", True),
    ("district", "province", True),
    ("district", "commune", False),
    ("district", "other_district", False),
    ("district", "home_affairs", False),
    ("commune", "commune", True),
    ("commune", "district", True),
    ("commune", "province", True),
    ("commune", "second_commune", False),
    ("home_affairs", "home_affairs", True),
    ("home_affairs", "district", False),
    ("province", "district", False),
]


@pytest.mark.parametrize(("issuer", "post", "may"), APPROVING)
def test_who_leads_the_issuer_or_what_is_above_approves(
    issuer, post, may, world, leader, submitted
):
    plan, actor = submitted(getattr(world, issuer)), leader(getattr(world, post))

    assert permissions.approves(actor, plan) is may
    assert bool(waiting.plans_to_approve(actor)) is may


def test_the_chair_of_another_district_is_refused_on_the_page(world, make, today, submitted):
    plan = submitted(world.district)
    other = make.person("Vi Văn Khác", world.other_district, role=Role.CHAIR)

    answer = signed_in(other).post(f"{plan.get_absolute_url()}steps/approve/")

    plan.refresh_from_db()
    assert (answer.status_code, plan.status) == (403, "submitted")


def test_a_leader_whose_unit_took_over_the_issuer_approves(world, make, submitted):
    plan = submitted(world.commune)
    end(world.commune, world.second_commune)
    heir = make.person("Vi Văn Kế", world.second_commune, role=Role.CHAIR, answers=True)

    assert permissions.approves(make.actor(heir, date(2025, 8, 1)), plan)

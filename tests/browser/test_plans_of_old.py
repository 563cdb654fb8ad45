"""Two plans that were, built in a browser from nothing: Lạng Sơn of 2024 and Lấp Vò of 2022.

Lạng Sơn (80/KH-BCĐCCHC): four delegations, one at Cao Lộc on 17/6/2024, three on one day, 24/6/2024.
Lấp Vò (49/KH-UBND): procedure control and a survey of equipment in all 13 communes. Where the
sources are silent (half-days, members, the days in Lấp Vò) the test fills in something.
"""

from collections import Counter
from datetime import date

import pytest

from inspections.models import Inspection, Plan, Visit
from reform_portal.common.roles import Role
from tests import factories

# Two whole plans take minutes: they are played by `make e2e` and `make soak`.
pytestmark = [pytest.mark.browser, pytest.mark.soak, pytest.mark.django_db(transaction=True)]

COMMUNES = (
    *("Bình Thành", "Bình Thạnh Trung", "Định An", "Định Yên", "Hội An Đông", "Long Hưng A"),
    *("Long Hưng B", "Mỹ An Hưng A", "Mỹ An Hưng B", "Tân Khánh Trung", "Tân Mỹ", "Vĩnh Thạnh"),
)


def drafted(planner, *, issued_by, number, issued_on, title, period, types, areas):
    """A draft with everything but its units."""
    kinds = [factories.inspection_type(code).pk for code in types]
    fields = [factories.area(code).pk for code in areas]
    planner.open("/plans/new/").fill(
        issued_by=issued_by,
        number=number,
        issued_on=issued_on,
        year=issued_on[:4],
        title=title,
        types=kinds,
        areas=fields,
        period_from=period[0],
        period_to=period[1],
    ).save()
    return Plan.objects.get(number=number)


def takes_in_all(planner, plan, place, level):
    """One click takes in all units of a kind below a place."""
    planner.open(f"/plans/{plan.pk}/units/")
    planner.press(f'button[name=group][value="{place.unit_id}-{level}"]')


def submitted_and_approved(planner, chair, plan):
    planner.open(plan.get_absolute_url()).step("submit")
    chair.open(plan.get_absolute_url()).step("approve")


def formed(planner, plan, name, head, *members):
    """A delegation with its head and members."""
    planner.open(f"/plans/{plan.pk}/delegations/").fill(
        name=name, formed_on=plan.issued_on.isoformat(), head=str(head.pk)
    ).save()
    team = plan.delegations.get(name=name)
    for person in members:
        planner.open(f"/delegations/{team.pk}/members/").fill(person=str(person.pk)).save()
    return team


def scheduled(planner, plan, version, team):
    """From the plan's page by the link beside the unit; the plan says the day."""
    item = plan.plan_units.get(unit=version.unit_id)
    planner.open(plan.get_absolute_url())
    planner.press(f'main a[href$="/schedule/?unit={item.pk}"]')
    planner.fill(delegation=str(team.pk)).save()
    inspection = Inspection.objects.get(plan=plan, unit=version.unit_id)
    planner.open(f"{inspection.get_absolute_url()}visits/").fill(
        unit=str(version.unit_id),
        kind="working_session",
        place=f"Trụ sở {version.authority}",
        day=item.day.isoformat(),
        session="morning",
    ).save()


@pytest.fixture
def lang_son(world):
    """Four districts, and the heads the article of 24/6/2024 names by their posts."""
    for name in ("Tràng Định", "Bắc Sơn"):
        factories.unit(name, "huyện", "district", parent=world.province)
    finance = factories.unit("Tài chính", "Sở", "agency", parent=world.province)
    world.heads = {
        "Cao Lộc": world.head,
        "Văn Lãng": factories.person("Dương Xuân Huyên", world.province, title="Phó Chủ tịch"),
        "Tràng Định": factories.person("Hoàng Thị Hiền", world.home_affairs, title="Giám đốc"),
        "Bắc Sơn": factories.person("Người đứng đầu Sở Tài chính", finance, title="Giám đốc"),
    }
    return world


def test_lang_son_2024_three_delegations_on_one_day(lang_son, sit_down):
    planner, chair = sit_down(lang_son.planner), sit_down(lang_son.chair)
    plan = drafted(
        planner,
        issued_by=f"committee-{lang_son.committee.pk}",
        number=80,
        issued_on="2024-05-29",
        title="Kiểm tra công tác cải cách hành chính năm 2024",
        period=("2023-06-15", "2024-06-14"),
        types=["cchc"],
        areas=["A0", "A2", "A6"],
    )
    takes_in_all(planner, plan, lang_son.province, "district")
    days_are_named(planner, plan)
    submitted_and_approved(planner, chair, plan)
    for item in plan.plan_units.select_related("unit_version"):
        head = lang_son.heads[item.unit_version.name]
        team = formed(planner, plan, f"Đoàn kiểm tra huyện {item.unit_version.name}", head)
        scheduled(planner, plan, item.unit_version, team)

    days = Counter(Visit.objects.values_list("day", flat=True))
    assert days == {date(2024, 6, 17): 1, date(2024, 6, 24): 3}
    chair.open("/inspections/calendar/week/?day=2024-06-24")
    assert all(name in chair.text() for name in ("Văn Lãng", "Tràng Định", "Bắc Sơn"))
    assert Inspection.objects.values("delegation").distinct().count() == 4


def days_are_named(planner, plan):
    """Cao Lộc on 17/6, the three others on 24/6."""
    planner.open(f"/plans/{plan.pk}/units/edit/")
    for item in plan.plan_units.select_related("unit_version"):
        day = "2024-06-17" if item.unit_version.name == "Cao Lộc" else "2024-06-24"
        planner.fill(**{f"unit-{item.pk}-day": day})
    planner.press("main form[data-unsaved] button.btn-primary")


@pytest.fixture
def lap_vo(world):
    """The district with its 12 communes and the township, its office and its chairman."""
    place = factories.unit("Lấp Vò", "huyện", "district", parent=world.elsewhere, code="875")
    for name in COMMUNES:
        factories.unit(name, "xã", "commune", parent=place)
    factories.unit("Lấp Vò", "thị trấn", "commune", parent=place)
    office = factories.unit("HĐND và UBND huyện", "Văn phòng", "agency", parent=place)
    world.lap_vo = place
    world.officer = factories.person("Cán bộ Văn phòng", office, role=Role.PLANNER)
    world.chairman = factories.person("Lãnh đạo huyện", place, role=Role.CHAIR, title="Chủ tịch")
    world.leader = factories.person("Trưởng đoàn", office, title="Chánh Văn phòng")
    return world


def test_lap_vo_2022_thirteen_units_by_one_click(lap_vo, sit_down):
    planner, chair = sit_down(lap_vo.officer), sit_down(lap_vo.chairman)
    plan = drafted(
        planner,
        issued_by=f"unit-{lap_vo.lap_vo.unit_id}",
        number=49,
        issued_on="2022-02-18",
        title="Kiểm tra công tác kiểm soát thủ tục hành chính năm 2022 kết hợp khảo sát thiết bị",
        period=("2021-01-01", "2021-12-31"),
        types=["tthc_control", "survey"],
        areas=["A2"],
    )
    takes_in_all(planner, plan, lap_vo.lap_vo, "commune")
    assert plan.plan_units.count() == 13
    submitted_and_approved(planner, chair, plan)
    team = formed(planner, plan, "Đoàn kiểm tra kiểm soát TTHC của Huyện", lap_vo.leader)
    sessions_are_scheduled(planner, plan, team)

    assert Inspection.objects.filter(plan=plan, delegation=team).count() == 13
    chair.open("/inspections/calendar/?day=2022-03-01")
    assert "13 cuộc kiểm tra" in chair.text()


def sessions_are_scheduled(planner, plan, team):
    """Three or four communes in each half of two days, in an order."""
    keys = list(plan.plan_units.order_by("pk").values_list("pk", flat=True))
    halves = [
        (day, half) for day in ("2022-03-01", "2022-03-02") for half in ("morning", "afternoon")
    ]
    for number, (day, half) in enumerate(halves):
        planner.open(f"/plans/{plan.pk}/session/")
        stops = {f"stop-{key}": at for at, key in enumerate(keys[number::4], 1)}
        planner.fill(delegation=str(team.pk), day=day, session=half, **stops).save()

"""Counting the equipment of one-stop sections, combined with an inspection (Lấp Vò, 2022)."""

import pytest
from django.db import IntegrityError, transaction

from inspections.actions.inspections import schedule_inspection
from inspections.models import EquipmentCount, EquipmentKind, EquipmentSurvey, InspectionType
from inspections.workflow import inspection as steps
from reform_portal.common.workflow import Refused
from tests.factories import DAY


@pytest.fixture
def inspection(make, world):
    return make.inspection(world, status="on_site", counts_equipment=True)


@pytest.fixture
def visit(make, inspection, world):
    return make.visit(inspection, version=world.commune)


@pytest.fixture
def camera():
    return EquipmentKind.objects.get(code="05")


@pytest.fixture
def send(browse, visit, camera):
    """What a member types for the cameras: send(needed=4, present=3, working=1)."""

    def sent(who="member", version=0, **numbers):
        words = {f"{name}-{camera.pk}": value for name, value in numbers.items()}
        url = f"/inspections/visits/{visit.pk}/equipment/"
        return browse(who).post(url, {"version": version, **words})

    return sent


def test_a_member_counts_at_the_section(send, inspection, verbs):
    answer = send(needed=4, present=3, working=1, remark="Hỏng hai mắt.")

    row = EquipmentCount.objects.get()
    assert answer.status_code == 302
    assert (row.needed, row.present, row.working, row.lacking) == (4, 3, 1, 3)
    assert verbs(inspection) == ["equipment.count"]


def test_counting_again_replaces_the_count(send):
    send(needed=4, present=3, working=1)
    send(version=1, needed=4, present=4, working=4)

    assert EquipmentCount.objects.get().lacking == 0


@pytest.mark.parametrize("version", [0, 7])
def test_nobody_overwrites_what_another_counted(send, version):
    send(needed=4, present=3, working=1)

    answer = send(version=version, needed=9, present=9, working=9)

    assert answer.status_code == 422
    assert "không ghi đè" in answer.content.decode()
    assert EquipmentCount.objects.get().needed == 4


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ({"needed": 2, "present": 1, "working": 2}, "nhiều hơn số hiện có"),
        ({"needed": 2, "present": 1}, "Ba số"),
        ({"needed": -1, "present": 0, "working": 0}, "0"),
        ({"needed": 1000, "present": 0, "working": 0}, "999"),
        ({}, "Chưa đếm gì"),
    ],
)
def test_bad_numbers_land_at_their_field(send, numbers, sentence):
    answer = send(**numbers)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not EquipmentSurvey.objects.exists()


def test_the_database_refuses_that_more_works_than_is_there(visit, camera):
    survey = EquipmentSurvey.objects.create(visit=visit)
    with pytest.raises(IntegrityError), transaction.atomic():
        EquipmentCount.objects.create(survey=survey, kind=camera, needed=1, present=1, working=2)


@pytest.mark.parametrize(
    ("who", "status"), [("planner", 403), ("official", 403), ("outsider", 404)]
)
def test_nobody_else_counts(send, who, status):
    assert send(who, needed=1, present=1, working=1).status_code == status


def test_a_visit_that_is_no_one_stop_section_has_no_page(browse, make, inspection):
    office = make.visit(inspection, kind="office")

    assert browse("member").get(f"/inspections/visits/{office.pk}/equipment/").status_code == 404


def test_the_draft_waits_for_the_count(send, inspection, visit, head):
    with pytest.raises(Refused, match="Bộ phận Một cửa UBND xã Thanh Lòa"):
        steps.take("prepare_draft", inspection, by=head)
    send(needed=4, present=3, working=1)

    assert steps.take("prepare_draft", inspection, by=head).status == "drafting"


def test_the_unit_reads_it_once_announced(send, inspection, browse):
    send(needed=4, present=3, working=1, remark="Hỏng hai mắt.")
    page = inspection.get_absolute_url()
    assert "Hỏng hai mắt." not in browse("official").get(page).content.decode()

    type(inspection).objects.filter(pk=inspection.pk).update(status="announced")

    assert "Hỏng hai mắt." in browse("official").get(page).content.decode()


def test_home_affairs_reads_the_sum_over_the_units(send, inspection, browse, make, world, camera):
    send(needed=4, present=3, working=1)
    other = EquipmentSurvey.objects.create(
        visit=make.visit(inspection, version=world.second_commune)
    )
    EquipmentCount.objects.create(survey=other, kind=camera, needed=1, present=5, working=5)

    answer = browse("planner").get(f"/plans/{inspection.plan_id}/equipment/")

    row = answer.context["sums"].get()
    assert [row[f"all_{name}"] for name in ("needed", "present", "working", "lacking")] == [
        5,
        8,
        6,
        3,
    ]
    assert row["sections"] == 2
    assert "UBND xã Thanh Lòa" in answer.content.decode()


def test_the_sum_is_not_for_officials(browse, inspection):
    url = f"/plans/{inspection.plan_id}/equipment/"

    assert [browse(who).get(url).status_code for who in ("official", "stranger")] == [403, 404]


def test_the_plan_combines_its_inspections_with_the_count(make, world, planner):
    plan = make.plan(world)
    plan.types.add(InspectionType.objects.get(code="equipment"))

    made = schedule_inspection(
        plan,
        by=planner,
        plan_unit=plan.plan_units.get(),
        delegation=make.delegation(world, plan),
        starts_on=DAY,
        ends_on=DAY,
    )

    assert (made.counts_equipment, made.course) == (True, "written")


def test_a_plan_without_a_number_is_called_once(make, world, browse):
    plan = make.plan(world, number=None, status="draft", title="Kiểm tra cấp xã")

    page = browse("planner").get(f"/plans/{plan.pk}/equipment/").text

    assert '<p class="lead-line">Kiểm tra cấp xã</p>' in page

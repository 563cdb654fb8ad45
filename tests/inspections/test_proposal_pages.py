"""The pages of a proposed schedule: the question, how far it is, the preview, what is accepted."""

import pytest
from django.urls import reverse

from inspections.models import Inspection, Proposal
from inspections.proposals import queue
from tests import factories


@pytest.fixture
def plan(world, bell):
    made = factories.plan(world, units=[world.commune, world.second_commune])
    factories.delegation(world, made)
    return made


def address(plan):
    return reverse("inspections:proposal_create", args=[plan.pk])


def filled(plan, **changes):
    given = {
        "first": "18/06/2024",
        "last": "31/12/2024",
        "a_half": "1",
        "teams": [plan.delegations.get().pk],
        "team_size": "0",
        "travel": "1",
        "load": "1",
        "month": "3",
        "spread": "1",
    }
    for item in plan.plan_units.all():
        given[f"unit-{item.pk}-chosen"] = "on"
    return given | changes


def proposed(plan, client):
    """The page of a proposal that a worker has made."""
    answer = client.post(address(plan), filled(plan))
    queue.make(Proposal.objects.get().pk)
    return answer.headers["Location"]


def test_the_form_offers_days_for_which_the_notice_can_be_out(plan, browse):
    page = browse("planner").get(address(plan)).content.decode()

    assert 'value="31/12/2024"' in page
    assert "UBND xã Thanh Lòa" in page


def test_from_the_question_to_the_inspections(plan, browse):
    planner = browse("planner")
    preview = proposed(plan, planner)
    page = planner.get(preview).content.decode()
    assert page.count('name="lines"') == 2

    answer = planner.post(f"{preview}accept/", {"lines": ["0", "1"]}, follow=True)

    assert Inspection.objects.filter(plan=plan).count() == 2
    page = answer.content.decode()
    assert "Đã xếp lịch 2 cuộc kiểm tra." in page
    assert page.count('name="lines"') == 0


def test_a_part_may_be_accepted(plan, browse):
    planner = browse("planner")
    preview = proposed(plan, planner)

    planner.post(f"{preview}accept/", {"lines": ["1"]})

    assert Inspection.objects.filter(plan=plan).count() == 1
    assert planner.get(preview).content.decode().count('name="lines"') == 1


@pytest.mark.parametrize("ticked", [{}, {"lines": ["7"]}, {"lines": ["x"]}])
def test_nothing_is_scheduled_from_nothing(plan, browse, ticked):
    planner = browse("planner")
    preview = proposed(plan, planner)

    answer = planner.post(f"{preview}accept/", ticked, follow=True)

    assert "Đánh dấu ít nhất một dòng" in answer.content.decode()
    assert not Inspection.objects.filter(plan=plan).exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"first": "18/06/2025"}, "nằm ngoài năm 2024"),
        ({"first": "18/06/2024", "last": "17/06/2024"}, "trước ngày bắt đầu"),
        ({"last": "hôm nào"}, "17/06/2024"),
        ({"team_size": "21"}, "20"),
    ],
)
def test_bad_input_is_told_at_the_field_and_nothing_is_lost(plan, browse, changes, sentence):
    answer = browse("planner").post(address(plan), filled(plan, **changes))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Proposal.objects.exists()


def test_a_fixed_day_lies_in_the_year_of_the_plan(plan, browse):
    item = plan.plan_units.first()

    answer = browse("planner").post(
        address(plan), filled(plan, **{f"unit-{item.pk}-day": "05/01/2025"})
    )

    assert (answer.status_code, "05/01/2025" in answer.content.decode()) == (422, True)


def test_without_a_unit_there_is_nothing_to_propose(plan, browse):
    nobody = {name: value for name, value in filled(plan).items() if "unit-" not in name}

    answer = browse("planner").post(address(plan), nobody)

    assert (answer.status_code, "Chưa chọn đơn vị nào" in answer.content.decode()) == (422, True)


def test_what_cannot_be_is_said_on_the_page(plan, browse):
    planner = browse("planner")
    first = plan.plan_units.order_by("pk").first()
    planner.post(address(plan), filled(plan, **{f"unit-{first.pk}-day": "22/06/2024"}))
    queue.make(Proposal.objects.get().pk)

    page = planner.get(Proposal.objects.get().get_absolute_url()).content.decode()

    assert "UBND xã Thanh Lòa" in page
    assert "22/06/2024" in page


def test_while_it_is_made_the_page_says_how_far_it_is(plan, browse):
    planner = browse("planner")
    preview = planner.post(address(plan), filled(plan)).headers["Location"]

    assert "data-poll" in planner.get(preview).content.decode()
    assert "<progress" in planner.get(f"{preview}progress/").content.decode()


def test_another_officer_does_not_see_it(plan, browse, world):
    preview = proposed(plan, browse("planner"))

    assert browse("chair").get(preview).status_code == 404


@pytest.mark.parametrize("page", ["question", "preview"])
def test_pages_ask_little_of_the_database(plan, world, browse, page, django_assert_max_num_queries):
    planner = browse("planner")
    for number in range(12):
        version = factories.unit(f"Số {number}", "xã", "commune", parent=world.district)
        plan.plan_units.create(unit=version.unit, unit_version=version)
    url = proposed(plan, planner) if page == "preview" else address(plan)
    planner.get(url)

    with django_assert_max_num_queries(12):
        planner.get(url)

"""Pages of number registers, and the number a form offers."""

import pytest
from django.urls import reverse

from inspections import numbering, register
from inspections.models import Register

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(make, world, planner):
    """The register of plans: 80 issued, 83 in a draft, 81 given back."""
    for number in (80, 81, 83):
        numbering.keep_plan(make.plan(world, number=number, status="draft"), by=planner)
    register.issue(register.RegisterNumber.objects.get(number=80).paper)
    register.give_back(register.RegisterNumber.objects.get(number=81).paper, by=planner)
    return Register.objects.get()


def shown(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_tells_how_far_each_register_has_come(browse, kept):
    page = shown(browse("planner"), reverse("inspections:register_list"))

    assert kept.symbol in page
    assert [f'">{cell}</td>' in page for cell in ("83", "84", "81")] == [True] * 3


def test_a_register_shows_papers_gaps_and_what_was_given_back(browse, kept):
    page = shown(browse("auditor"), kept.get_absolute_url())

    assert page.index("83/KH-") < page.index("81/KH-") < page.index("80/KH-")
    assert "Số bỏ trống: đã trả lại ngày 17/06/2024" in page
    assert "<td>82</td>" in page
    assert "<td>01 – 79</td>" in page


def test_a_number_borne_twice_is_marked(browse, world, planner, kept):
    paper = register.Paper(
        issuer_id=kept.issuer_id,
        province_id=kept.province_id,
        year=kept.year,
        symbol=kept.symbol,
        key="decision-1-80",
        subject="Quyết định",
    )
    register.take(paper, by=planner, number=80, known=True)

    assert "Trùng số" in shown(browse("planner"), kept.get_absolute_url())


def test_another_province_sees_none_of_it(browse, kept):
    assert kept.symbol not in shown(browse("stranger"), reverse("inspections:register_list"))
    assert browse("stranger").get(kept.get_absolute_url()).status_code == 404
    assert browse("official").get(reverse("inspections:register_list")).status_code == 403


def test_more_numbers_ask_no_more_questions(browse, kept, planner, django_assert_max_num_queries):
    for number in range(100, 140):
        paper = register.Paper(
            kept.issuer_id, kept.province_id, kept.year, kept.symbol, f"paper-{number}", "Kế hoạch"
        )
        register.take(paper, by=planner, number=number)
    client = browse("planner")

    with django_assert_max_num_queries(8):
        client.get(kept.get_absolute_url())
    with django_assert_max_num_queries(8):
        client.get(reverse("inspections:register_list"))


def test_an_undated_plan_of_another_year_says_in_which_year_it_counts(browse, kept, make, world):
    plan = make.plan(world, number=None, status="draft", issued_on=None, year=2025)

    page = shown(browse("planner"), reverse("inspections:plan_edit", args=[plan.pk]))

    assert "năm 2025 là 01. Chưa nhập ngày ban hành" in page
    assert "ban hành trong năm 2024 thì số tiếp theo là 84." in page


def test_the_form_of_a_plan_offers_the_next_number(browse, kept, make, world):
    plan = make.plan(world, number=None, status="draft")

    for address in (
        reverse("inspections:plan_create"),
        reverse("inspections:plan_edit", args=[plan.pk]),
    ):
        assert f"Số tiếp theo của {kept.symbol} năm 2024 là 84." in shown(
            browse("planner"), address
        )

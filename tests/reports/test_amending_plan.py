"""The paper that amends a plan: the difference in words, and nothing of a unit to be surprised."""

from datetime import UTC, date, datetime

import pytest

from inspections.models import PlanDeadline, PlanUnit
from reports.datasets import plan_paper, words
from reports.renderers import pdf
from tests import factories
from tests.reports import measures

AS_OF = datetime(2024, 7, 5, 2, 30, tzinfo=UTC)


@pytest.fixture
def amendment(world):
    """Another unit, another month, a longer period."""
    plan = factories.plan(world)
    values = {"amends": plan, "reason": "Để phù hợp với tình hình thực tế."}
    values |= {"period_to": date(2024, 9, 30), "status": "draft", "number": None}
    made = factories.plan(world, units=[world.district, world.other_district], **values)
    made.plan_units.filter(unit=world.district.unit).update(month=9)
    return made


def printed(plan):
    paper = plan_paper.paper(plan, as_of=AS_OF, reader=None)
    return " ".join(measures.text_of(pdf.render(paper)).split())


def test_it_says_what_changes_and_that_the_rest_stays(amendment, world):
    text = printed(amendment)

    for said in (
        f"Sửa đổi, bổ sung Kế hoạch số {amendment.amends.reference}",
        "Để phù hợp với tình hình thực tế.",
        "đến ngày 30/9/2024",
        f"{world.other_district.authority}: kiểm tra trực tiếp",
        "tháng 9",
        "Các nội dung khác giữ nguyên",
    ):
        assert said in text


def test_a_unit_to_be_surprised_is_not_named(amendment, world):
    PlanUnit.objects.filter(plan=amendment).update(form="unannounced")

    text = printed(amendment)

    assert world.other_district.authority not in text
    assert world.district.authority not in text


@pytest.fixture
def begun(world):
    """An amendment that changes nothing yet."""
    plan = factories.plan(world)
    return factories.plan(world, amends=plan, status="draft", number=None, units=[world.district])


def test_deadlines_alone_are_printed(begun):
    begun.amends.deadlines.update_or_create(
        code="explanation", defaults={"days": 5, "counted": "working", "anchor": "after_draft"}
    )
    begun.deadlines.update_or_create(
        code="explanation", defaults={"days": 7, "counted": "calendar", "anchor": "after_draft"}
    )

    text = printed(begun)

    assert "Đơn vị gửi văn bản giải trình" in text
    assert "5 ngày làm việc sau khi thông báo dự thảo" in text
    assert "7 ngày sau khi thông báo dự thảo" in text


def test_every_step_and_count_of_a_deadline_has_words_for_papers():
    assert set(words.STEP) == set(PlanDeadline.Code)
    assert set(words.COUNTED) == set(PlanDeadline.Counted)
    assert set(words.ANCHOR) == set(PlanDeadline.Anchor)


def test_where_nothing_may_be_told_it_says_so(begun):
    PlanUnit.objects.filter(plan__in=[begun, begun.amends]).update(form="unannounced")
    begun.plan_units.update(month=9)

    assert "Nội dung điều chỉnh được thông báo riêng." in printed(begun)


def test_a_single_change_takes_no_number(begun):
    begun.plan_units.update(month=9)
    begun.amends.plan_units.update(month=6)

    text = printed(begun)

    assert "Đơn vị điều chỉnh" in text
    assert "1. Đơn vị điều chỉnh" not in text


def test_several_changes_are_numbered(amendment):
    text = printed(amendment)

    assert "1. Thời kỳ kiểm tra" in text
    assert "2. Đơn vị bổ sung" in text

"""The paper that amends a plan: the difference in words, and nothing of a unit to be surprised."""

from datetime import UTC, date, datetime

import pytest

from inspections.models import PlanUnit
from reports.datasets import plan_paper
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

    for words in (
        f"Sửa đổi, bổ sung Kế hoạch số {amendment.amends.reference}",
        "Để phù hợp với tình hình thực tế.",
        "đến ngày 30/9/2024",
        f"{world.other_district.authority}: kiểm tra trực tiếp",
        "tháng 9",
        "Các nội dung khác giữ nguyên",
    ):
        assert words in text


def test_a_unit_to_be_surprised_is_not_named(amendment, world):
    PlanUnit.objects.filter(plan=amendment).update(form="unannounced")

    text = printed(amendment)

    assert world.other_district.authority not in text
    assert world.district.authority not in text

"""What waits on the start page for the unit, the head and Home Affairs."""

from datetime import date

import pytest

from findings.models import Remediation
from reform_portal.common.waiting import waiting_for


def test_an_announced_draft_waits_for_the_unit(make, world, official, outsider):
    make.inspection(world, status="announced", explanation_due_on=official.day)

    due = [item.due_on for item in waiting_for(official) if "/explanations/" in item.url]
    assert due == [official.day]
    assert not [item for item in waiting_for(outsider) if "/explanations/" in item.url]


def test_recommendations_wait_until_they_are_reported(make, concluded, official):
    row = make.recommendation(concluded, due_on=official.day).remediations.get()

    def waits():
        return [item.due_on for item in waiting_for(official) if row.get_absolute_url() == item.url]

    assert waits() == [official.day]
    Remediation.objects.update(status="reported")
    assert waits() == []


def test_the_head_decides_then_issues(make, world, head, member, explained):
    make.explanation(explained, by=world.official)

    def where(actor):
        return [item.url for item in waiting_for(actor) if explained.code in item.url]

    assert [url.rstrip("/").rpartition("/")[2] for url in where(head)] == ["explanations"]
    explained.explanations.update(status="accepted")
    assert [url.rstrip("/").rpartition("/")[2] for url in where(head)] == ["issuing"]
    assert where(member) == []


def test_a_report_waits_for_home_affairs_and_the_head(
    make, concluded, planner, head, stranger, official
):
    row = make.recommendation(concluded).remediations.get()
    Remediation.objects.update(status="reported")

    waits = [
        row.get_absolute_url() in [item.url for item in waiting_for(actor)]
        for actor in (planner, head, stranger, official)
    ]

    assert waits == [True, True, False, False]


@pytest.mark.parametrize(
    ("status", "due"), [("drafting", date(2024, 7, 1)), ("explained", date(2024, 7, 10))]
)
def test_the_head_is_told_until_when(make, world, head, status, due):
    make.inspection(world, status=status, announced_on=date(2024, 6, 25))

    assert due in [item.due_on for item in waiting_for(head)]

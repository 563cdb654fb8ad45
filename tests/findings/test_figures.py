"""The figures of the start page count exactly the records their address lists."""

import re

import pytest

from inspections.models import Inspection

DUE = "2024-06-16"  # the day before the test's today


@pytest.fixture
def followed(make, world):
    """Two inspections in progress and one ended; two recommendations open, one of them overdue."""
    concluded = make.inspection(world, status=Inspection.Status.CONCLUDED)
    make.recommendation(concluded, due_on=DUE)
    make.recommendation(concluded)
    done = make.recommendation(concluded, due_on=DUE).remediations.get()
    done.status = done.Status.ACCEPTED
    done.save()
    make.inspection(world, status=Inspection.Status.ON_SITE)
    make.inspection(world, status=Inspection.Status.CLOSED)


def figures(client):
    links = r'<a href="([^"]+)"><strong>([\d.]+)</strong>'
    return {url: int(value) for url, value in re.findall(links, client.get("/").text)}


@pytest.mark.parametrize("person", ["chair", "planner", "auditor"])
def test_leaders_follow_three_figures(browse, followed, person):
    assert list(figures(browse(person)).values()) == [2, 2, 1]


def test_a_figure_opens_exactly_the_records_it_counts(browse, followed):
    client = browse("chair")

    for url, value in figures(client).items():
        assert len(client.get(url).context["page"].rows) == value


@pytest.mark.parametrize("person", ["head", "official", "administrator"])
def test_others_follow_none(browse, followed, person):
    assert figures(browse(person)) == {}

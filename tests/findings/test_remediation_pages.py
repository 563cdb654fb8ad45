"""Remediation: the addressee acts and reports, Home Affairs or the head verifies."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from findings.models import Remediation
from inspections import workflow
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused

LIST = "/remediation/"


def report(row):
    return reverse("findings:remediation_report", args=[row.pk])


def step(row, name):
    return reverse("findings:remediation_step", args=[row.pk, name])


@pytest.fixture
def row(make, concluded):
    """What the district must do."""
    return make.recommendation(concluded, due_on=date(2024, 6, 16)).remediations.get()


@pytest.fixture
def clerk(make, world, today):
    """An official of a commune that is an addressee but not the inspected unit."""
    world.clerk = make.person("Vi Văn Xã", world.commune, role="official", answers=True)
    return "clerk"


def test_the_unit_keeps_how_far_it_has_got(row, browse):
    sent = {"outcome": "Đã số hóa một nửa", "progress": 50, "version": 1, "keep": 1}

    answer = browse("official").post(report(row), sent)

    row.refresh_from_db()
    assert answer["Location"] == row.get_absolute_url()
    assert (row.status, row.progress, row.reported_on) == ("assigned", 50, None)
    assert AuditEntry.objects.about(row).get().verb == "remediation.note"


@pytest.mark.embedded
def test_the_unit_reports(row, official, browse):
    browse("official").post(report(row), {"outcome": "Xong", "progress": 100, "version": 1})

    row.refresh_from_db()
    assert (row.status, row.outcome, row.reported_on) == ("reported", "Xong", official.day)
    verbs = AuditEntry.objects.about(row).values_list("verb", flat=True)
    assert list(verbs) == ["remediation.report", "remediation.note"]


def test_a_report_sent_twice_is_refused_and_changes_nothing(row, browse):
    client, sent = browse("official"), {"outcome": "Xong", "progress": 100, "version": 1}
    client.post(report(row), sent)

    answer = client.post(report(row), sent | {"outcome": "Lần hai"})

    row.refresh_from_db()
    assert (answer.status_code, row.outcome) == (422, "Xong")


def test_reported_as_done_is_all_of_it(row, browse):
    browse("official").post(report(row), {"outcome": "Xong", "progress": 0, "version": 1})

    row.refresh_from_db()
    assert (row.status, row.progress) == ("reported", 100)


def test_less_than_all_is_saved_and_not_reported(row, browse):
    sent = {"outcome": "Một phần", "progress": 60, "version": 1}

    answer = browse("official").post(report(row), sent)

    row.refresh_from_db()
    assert (answer.status_code, row.status, row.outcome) == (422, "assigned", "")
    assert "60 %" in str(answer.context["form"].non_field_errors())


def test_what_is_accepted_is_done_wholly(row, browse):
    Remediation.objects.filter(pk=row.pk).update(status="reported", outcome="Xong", progress=0)

    browse("planner").post(step(row, "accept"))

    row.refresh_from_db()
    assert (row.status, row.progress) == ("accepted", 100)


def test_a_stale_report_shows_both_texts(row, browse):
    client = browse("official")
    client.post(report(row), {"outcome": "Một", "progress": 10, "version": 1, "keep": 1})

    answer = client.post(report(row), {"outcome": "Hai", "progress": 20, "version": 1})

    row.refresh_from_db()
    assert (answer.status_code, row.outcome, row.status) == (409, "Một", "assigned")
    assert answer.content.decode().count("Hai") >= 2


@pytest.mark.parametrize(
    ("field", "value"), [("outcome", ""), ("progress", "101"), ("progress", "-1")]
)
def test_bad_input_lands_at_the_field(field, value, row, browse):
    sent = {"outcome": "Giữ lại", "progress": "50", "version": 1} | {field: value}

    answer = browse("official").post(report(row), sent)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


@pytest.mark.parametrize(
    ("status", "name", "persona", "then"),
    [
        ("assigned", "begin", "official", "in_progress"),
        ("reported", "accept", "planner", "accepted"),
        ("reported", "accept", "head", "accepted"),
        ("reported", "return", "planner", "in_progress"),
        ("accepted", "reopen", "head", "in_progress"),
        ("reported", "accept", "member", None),
        ("reported", "accept", "official", None),
        ("assigned", "begin", "planner", None),
        ("accepted", "reopen", "auditor", None),
    ],
)
def test_who_moves_a_remediation(status, name, persona, then, row, browse):
    Remediation.objects.filter(pk=row.pk).update(status=status, outcome="Xong")

    answer = browse(persona).post(step(row, name), {"note": "Vì thế"})

    row.refresh_from_db()
    assert (answer.status_code, row.status) == ((302, then) if then else (403, status))


@pytest.mark.parametrize(
    ("status", "name"), [("reported", "return"), ("accepted", "reopen"), ("accepted", "accept")]
)
def test_a_step_that_cannot_be_taken_says_why(status, name, row, browse):
    Remediation.objects.filter(pk=row.pk).update(status=status)

    answer = browse("planner").post(step(row, name), follow=True)

    row.refresh_from_db()
    assert (row.status, len(answer.context["messages"])) == (status, 1)


def test_an_unknown_step_is_not_found(row, browse):
    assert browse("planner").post(step(row, "forget")).status_code == 404


def test_nothing_is_reopened_once_the_inspection_is_closed(make, world, planner, browse):
    closed = make.inspection(world, status="closed")
    row = make.recommendation(closed).remediations.get()
    Remediation.objects.update(status="accepted")

    browse("planner").post(step(row, "reopen"), {"note": "Chưa đạt"})

    row.refresh_from_db()
    assert row.status == "accepted"


def test_an_inspection_waits_for_its_remediations(row, concluded, planner):
    with pytest.raises(Refused):
        workflow.inspection.take("close", concluded, by=planner)

    Remediation.objects.update(status="accepted")

    assert workflow.inspection.take("close", concluded, by=planner).status == "closed"


def test_an_addressee_below_sees_its_row_and_not_the_inspection(
    make, world, concluded, clerk, browse
):
    finding = make.finding(concluded, text="CANARY")
    mine = make.recommendation(concluded, to=[world.commune])
    mine.findings.add(finding)
    row, client = mine.remediations.get(), browse(clerk)

    page = client.get(row.get_absolute_url())

    assert (page.status_code, "CANARY" in page.content.decode()) == (200, False)
    assert client.get(reverse("findings:draft", args=[concluded.code])).status_code == 404
    assert client.get(finding.get_absolute_url()).status_code == 404
    assert client.post(step(row, "begin")).status_code == 302


@pytest.mark.parametrize("status", ["drafting", "announced", "explained"])
def test_nobody_is_asked_before_the_conclusion_is_issued(status, make, world, browse):
    row = make.recommendation(make.inspection(world, status=status)).remediations.get()
    client = browse("official")

    assert client.get(row.get_absolute_url()).status_code == 404
    assert client.post(step(row, "begin")).status_code == 404
    assert not client.get(LIST).context["page"].rows
    assert not browse("planner").get(LIST).context["page"].rows


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("", 3),
        ("?overdue=on", 1),
        ("?status=open", 2),
        ("?status=accepted", 1),
        ("?unit=thanh loa", 1),
        ("?status=none&before=x", 3),
    ],
)
def test_the_list_is_filtered_as_on_the_day(filters, found, make, world, concluded, today, browse):
    yesterday = today - timedelta(days=1)
    make.recommendation(concluded, due_on=yesterday)
    make.recommendation(concluded, due_on=today, to=[world.commune])
    done = make.recommendation(concluded, due_on=yesterday).remediations
    done.update(status="accepted")

    assert len(browse("planner").get(LIST + filters).context["page"].rows) == found


@pytest.mark.parametrize("rows", [3, 300])
def test_the_list_costs_the_same_with_few_and_many(
    rows, make, concluded, browse, django_assert_num_queries
):
    for _number in range(rows):
        make.recommendation(concluded)
    client = browse("planner")

    with django_assert_num_queries(5):
        assert client.get(LIST).status_code == 200


@pytest.mark.parametrize("rows", [1, 40])
def test_a_row_costs_the_same_with_few_and_many_children(
    rows, make, row, concluded, browse, django_assert_max_num_queries
):
    for _number in range(rows):
        row.recommendation.findings.add(make.finding(concluded))
    client = browse("planner")
    client.get(row.get_absolute_url())

    with django_assert_max_num_queries(10) as counted:
        client.get(row.get_absolute_url())

    assert len(counted) == 8

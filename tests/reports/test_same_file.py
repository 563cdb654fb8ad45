"""A finished file: given once more while nothing changed, announced, let go of after its time."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone

from findings.models import Finding
from inspections.models import Threshold
from reform_portal.common.waiting import waiting_for
from reports import production, queue, renderers, tasks
from reports.models import ReportRequest
from tests import factories

pytestmark = pytest.mark.embedded

S = ReportRequest.Status


@pytest.fixture
def rendered(monkeypatch):
    """How often something was laid out."""
    seen = []

    def render(content):
        seen.append(content)
        return f"%PDF {len(seen)}".encode()

    monkeypatch.setattr(renderers, "RENDERERS", dict.fromkeys(("pdf", "docx", "xlsx"), render))
    return seen


def made(row):
    production.produce(row.pk)
    return ReportRequest.objects.get(pk=row.pk)


@pytest.mark.parametrize("format", ["pdf", "xlsx"])
def test_the_same_request_on_unchanged_data_gives_the_existing_file(ask, rendered, today, format):
    first, second = made(ask(format)), made(ask(format))

    assert len(rendered) == 1
    assert (second.status, second.file.name) == (S.DONE, first.file.name)
    assert (second.sha256, second.data_as_of) == (first.sha256, first.data_as_of)


def test_changed_data_give_a_new_file(ask, rendered, today):
    first = made(ask())
    Finding.objects.filter(kind="strength").update(text="Đã thay đổi.")

    assert made(ask()).file.name != first.file.name
    assert len(rendered) == 2


def test_another_person_gets_a_file_of_the_own(ask, rendered, today, head):
    assert made(ask()).file.name != made(ask(by=head)).file.name


def test_a_finished_file_waits_on_the_start_page_until_it_is_fetched(
    ask, rendered, browse, planner
):
    row = made(ask())
    assert row.file_name in str([item.title for item in waiting_for(planner)])

    answer = browse("planner").get(reverse("reports:request_file", args=[row.pk]))

    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert row.file_name not in str([item.title for item in waiting_for(planner)])


def test_old_files_are_let_go_of_and_can_be_asked_for_again(ask, rendered, today, planner):
    row = made(ask())
    aged(row, days=31)

    tasks.let_go_of_old_files()

    after = ReportRequest.objects.get(pk=row.pk)
    assert (after.status, bool(after.file)) == (S.EXPIRED, False)
    assert not default_storage.exists(row.file.name)
    assert queue.retry(after, by=planner)


def test_a_file_somebody_still_has_stays(ask, rendered, today):
    old, new = made(ask()), made(ask())
    aged(old, days=31)

    tasks.let_go_of_old_files()

    assert default_storage.exists(new.file.name)
    assert ReportRequest.objects.get(pk=new.pk).status == S.DONE


def test_without_a_threshold_nothing_is_let_go_of(ask, rendered, today):
    Threshold.objects.filter(code="report_days").delete()
    row = made(ask())
    aged(row, days=400)

    tasks.let_go_of_old_files()

    assert ReportRequest.objects.get(pk=row.pk).status == S.DONE


def aged(row, days):
    ReportRequest.objects.filter(pk=row.pk).update(
        finished_at=timezone.now() - timedelta(days=days)
    )


def test_a_paper_of_a_plan_comes_with_the_name_of_the_plan(rendered, today, planner, concluded):
    row = made(queue.request("plan", "docx", concluded.plan, by=planner)[0])

    assert row.status == S.DONE
    assert row.file_name.endswith("-ke-hoach.docx")
    assert (row.inspection, row.plan) == (None, concluded.plan)


def test_an_official_does_not_get_the_plan_even_with_a_request(
    rendered, today, official, concluded
):
    row = made(queue.request("plan", "pdf", concluded.plan, by=official)[0])

    assert row.status == S.FAILED
    assert rendered == []


@pytest.mark.parametrize("kind", ["decision", "minutes"])
def test_papers_of_delegations_and_minutes_are_asked_for_on_their_pages(
    browse, bell, concluded, kind
):
    minutes = factories.minutes(concluded)
    about, pk = {
        "decision": ("delegation", concluded.delegation_id),
        "minutes": ("minutes", minutes.pk),
    }[kind]

    browse("planner").post(reverse("reports:request_about", args=[about, pk]), {"format": "pdf"})

    assert ReportRequest.objects.get().kind == kind


def test_the_overview_of_a_year_is_asked_for_on_the_list(browse, bell, concluded):
    client, address = browse("planner"), reverse("reports:request_year", args=[2024])
    listed = client.get(reverse("inspections:inspection_list"), {"year": 2024})
    assert address in listed.content.decode()

    client.post(address, {"format": "xlsx"})

    row = ReportRequest.objects.get()
    assert (row.kind, row.inspection) == ("overview", None)
    assert client.get(row.get_absolute_url()).status_code == 200

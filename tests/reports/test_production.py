"""What a worker does with a request: the file, or a reason."""

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.db import OperationalError

from findings.models import Conclusion, Remediation
from inspections.models import Inspection
from reports import production, queue, registry, renderers
from reports.forms import USUAL
from reports.models import ReportRequest
from reports.renderers import limits
from reports.renderers.limits import PaperTooLong
from tests import factories
from tests.reports.conftest import told

S = ReportRequest.Status


@pytest.fixture
def rendered(monkeypatch):
    """Renderers that answer at once; what they were handed."""
    seen = []

    def render(content):
        seen.append(content)
        return b"%PDF"

    monkeypatch.setattr(renderers, "RENDERERS", {"pdf": render, "xlsx": render})
    return seen


def broken_by(monkeypatch, error):
    def render(content):
        raise error

    monkeypatch.setattr(renderers, "RENDERERS", {"pdf": render})


def produced(row):
    production.produce(row.pk)
    return ReportRequest.objects.get(pk=row.pk)


def test_it_makes_the_file_under_a_name_that_says_what_it_is(ask, concluded, rendered, today):
    row = produced(ask())

    assert row.status == S.DONE
    assert row.file_name == f"{concluded.code}-ket-luan.pdf"
    assert row.data_as_of == rendered[0].data_as_of


def test_a_second_message_makes_nothing(ask, rendered, today):
    row = ask()
    produced(row)
    produced(row)

    assert len(rendered) == 1


def test_real_files_come_out(ask, today):
    assert produced(ask("pdf")).file.read(5) == b"%PDF-"
    assert produced(ask("xlsx")).file.read(2) == b"PK"


@pytest.mark.embedded
def test_the_unit_gets_the_draft_once_it_is_announced(ask, world, official, rendered, today):
    inspection = told(world, version=world.district, status=Inspection.Status.ANNOUNCED)

    assert produced(ask(inspection=inspection, by=official)).status == S.DONE
    assert rendered[0].is_draft


@pytest.mark.embedded
def test_the_workbook_is_made_for_whoever_asked(ask, official, rendered, today):
    Remediation.objects.update(outcome="CANARY", status="reported")

    produced(ask("xlsx", by=official))

    assert [row.result for row in rendered[0].recommendations] == ["CANARY", ""]


@pytest.mark.embedded
def test_rights_are_asked_again_when_it_is_made(ask, concluded, planner, rendered, today):
    row = ask()
    planner.user.groups.clear()

    row = produced(row)

    assert (row.status, rendered) == (S.FAILED, [])
    assert "không còn quyền" in row.reason


def test_a_withdrawn_draft_is_not_made_for_the_unit(ask, concluded, official, rendered, today):
    row = ask(by=official)
    Inspection.objects.filter(pk=concluded.pk).update(status=Inspection.Status.DRAFTING)

    assert produced(row).status == S.FAILED
    assert rendered == []


def test_a_disabled_account_gets_nothing(ask, planner, rendered, today):
    row = ask()
    planner.user.is_active = False
    planner.user.save()

    assert produced(row).status == S.FAILED


@pytest.mark.embedded
def test_without_words_of_the_paper_it_fails_with_the_sentence(ask, concluded, today):
    row = ask()
    Conclusion.objects.filter(inspection=concluded).delete()

    assert concluded.code in produced(row).reason


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PaperTooLong("x"), "quá dài"),
        (SoftTimeLimitExceeded(), "quá lâu"),
        (MemoryError(), "bộ nhớ"),
        (ValueError("secret"), "lỗi của hệ thống"),
    ],
)
def test_a_failure_shows_its_reason_and_no_insides(ask, monkeypatch, today, error, words):
    broken_by(monkeypatch, error)

    row = produced(ask())

    assert (row.status, "secret" in row.reason) == (S.FAILED, False)
    assert words in row.reason


def test_a_photo_missing_in_the_store_is_named(ask, concluded, world, today):
    evidence = factories.evidence(concluded, by=world.member)
    evidence.file.storage.delete(evidence.file.name)

    assert "ảnh" in produced(ask()).reason


def test_a_database_that_went_away_leaves_the_row_to_its_lease(ask, monkeypatch, today):
    row = ask()
    broken_by(monkeypatch, OperationalError("server closed the connection"))

    with pytest.raises(OperationalError):
        production.produce(row.pk)
    assert ReportRequest.objects.get(pk=row.pk).status == S.RUNNING


def test_a_run_whose_request_was_cancelled_stops(ask, planner, monkeypatch, today):
    row = ask()

    def cancel_meanwhile(content):
        queue.cancel(row, by=planner)
        return b"%PDF"

    monkeypatch.setattr(renderers, "RENDERERS", {"pdf": cancel_meanwhile})

    assert produced(row).status == S.CANCELLED


def test_every_kind_and_format_of_a_request_is_in_the_registry():
    formats = {format for report in registry.REPORTS.values() for format in report.contents}

    assert set(registry.REPORTS) == set(ReportRequest.Kind.values)
    assert formats == set(ReportRequest.Format.values)
    assert all(kind in registry.REPORTS for kind in USUAL.values())


@pytest.mark.parametrize("format", ["pdf", "docx"])
def test_a_conclusion_of_three_hundred_pages_ends_with_a_sentence(ask, today, format):
    Conclusion.objects.update(assessment="Nội dung kiểm tra " * 50_000)

    row = produced(ask(format))

    assert row.status == S.FAILED
    assert "quá dài" in row.reason


def test_findings_beyond_count_are_refused_on_paper_and_go_into_the_workbook(
    ask, concluded, world, today, monkeypatch
):
    monkeypatch.setattr(limits, "MOST", 100)
    for _number in range(120):
        factories.finding(concluded, units=[world.commune])

    assert "quá dài" in produced(ask("pdf")).reason
    assert produced(ask("xlsx")).status == S.DONE

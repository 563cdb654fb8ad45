"""The self-report: asked for, filed by the unit, downloaded, and closed with the conclusion."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from inspections.models import DeadlineRule, SelfReport
from reform_portal.common import uploads

WORDS = {
    "title": "Báo cáo kết quả công tác CCHC 6 tháng đầu năm 2024",
    "period_from": "2024-01-01",
    "period_to": "2024-06-14",
    "due_on": "2024-06-10",
}


@pytest.fixture
def inspection(make, world):
    return make.inspection(world)


@pytest.fixture
def send(browse, inspection):
    def sent(who, **changes):
        url = f"/inspections/{inspection.code}/self-report/"
        return browse(who).post(url, WORDS | changes)

    return sent


@pytest.fixture
def report(make, inspection):
    return make.self_report(inspection)


def test_home_affairs_says_what_is_due(send, inspection, verbs):
    assert send("planner").status_code == 302

    assert SelfReport.objects.get().due_on == date(2024, 6, 10)
    assert verbs(inspection) == ["self_report.set"]


def test_the_form_offers_five_working_days_before_the_visit(browse, inspection):
    rule = {"name": "Nộp báo cáo", "days": 5, "counted": "working", "valid_from": date(2020, 1, 1)}
    DeadlineRule.objects.get_or_create(code="self_report", defaults=rule)

    page = browse("planner").get(f"/inspections/{inspection.code}/self-report/")

    assert page.context["form"]["due_on"].initial == date(2024, 6, 10)


def test_the_unit_files_it_and_the_day_is_noted(send, report, inspection, workbook, verbs):
    answer = send("official", version=1, upload=workbook("Báo cáo 6 tháng.xlsx"))

    report.refresh_from_db()
    assert answer.status_code == 302
    assert (report.file_name, report.received_on) == ("Báo cáo 6 tháng.xlsx", date(2024, 6, 17))
    assert report.sha256
    assert verbs(inspection) == ["self_report.file"]


def test_the_unit_does_not_move_its_own_deadline(send, report, workbook):
    send("official", version=1, upload=workbook(), due_on="2024-12-31")

    report.refresh_from_db()
    assert report.due_on == date(2024, 6, 10)


@pytest.mark.embedded
def test_the_unit_may_file_before_anybody_asked(send, workbook):
    assert send("official", upload=workbook()).status_code == 302
    assert SelfReport.objects.get().file


def test_who_sees_the_inspection_downloads_it(send, report, workbook, browse, inspection):
    send("official", version=1, upload=workbook())
    url = f"/inspections/{inspection.code}/self-report/file/"

    answer = browse("member").get(url)

    assert answer["Content-Type"] == uploads.EXCEL
    assert "attachment" in answer["Content-Disposition"]
    assert b"".join(answer.streaming_content).startswith(b"PK")
    assert browse("outsider").get(url).status_code == 404


def test_without_a_file_there_is_nothing_to_download(browse, report, inspection):
    url = f"/inspections/{inspection.code}/self-report/file/"

    assert browse("member").get(url).status_code == 404


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("bao-cao.pdf", b"MZ this is a program"),
        ("bao-cao.pdf", b""),
        ("anh.png", b"\x89PNG\r\n\x1a\n"),
        ("bao-cao.pdf", b"PK\x03\x04 broken"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_at_the_field(send, report, name, content):
    answer = send("official", version=1, upload=SimpleUploadedFile(name, content))

    report.refresh_from_db()
    assert answer.status_code == 422
    assert "upload" in answer.context["form"].errors
    assert not report.file


def test_a_file_over_the_limit_is_refused(send, report, monkeypatch, workbook):
    upload = SimpleUploadedFile("bao-cao.xlsx", workbook().read())
    monkeypatch.setattr(uploads, "MEGABYTE", 1)
    monkeypatch.setattr(
        uploads.accept, "__kwdefaults__", uploads.accept.__kwdefaults__ | {"limit": 20}
    )

    answer = send("official", version=1, upload=upload)

    assert "20 MB" in answer.context["form"].errors["upload"][0]


def test_the_unit_must_choose_a_file(send, report):
    assert "upload" in send("official", version=1).context["form"].errors


def test_a_period_that_ends_before_it_begins_is_refused(send):
    answer = send("planner", period_to="2023-01-01")

    assert answer.status_code == 422
    assert "period_to" in answer.context["form"].errors


@pytest.mark.parametrize("status", ["concluded", "closed", "cancelled"])
def test_after_the_conclusion_nothing_is_filed(send, report, inspection, workbook, status):
    type(inspection).objects.update(status=status)

    answer = send("official", version=1, upload=workbook())

    report.refresh_from_db()
    assert answer.status_code == 422
    assert not report.file


def test_who_saved_second_overwrites_nothing(send, report):
    send("planner", version=1, title="Bản trước")

    answer = send("member", version=1, title="Bản sau")

    report.refresh_from_db()
    assert (answer.status_code, report.title) == (409, "Bản trước")
    assert "Bản sau" in answer.text


@pytest.mark.embedded
def test_two_who_enter_it_first_do_not_overwrite_each_other(send):
    send("planner", title="Bản trước")

    answer = send("member", title="Bản sau")

    assert (answer.status_code, SelfReport.objects.get().title) == (409, "Bản trước")


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("auditor", 403), ("outsider", 404)])
def test_others_enter_nothing(send, who, status):
    assert send(who).status_code == status
    assert not SelfReport.objects.exists()

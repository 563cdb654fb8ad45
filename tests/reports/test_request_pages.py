"""Asking for a report, following it, downloading it: by the person who asked, and nobody else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from inspections.models import Inspection
from reports import queue
from reports.models import ReportRequest
from tests.reports.conftest import told

S = ReportRequest.Status


def url(name, row):
    return reverse(f"reports:{name}", args=[row.pk])


def create(client, inspection, **given):
    address = reverse("reports:request_create", args=[inspection.code])
    return client.post(address, {"format": "pdf"} | given, follow=True)


def finish(row, content=b"%PDF-1.7"):
    run = queue.claim(row.pk)
    queue.finish(run, content, name="KT-2024-001-ket-luan.pdf", data_as_of=timezone.now())
    return run


def fail(row, reason="no paper"):
    queue.fail(queue.claim(row.pk), reason)


def page(answer):
    return answer.content.decode()


@pytest.mark.embedded
def test_asking_leads_to_the_page_of_the_request(browse, concluded):
    answer = create(browse("planner"), concluded)

    row = ReportRequest.objects.get()
    assert answer.redirect_chain == [(row.get_absolute_url(), 302)]
    assert "Đang chờ" in page(answer)
    assert (row.kind, row.format, row.status) == ("conclusion", "pdf", S.QUEUED)


def test_a_second_click_makes_no_second_row(browse, concluded):
    client = browse("planner")
    create(client, concluded)

    answer = create(client, concluded)

    assert ReportRequest.objects.count() == 1
    assert "Báo cáo này đang được lập cho Ông/Bà." in page(answer)


@pytest.mark.parametrize("who", ["chair", "planner", "head", "member", "auditor", "official"])
def test_who_reads_the_conclusion_may_have_it_made(browse, concluded, who):
    create(browse(who), concluded)

    assert ReportRequest.objects.count() == 1


@pytest.mark.parametrize("who", ["outsider", "stranger", "administrator"])
def test_for_others_the_inspection_is_not_there(browse, concluded, who):
    assert create(browse(who), concluded).status_code == 404
    assert ReportRequest.objects.count() == 0


def test_the_unit_cannot_have_the_draft_before_it_is_announced(browse, world):
    inspection = told(world, status=Inspection.Status.DRAFTING)

    assert create(browse("official"), inspection).status_code == 403
    assert ReportRequest.objects.count() == 0


@pytest.mark.embedded
def test_an_inspection_without_words_of_its_paper_is_refused(browse, world, make):
    inspection = make.inspection(world)

    answer = create(browse("head"), inspection)

    assert ReportRequest.objects.count() == 0
    assert inspection.code in page(answer)
    assert answer.redirect_chain[0][0].endswith(f"?inspection={inspection.code}")


@pytest.mark.parametrize(
    "given", [{"format": "odt"}, {"format": ""}, {"kind": "weather"}, {"kind": "plan"}]
)
def test_what_is_not_on_offer_is_refused_in_a_sentence(browse, concluded, given):
    answer = create(browse("planner"), concluded, **given)

    assert ReportRequest.objects.count() == 0
    assert "Hãy chọn một trong các định dạng được cung cấp." in page(answer)


@pytest.mark.parametrize("method", ["get", "head"])
def test_asking_is_a_post(browse, concluded, method):
    address = reverse("reports:request_create", args=[concluded.code])

    assert getattr(browse("planner"), method)(address).status_code == 405


def test_the_page_shows_progress_and_looks_again_while_open(browse, ask):
    client, row = browse("planner"), ask()
    queue.heartbeat(queue.claim(row.pk), progress=40, stage="Laying out the file")

    shown = page(client.get(row.get_absolute_url()))

    assert "Đang trình bày tệp" in shown
    assert 'http-equiv="refresh"' in shown
    assert f'data-poll="{url("request_progress", row)}"' in shown


def test_the_fragment_says_no_more_where_to_ask_once_it_is_done(browse, ask):
    client, row = browse("planner"), ask()
    assert "data-poll" in page(client.get(url("request_progress", row)))
    finish(row)

    shown = page(client.get(url("request_progress", row)))

    assert "data-poll" not in shown
    assert "Sẵn sàng" in shown


def test_a_ready_report_shows_its_file_and_hash(browse, ask):
    client, row = browse("planner"), ask()
    finish(row)

    shown = page(client.get(row.get_absolute_url()))

    assert url("request_file", row) in shown
    assert ReportRequest.objects.get(pk=row.pk).sha256 in shown
    assert 'http-equiv="refresh"' not in shown


def test_the_file_is_a_download_under_its_own_name(browse, ask):
    client, row = browse("planner"), ask()
    finish(row)

    answer = client.get(url("request_file", row))

    assert b"".join(answer.streaming_content) == b"%PDF-1.7"
    assert 'filename="KT-2024-001-ket-luan.pdf"' in answer["Content-Disposition"]
    assert answer["Content-Type"] == "application/pdf"
    assert "no-store" in answer["Cache-Control"]


def test_what_is_not_ready_or_lost_in_the_store_is_not_found(browse, ask):
    client, row = browse("planner"), ask()
    assert client.get(url("request_file", row)).status_code == 404
    finish(row)
    ReportRequest.objects.get(pk=row.pk).file.delete(save=False)

    assert client.get(url("request_file", row)).status_code == 404


@pytest.mark.parametrize("name", ["request_detail", "request_progress", "request_file"])
@pytest.mark.parametrize("who", ["head", "auditor", "outsider", "administrator"])
def test_only_who_asked_sees_it(browse, ask, name, who):
    row = ask()
    finish(row)

    assert browse(who).get(url(name, row)).status_code == 404


@pytest.mark.parametrize("name", ["request_retry", "request_cancel"])
def test_only_who_asked_moves_it(browse, ask, name):
    row = ask()

    assert browse("head").post(url(name, row)).status_code == 404
    assert ReportRequest.objects.get(pk=row.pk).status == S.QUEUED


@pytest.mark.embedded
def test_who_lost_the_right_to_the_inspection_gets_the_file_no_more(
    browse, ask, concluded, official
):
    row = ask(by=official)
    finish(row)
    Inspection.objects.filter(pk=concluded.pk).update(status=Inspection.Status.DRAFTING)

    assert browse("official").get(url("request_file", row)).status_code == 404
    assert browse("official").get(row.get_absolute_url()).status_code == 404


def test_a_failure_shows_its_reason_and_can_be_repeated(browse, ask):
    client, row = browse("planner"), ask()
    fail(row, "Không đủ giấy.")
    assert "Không đủ giấy." in page(client.get(row.get_absolute_url()))

    answer = client.post(url("request_retry", row), follow=True)

    assert ReportRequest.objects.get(pk=row.pk).status == S.QUEUED
    assert "Báo cáo đang được lập lại." in page(answer)


@pytest.mark.embedded
def test_repeating_what_is_open_or_has_an_open_twin_is_refused(browse, ask):
    client, failed = browse("planner"), ask()
    fail(failed)
    twin = ask()

    assert "đang được lập" in page(client.post(url("request_retry", failed), follow=True))
    assert "Chỉ có thể lập lại" in page(client.post(url("request_retry", twin), follow=True))
    assert ReportRequest.objects.get(pk=failed.pk).status == S.FAILED


def test_an_open_request_can_be_cancelled_once(browse, ask):
    client, row = browse("planner"), ask()

    assert "Đã hủy yêu cầu." in page(client.post(url("request_cancel", row), follow=True))
    assert "không có gì bị hủy" in page(client.post(url("request_cancel", row), follow=True))
    assert ReportRequest.objects.get(pk=row.pk).status == S.CANCELLED


@pytest.mark.embedded
def test_the_list_holds_ones_own_requests_only(browse, ask, head):
    ask()
    ask(by=head)

    assert len(browse("planner").get(reverse("reports:request_list")).context["page"]) == 1


def test_the_list_of_an_inspection_offers_both_formats(browse, ask, concluded, world):
    ask(inspection=told(world, version=world.other_district))
    mine = ask()

    answer = browse("planner").get(reverse("reports:request_list"), {"inspection": concluded.code})

    assert [row.pk for row in answer.context["page"]] == [mine.pk]
    assert 'value="pdf"' in page(answer)
    assert 'value="xlsx"' in page(answer)


def test_the_unit_is_offered_only_its_outline_before_the_draft_is_announced(browse, world):
    inspection = told(world, status=Inspection.Status.DRAFTING)

    answer = browse("official").get(
        reverse("reports:request_list"), {"inspection": inspection.code}
    )

    assert answer.status_code == 200
    assert 'value="outline"' in page(answer)
    assert 'value="conclusion"' not in page(answer)
    assert 'value="draft"' not in page(answer)


@pytest.mark.parametrize("code", ["KT-0000-000", "'", "\x00"])
def test_the_list_of_an_unknown_inspection_is_not_found(browse, world, code):
    answer = browse("planner").get(reverse("reports:request_list"), {"inspection": code})

    assert answer.status_code == 404


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


@pytest.mark.parametrize("who", ["planner", "head", "official"])
def test_a_long_list_asks_no_more_questions_than_a_short_one(browse, ask, concluded, who, request):
    client, by = browse(who), request.getfixturevalue(who)
    address = f"{reverse('reports:request_list')}?inspection={concluded.code}"
    for _number in range(3):
        finish(ask(by=by))
    few = queries_of(client, address)
    for _number in range(30):
        finish(ask(by=by))

    assert queries_of(client, address) == few <= 8


@pytest.mark.parametrize("who", ["planner", "head", "official"])
def test_the_page_of_a_request_asks_few_questions(browse, ask, who, request):
    row = ask(by=request.getfixturevalue(who))
    finish(row)

    assert queries_of(browse(who), row.get_absolute_url()) <= 10

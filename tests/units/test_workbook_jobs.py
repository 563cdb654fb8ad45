"""A worker tries and imports workbooks: how far it is, what stands in its way, and that it may die."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from reform_portal.common import uploads
from reform_portal.common.workflow import Refused
from tests import factories
from tests.units import workbooks as wb
from units.actions import workbooks as actions
from units.models import Post, UnitVersion, Workbook
from units.workbooks import importing, queue

pytestmark = pytest.mark.django_db
TRIAL, IMPORT = Workbook.Work


def sent(by, *units, **how):
    content = wb.book(units=units or [wb.commune()], **how)
    accepted = uploads.accept(wb.upload(content), kinds=(uploads.EXCEL,))
    return actions.send(accepted, by=by)


def worked_on(row, day=wb.DAY):
    queue.work_on(row.pk, day)
    row.refresh_from_db()
    return row


def confirmed(row, by):
    return actions.import_workbook(worked_on(row), by=by)


def is_there(name="Ba Sơn"):
    return UnitVersion.objects.filter(name=name).exists()


def test_a_worker_is_told_of_the_dry_run_and_of_the_import(
    administrator, bell, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        row = sent(administrator)
    with django_capture_on_commit_callbacks(execute=True):
        confirmed(row, administrator)

    assert bell == [(queue.TASK, row.pk)] * 2


def test_how_far_it_is_is_shown_without_a_script(browse, administrator):
    row = sent(administrator)
    desk = browse("administrator")
    shown = desk.get(row.get_absolute_url()).text
    part = desk.get(reverse("units:workbook_progress", args=[row.pk])).text

    assert '<noscript><meta http-equiv="refresh"' in shown
    assert "<progress" in shown
    assert "data-poll" in part
    worked_on(row)
    assert "data-poll" not in desk.get(reverse("units:workbook_progress", args=[row.pk])).text
    assert "xã Ba Sơn" in desk.get(row.get_absolute_url()).text


def test_the_rows_move_the_line_from_nought_to_nearly_all(administrator):
    heard = []
    content = wb.book(
        units=[wb.commune(f"Số {n}") for n in range(20)],
        people=[wb.official(f"Người {n}") for n in range(20)],
    )
    importing.rehearse(content, by=administrator, tell=heard.append)

    assert heard == sorted(heard)
    assert len({int(percent) for percent in heard}) > 20
    assert (heard[0] < 5, heard[-1]) == (True, 99)


def test_a_file_that_is_no_such_workbook_says_so_on_its_page(browse, administrator):
    row = worked_on(
        sent(administrator, spoil=lambda book: setattr(book.active, "title", "Trang lạ"))
    )
    shown = browse("administrator").get(row.get_absolute_url()).text

    assert row.has_failed
    assert "“Trang lạ”" in shown
    assert "Chưa nhập gì từ tệp này." in shown
    assert reverse("units:workbook_import", args=[row.pk]) not in shown
    with pytest.raises(Refused):
        actions.import_workbook(row, by=administrator)


def test_who_may_no_longer_change_units_imports_nothing(world, administrator):
    row = confirmed(sent(administrator), administrator)
    Post.objects.filter(person=world.administrator).update(held_to=wb.DAY)
    worked_on(row)

    assert (row.has_failed, is_there()) == (True, False)
    assert row.reasons[0].startswith("Ông/Bà không còn quyền")


def test_called_twice_it_is_imported_once(administrator):
    row = confirmed(sent(administrator), administrator)
    for _time in range(2):
        worked_on(row)

    assert UnitVersion.objects.filter(name="Ba Sơn").count() == 1
    assert row.imported_at
    assert row.content == b""


def test_a_run_that_lost_its_row_takes_everything_back(administrator, monkeypatch):
    row = confirmed(sent(administrator), administrator)
    counted = queue.counts_of

    def given_to_another(result):
        Workbook.objects.filter(pk=row.pk).update(run=None, status="queued")
        return counted(result)

    monkeypatch.setattr(queue, "counts_of", given_to_another)
    worked_on(row)
    assert not is_there()

    monkeypatch.undo()
    Workbook.objects.update(run=None, status="queued")  # as the other run left it
    assert worked_on(row).imported_at
    assert is_there()


def test_an_error_in_the_import_is_told_and_may_be_tried_again(administrator, monkeypatch):
    row = confirmed(sent(administrator), administrator)
    monkeypatch.setattr(importing, "carry_out", lambda *args, **how: 1 / 0)
    worked_on(row)
    assert (row.has_failed, row.may_be_imported, is_there()) == (True, True, False)

    monkeypatch.undo()
    actions.import_workbook(row, by=administrator)
    assert worked_on(row).imported_at


def test_a_dead_worker_is_followed_by_another_three_times(administrator, bell):
    silent = timezone.now() - timedelta(hours=1)
    rows = Workbook.objects.filter(pk=sent(administrator).pk)
    rows.update(status="running", alive_at=silent, attempts=2, asked_at=silent)
    queue.sweep()
    assert (rows.get().status, bell[-1]) == ("queued", (queue.TASK, rows.get().pk))

    rows.update(status="running", alive_at=silent, attempts=3)
    queue.sweep()
    assert rows.get().has_failed


@pytest.mark.embedded
def test_the_next_file_waits_for_an_import_that_runs(administrator, browse):
    row = confirmed(sent(administrator), administrator)
    answer = browse("administrator").post(
        reverse("units:workbook"), {"file": wb.upload(wb.book(units=[wb.commune("Khác")]))}
    )

    assert answer.status_code == 422
    assert "vẫn đang được nhập" in answer.text
    Workbook.objects.update(sent_at=timezone.now() - timedelta(days=2))
    actions.forget_old()
    assert worked_on(row).imported_at


def test_the_sentences_are_in_the_language_of_who_sent_it(administrator):
    with translation.override("en"):
        row = sent(administrator, wb.commune("Sai", valid_from="30/02/2024"))
    worked_on(row)

    [[_cell, sentence]] = row.rows.get().remarks
    assert "30/02/2024 is not" in sentence


def test_nobody_imports_the_workbook_of_somebody_else(world, administrator):
    row = worked_on(sent(administrator))
    other = factories.person("Quản Trị Hai", world.justice, role="administrator", day=wb.BEGIN)

    with pytest.raises(Workbook.DoesNotExist):
        actions.import_workbook(row, by=factories.actor(other))


def test_a_file_that_failed_is_not_told_like_a_report():
    with translation.override("vi"):
        assert Workbook(status="failed").state_name == "Không nhập được"
        assert Workbook(status="queued").state_name == Workbook.Status.QUEUED.label

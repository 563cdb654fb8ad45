"""The life of a request: asked once, claimed once, ended once."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from celery.signals import worker_ready
from django.core.files.storage import default_storage
from django.db import connection, transaction
from django.utils import timezone

from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from reports import queue
from reports.models import ReportRequest
from tests.reports.conftest import BUILD, told

S = ReportRequest.Status
A_MINUTE = timedelta(minutes=1)


def fresh(row):
    return ReportRequest.objects.get(pk=row.pk)


def end(run, content=b"%PDF file"):
    return queue.finish(run, content, name="KT.pdf", data_as_of=timezone.now())


def let_the_lease_run_out(run):
    ReportRequest.objects.filter(pk=run.pk).update(lease_until=timezone.now() - A_MINUTE)


def verbs(row):
    return [entry.verb for entry in AuditEntry.objects.about(row)]


def test_a_request_is_stored_with_the_scope_of_its_inspection(ask, concluded, planner):
    row = ask()

    assert (row.status, row.attempts, row.requested_by) == (S.QUEUED, 0, planner.user)
    assert (row.province_id, row.unit_id) == (concluded.province_id, concluded.unit_id)
    assert verbs(row) == ["report.request"]


@pytest.mark.embedded
def test_asking_twice_gives_the_same_row(ask):
    assert ask().pk == ask().pk
    assert ReportRequest.objects.count() == 1


def test_another_format_person_or_a_new_request_after_the_end_is_a_row_of_its_own(ask, head):
    first = ask()
    rows = {first.pk, ask("xlsx").pk, ask(by=head).pk}
    end(queue.claim(first.pk))

    assert len(rows | {ask().pk}) == 4


def test_the_bell_rings_after_the_commit_and_not_before(
    ask, bell, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        row = ask()
        assert bell == []

    assert bell == [(BUILD, row.pk)]
    assert fresh(row).rung_at is not None


def test_the_bell_does_not_ring_for_what_was_rolled_back(
    ask, bell, concluded, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        ask()
        transaction.set_rollback(True)

    assert bell == []
    assert ReportRequest.objects.count() == 0


def test_a_bell_that_breaks_leaves_the_row_waiting(
    ask, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr("reform_portal.common.doorbell.ring", lambda *told: 1 / 0)

    with django_capture_on_commit_callbacks(execute=True):
        row = ask()

    row.refresh_from_db()
    assert (row.status, row.rung_at) == (S.QUEUED, None)


def test_a_silent_bell_leaves_the_row_waiting(ask, broken_bell, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        row = ask()

    assert (fresh(row).status, fresh(row).rung_at) == (S.QUEUED, None)


def test_a_claim_takes_a_lease_and_counts(ask):
    run = queue.claim(ask().pk)

    assert (run.status, run.attempts) == (S.RUNNING, 1)
    assert run.lease_until > timezone.now()


def test_what_is_claimed_cannot_be_claimed_again(ask):
    row = ask()

    assert queue.claim(row.pk)
    assert queue.claim(row.pk) is None


@pytest.mark.embedded
@pytest.mark.django_db(transaction=True)
def test_of_two_workers_that_claim_at_once_one_wins(ask):
    for _round in range(10):
        row, start, won = ask(), Barrier(2), []

        def claim(row=row, start=start, won=won):
            start.wait()
            won.append(queue.claim(row.pk))
            connection.close()

        workers = [Thread(target=claim) for _number in range(2)]
        [worker.start() for worker in workers]
        [worker.join() for worker in workers]
        assert sorted(run is None for run in won) == [False, True]
        end(next(run for run in won if run))


def test_a_finished_run_shows_its_file(ask):
    run = queue.claim(ask().pk)

    assert end(run)

    row = fresh(run)
    assert (row.status, row.progress, row.size) == (S.DONE, 100, 9)
    assert row.file.read() == b"%PDF file"
    assert row.sha256.startswith("f3") or len(row.sha256) == 64
    assert verbs(row) == ["report.done", "report.request"]


def test_a_second_finish_changes_nothing_and_leaves_no_file(ask):
    run = queue.claim(ask().pk)
    end(run, b"first")

    assert not end(run, b"second")
    assert fresh(run).file.read() == b"first"
    assert len(files_of(run)) == 1


def files_of(run):
    return [name for name in default_storage.listdir("reports")[1] if str(run.run) in name]


@pytest.mark.embedded
def test_who_lost_the_lease_can_neither_beat_nor_finish_nor_fail(ask):
    late = queue.claim(ask().pk)
    let_the_lease_run_out(late)
    queue.sweep()
    winner = queue.claim(late.pk)

    assert not queue.heartbeat(late, progress=90)
    assert not end(late, b"late")
    assert not queue.fail(late, "late")
    assert (fresh(late).run, files_of(late)) == (winner.run, [])


def test_a_heartbeat_extends_the_lease_and_tells_how_far_it_is(ask):
    run = queue.claim(ask().pk)
    let_the_lease_run_out(run)

    assert queue.heartbeat(run, progress=40, stage="Reading the records")

    row = fresh(run)
    assert row.lease_until > timezone.now()
    assert (row.progress, row.stage) == (40, "Reading the records")


def test_a_worker_that_starts_sweeps_at_once(monkeypatch):
    sent = []
    monkeypatch.setattr("reform_portal.common.doorbell.ring", sent.append)

    worker_ready.send(sender=None)

    assert sent == ["reports.tasks.sweep_requests", "reports.tasks.sweep_issued_papers"]


def test_the_sweep_frees_what_a_dead_worker_held_and_rings(ask, bell):
    run = queue.claim(ask().pk)
    let_the_lease_run_out(run)

    queue.sweep()

    row = fresh(run)
    assert (row.status, row.run, row.attempts) == (S.QUEUED, None, 1)
    assert bell == [(BUILD, run.pk)]


def test_the_sweep_leaves_a_living_run_alone(ask, bell):
    run = queue.claim(ask().pk)

    queue.sweep()

    assert (fresh(run).status, bell) == (S.RUNNING, [])


def test_the_sweep_removes_the_file_a_dead_run_left(ask, bell):
    run = queue.claim(ask().pk)
    with default_storage.open(f"reports/{run.run}.pdf", "wb") as file:
        file.write(b"%PDF half")
    let_the_lease_run_out(run)

    queue.sweep()

    assert files_of(run) == []


def test_after_three_attempts_it_fails_with_a_reason(ask, bell):
    row = ask()
    for _attempt in range(3):
        let_the_lease_run_out(queue.claim(row.pk))
        queue.sweep()

    row = fresh(row)
    assert (row.status, row.attempts, row.run is None) == (S.FAILED, 3, False)
    assert "ba lần" in row.reason
    assert queue.claim(row.pk) is None


def test_the_sweep_rings_again_only_for_what_waits_long(ask, bell):
    told_long_ago, told_just_now = ask(), ask("xlsx")
    now = timezone.now()
    ReportRequest.objects.filter(pk=told_long_ago.pk).update(rung_at=now - A_MINUTE)
    ReportRequest.objects.filter(pk=told_just_now.pk).update(rung_at=now)

    queue.sweep()

    assert bell == [(BUILD, told_long_ago.pk)]


def test_a_sweep_without_a_queue_stops_at_the_first_silence(ask, broken_bell):
    rows = [ask(), ask("xlsx")]

    queue.sweep()

    assert {fresh(row).status for row in rows} == {S.QUEUED}


def test_a_file_that_cannot_be_stored_fails_with_a_reason(ask, monkeypatch):
    run = queue.claim(ask().pk)

    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(default_storage, "save", full)
    end(run)

    assert (fresh(run).status, fresh(run).file.name) == (S.FAILED, "")
    assert "không lưu được" in fresh(run).reason


def test_a_cancelled_request_is_taken_from_its_run(ask, planner):
    run = queue.claim(ask().pk)

    assert queue.cancel(run, by=planner)
    assert not end(run)
    assert fresh(run).status == S.CANCELLED
    assert verbs(run) == ["report.cancel", "report.request"]


def test_what_ended_cannot_be_cancelled(ask, planner):
    run = queue.claim(ask().pk)
    end(run)

    assert not queue.cancel(run, by=planner)
    assert fresh(run).status == S.DONE


def test_a_failed_request_starts_again_with_all_attempts(ask, planner):
    run = queue.claim(ask().pk)
    queue.fail(run, "no paper")

    assert queue.retry(run, by=planner)

    row = fresh(run)
    assert (row.status, row.attempts, row.error, row.progress) == (S.QUEUED, 0, "", 0)
    assert queue.claim(row.pk).attempts == 1


def test_what_is_under_way_or_done_is_not_repeated(ask, planner):
    run = queue.claim(ask().pk)

    assert not queue.retry(run, by=planner)
    end(run)
    assert not queue.retry(run, by=planner)


def test_it_is_not_repeated_beside_an_open_twin(ask, planner):
    failed = queue.claim(ask().pk)
    queue.fail(failed, "no paper")
    ask()

    with pytest.raises(Refused, match="đang được lập"):
        queue.retry(failed, by=planner)


def test_a_request_of_another_inspection_is_not_touched(ask, world, planner):
    other = ask(inspection=told(world, version=world.other_district))
    queue.cancel(ask(), by=planner)

    assert fresh(other).status == S.QUEUED

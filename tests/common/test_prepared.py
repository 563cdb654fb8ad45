"""Questions PostgreSQL keeps planned: seen in the log, mended after a migration or a lost server."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction
from django.db.utils import NotSupportedError, OperationalError
from django.test.utils import CaptureQueriesContext

from findings import questions
from reform_portal.common.prepared import answers

LOST = "SELECT 1"
NAMES = "SELECT name FROM kept_for_a_test WHERE id = %s"
KEPT = "SELECT count(*) FROM pg_prepared_statements"


def run(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)


def asked_plainly(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


@pytest.fixture
def table(transactional_db):
    run("CREATE TABLE kept_for_a_test (id integer, name varchar(5))")
    run("INSERT INTO kept_for_a_test VALUES (7, 'A2')")
    yield
    run("DROP TABLE kept_for_a_test")


def changed_by_a_migration():
    """As another process changes it: this connection is not told."""
    with ThreadPoolExecutor(1) as other:
        other.submit(_change).result()


def _change():
    run("ALTER TABLE kept_for_a_test ALTER name TYPE text")
    connection.close()


def test_the_log_of_queries_says_what_was_asked(db):
    answers("SELECT %s::integer", [1234])
    with CaptureQueriesContext(connection) as log:
        answers("SELECT %s::integer", [1234])
    assert [query["sql"] for query in log.captured_queries] == ["SELECT 1234::integer"]


def test_a_column_of_another_type_is_read_without_a_restart(table):
    assert answers(NAMES, [7]) == [("A2",)]
    changed_by_a_migration()
    assert answers(NAMES, [7]) == [("A2",)]


def test_inside_a_transaction_it_is_read_by_the_next_one(table):
    assert answers(NAMES, [7]) == [("A2",)]
    changed_by_a_migration()
    with pytest.raises(NotSupportedError), transaction.atomic():
        answers(NAMES, [7])
    with transaction.atomic():
        assert answers(NAMES, [7]) == [("A2",)]


def test_a_server_that_ended_the_connection_is_asked_anew(transactional_db):
    answers(LOST, [])
    process = asked_plainly("SELECT pg_backend_pid()")
    with ThreadPoolExecutor(1) as other:
        other.submit(_end, process).result()
    with pytest.raises(OperationalError):
        answers(LOST, [])
    connection.close_if_unusable_or_obsolete()
    assert answers(LOST, []) == [(1,)]


def test_a_connection_lost_between_requests_is_noticed_before_the_first_question(transactional_db):
    answers(LOST, [])
    process = asked_plainly("SELECT pg_backend_pid()")
    connection.close_at = None
    with ThreadPoolExecutor(1) as other:
        other.submit(_end, process).result()
    connection.close_if_unusable_or_obsolete()  # a request begins
    assert answers(LOST, []) == [(1,)]


def _end(process):
    run(f"SELECT pg_terminate_backend({process}, 5000)")
    connection.close()


def test_nothing_is_kept_where_a_pooler_hands_connections_on(make, world, planner, settings):
    settings.DATABASE_PREPARED = False
    finding = make.finding(make.inspection(world))
    before = asked_plainly(KEPT)
    assert questions.findings_of_key(planner, finding.pk) == [finding]
    assert asked_plainly(KEPT) == before
    settings.DATABASE_PREPARED = True
    assert questions.findings_of_key(planner, finding.pk) == [finding]
    assert asked_plainly(KEPT) > before


def test_threads_share_what_is_compiled_and_not_a_connection(make, world, planner):
    finding = make.finding(make.inspection(world))

    def asked_beside(_number):
        try:
            return questions.units_of(finding.pk), connections["default"]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(asked_beside, range(12)))
    assert all(rows == [] for rows, _connection in found)  # this test's transaction is not theirs
    assert len(questions.units_of(finding.pk)) == 1

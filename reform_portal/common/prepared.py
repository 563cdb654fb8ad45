"""Questions PostgreSQL plans once a connection. Planning the joins of a small question takes it
ten times as long as answering; Django leaves that for every call (its parameters go in as text).
"""

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, NotSupportedError, connections
from django.db.backends.utils import CursorDebugWrapper, CursorWrapper

PREPARE_AT_ONCE = 0  # psycopg prepares a statement after so many times; Django says never
FORGET = "DEALLOCATE ALL"  # psycopg sees it pass and forgets too


def answers(sql, params, using=DEFAULT_DB_ALIAS):
    """The rows of SQL that is asked again and again with other values.

    After a migration that gave a column another type PostgreSQL refuses the plans it keeps. They
    are dropped and made anew; inside a transaction, which the refusal ends, when it is rolled back.
    """
    try:
        return _fetched(sql, params, using)
    except NotSupportedError:
        connection = connections[using]
        if connection.vendor != "postgresql" or connection.in_atomic_block:
            raise
        with connection.cursor() as cursor:
            cursor.execute(FORGET)
        return _fetched(sql, params, using)


def _fetched(sql, params, using):
    with _cursor(connections[using]) as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def _cursor(connection):
    """A cursor whose statements are kept, where that is possible and wanted."""
    if connection.vendor != "postgresql" or not settings.DATABASE_PREPARED:
        return connection.cursor()
    from django.db.backends.postgresql.base import ServerBindingCursor

    # As Django's own `cursor()` begins: this thread's connection, alive or opened anew.
    connection.validate_thread_sharing()
    connection.close_if_health_check_failed()
    if connection.connection is None:
        connection.ensure_connection()
    connection.connection.prepare_threshold = PREPARE_AT_ONCE
    wrapper = _LoggedCursor if connection.queries_logged else CursorWrapper
    return wrapper(ServerBindingCursor(connection.connection), connection)


class _LoggedCursor(CursorDebugWrapper):
    """Of a prepared statement psycopg does not say what it sent; the log of queries shall."""

    def execute(self, sql, params=None):
        with self.debug_sql(self.db.ops.compose_sql(sql, params)):
            return CursorWrapper.execute(self, sql, params)

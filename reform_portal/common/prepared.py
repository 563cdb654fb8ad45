"""Questions PostgreSQL plans once a connection. Planning the joins of a small question takes it
ten times as long as answering; Django leaves that for every call (its parameters go in as text).
"""

from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections

PREPARE_AT_ONCE = 0  # psycopg prepares a statement after so many times; Django says never


@contextmanager
def prepared_cursor(using=DEFAULT_DB_ALIAS):
    """A cursor for SQL that is asked again and again with other values."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        with connection.cursor() as cursor:
            yield cursor
        return
    from django.db.backends.postgresql.base import ServerBindingCursor

    connection.ensure_connection()
    connection.connection.prepare_threshold = PREPARE_AT_ONCE
    cursor = ServerBindingCursor(connection.connection)
    with connection._prepare_cursor(cursor) as wrapped:
        yield wrapped

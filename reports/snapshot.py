"""All that a report reads, as of one moment: totals on page 1 agree with the rows of the annex."""

from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def snapshot():
    """One transaction whose reads all see the same state of the database."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        # SQLite's transactions are snapshots already; inside another one it is too late to ask.
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield

"""Counting what a page asks the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext


@pytest.fixture
def queries():
    """queries(client, url): how many a page takes, once everything that is kept is kept."""

    def count(client, url):
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(url).status_code == 200
        return len(asked)

    return count

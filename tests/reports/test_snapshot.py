"""What changes while a report is read is not half in it."""

from threading import Thread

import pytest
from django.db import connection, transaction

from findings.models import Finding
from reports.snapshot import snapshot
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


def recorded_meanwhile(inspection):
    """Somebody else records a finding and is done with it."""

    def record():
        factories.finding(inspection)
        connection.close()

    colleague = Thread(target=record)
    colleague.start()
    colleague.join()


def test_a_snapshot_does_not_see_what_is_recorded_meanwhile(concluded):
    with snapshot():
        before = Finding.objects.count()
        recorded_meanwhile(concluded)
        assert Finding.objects.count() == before

    assert Finding.objects.count() == before + 1


def test_a_plain_transaction_would_see_it(concluded):
    with transaction.atomic():
        before = Finding.objects.count()
        recorded_meanwhile(concluded)
        assert Finding.objects.count() == before + 1

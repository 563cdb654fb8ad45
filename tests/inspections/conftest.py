"""What the tests of plans and inspections share: forms as people send them, and counted queries."""

import io
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from reform_portal.common.models import AuditEntry
from tests.races import together


@pytest.fixture
def count_queries():
    """How many queries a page costs: count_queries(client, url)."""

    def count(client, url):
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    return count


@pytest.fixture
def verbs():
    """The acts on a record, oldest first."""

    def of(obj):
        return [entry.verb for entry in reversed(AuditEntry.objects.about(obj))]

    return of


@pytest.fixture
def plan_words(make, world):
    """The form of a plan: plan_words(number=81)."""

    def words(**changes):
        values = {
            "submission": uuid.uuid4(),
            "issued_by": f"committee-{world.committee.pk}",
            "number": 80,
            "symbol": "KH-BCĐCCHC",
            "issued_on": "2024-05-29",
            "year": 2024,
            "title": "Kiểm tra công tác cải cách hành chính năm 2024",
            "types": [make.inspection_type().pk],
            "areas": [make.area("A2").pk],
            "period_from": "2023-06-15",
            "period_to": "2024-06-14",
            "purpose": "Đánh giá kết quả.",
        }
        return {name: value for name, value in (values | changes).items() if value is not None}

    return words


@pytest.fixture
def visit_words(world):
    """The form of a visit: visit_words(day="2024-06-18")."""

    def words(**changes):
        values = {
            "submission": uuid.uuid4(),
            "unit": world.commune.unit_id,
            "kind": "one_stop",
            "place": "Bộ phận Một cửa UBND xã Thanh Lòa",
            "day": "2024-06-17",
            "session": "morning",
            "notes": "Trụ sở cơ bản đáp ứng.",
        }
        return values | changes

    return words


@pytest.fixture
def schedule_words():
    """The form of a schedule for a plan's first unit."""

    def words(plan, team, **changes):
        values = {
            "submission": uuid.uuid4(),
            "plan_unit": plan.plan_units.first().pk,
            "delegation": team.pk,
            "starts_on": "2024-06-17",
            "ends_on": "2024-06-17",
            "form": "on_site",
        }
        return values | changes

    return words


@pytest.fixture
def workbook():
    """A small Excel file to upload."""

    def made(name="bao-cao.xlsx"):
        content = io.BytesIO()
        Workbook().save(content)
        content.seek(0)
        content.name = name
        return content

    return made


@pytest.fixture
def at_once(transactional_db):
    """Runs all jobs in the same moment, each on its own connection: [result or refusal, …]."""
    return lambda jobs: together(*jobs)

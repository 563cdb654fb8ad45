"""On PostgreSQL the database itself keeps ranges and codes apart, whoever writes."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from tests.factories import DAY
from units.models import UnitVersion

LATER = date(2025, 7, 1)


@pytest.fixture(autouse=True)
def postgresql(db, settings):
    """These run in the suite on PostgreSQL only; SQLite has no exclusion constraints."""
    assert not settings.EMBEDDED
    assert connection.vendor == "postgresql"


def copy_of(version, **changes):
    values = {
        "unit": version.unit,
        "name": version.name,
        "type": version.type,
        "level": version.level,
        "path": version.path,
        "valid_from": DAY,
        "valid_to": LATER,
    }
    return UnitVersion(**values | changes)


def write(version):
    """Save, and let the deferred constraints speak now instead of at the end."""
    with transaction.atomic():
        version.save()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_two_versions_of_a_unit_on_one_day_are_refused(world):
    with pytest.raises(IntegrityError, match="versions_do_not_overlap"):
        write(copy_of(world.commune))


def test_versions_that_touch_are_no_overlap(world):
    UnitVersion.objects.filter(pk=world.commune.pk).update(valid_to=DAY)

    write(copy_of(world.commune))

    assert world.commune.unit.versions.count() == 2


def test_two_holders_of_a_code_on_one_day_are_refused(make, world):
    other = make.unit("Khác", "xã", "commune", parent=world.district, opened=LATER)

    with pytest.raises(IntegrityError, match="a_code_has_one_holder"):
        write(copy_of(other, code=world.commune.code))


def test_units_without_a_code_do_not_collide(make, world):
    write(copy_of(make.unit("Khác", "xã", "commune", parent=world.district, opened=LATER)))

    assert UnitVersion.objects.on(DAY).filter(code="").count() == 3

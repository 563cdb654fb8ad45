"""Two administrators import the same workbook in the same moment: it is there once."""

import pytest
from django.db import connection

from tests import factories
from tests.races import together
from tests.units import workbooks as wb
from units.models import Person, UnitVersion

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer"),
]


def import_together(content, actors):
    """What each of them got, all let go at once."""
    agreed = wb.tried(content, actors[0]).told
    return together(
        *(
            lambda actor=actor: wb.importing.carry_out(content, by=actor, agreed=agreed).kept
            for actor in actors
        )
    )


def test_one_wins_and_nothing_is_there_twice(world, administrator):
    second = factories.person("Quản Trị Hai", world.justice, role="administrator")
    actors = [administrator, factories.actor(second)]
    content = wb.book(
        units=[wb.commune(f"Số {n}") for n in range(20)],
        people=[wb.official(f"Người {n}") for n in range(20)],
    )

    assert sorted(import_together(content, actors)) == [False, True]
    assert UnitVersion.objects.filter(name__startswith="Số").count() == 20
    assert Person.objects.filter(full_name__startswith="Người").count() == 20

"""Letters of correction that were written before registers knew of them are entered there."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps

from inspections import register
from inspections.models import RegisterNumber
from reports.issued import actions
from reports.models import Correction

pytestmark = [pytest.mark.django_db, pytest.mark.embedded]


def fill():
    import_module("reports.migrations.0010_numbers_of_corrections").enter_corrections(apps, None)


@pytest.fixture
def old(make, world, concluded):
    """Makes a correction as it stood before: a row, and no number in a register."""

    def made(of=concluded, number=7):
        paper = make.issued_paper(of)
        letter = {"symbol": "SNV-CCHC", "issued_on": date(2024, 7, 1), "made_by": world.planner}
        return Correction.objects.create(
            paper=paper, number=number, reads="a", should_read="b", **letter
        )

    return made


def test_an_old_correction_holds_its_number_and_is_entered_once(old):
    correction = old()
    wanted = actions.register_paper(correction)

    for _time in range(2):
        fill()

    number = RegisterNumber.objects.of(wanted.key).get()
    assert (str(number), number.issued, number.again) == ("07/SNV-CCHC", True, False)
    assert number.taken_on == correction.issued_on
    assert register.next_number(wanted) == 8


def test_a_number_borne_twice_is_entered_and_marked(old, make, world):
    second = make.inspection(world, status="concluded")
    pair = [old(), old(of=second)]

    fill()

    marks = [RegisterNumber.objects.of(actions.register_paper(row).key).get().again for row in pair]
    assert marks == [False, True]


def test_a_correction_the_register_knows_stays_as_it_is(old, planner):
    correction = old()
    register.take(actions.register_paper(correction), by=planner, number=9)

    fill()

    assert RegisterNumber.objects.get().number == 9

"""The order in which the demo is told, in one transaction: all of it is there, or nothing."""

from datetime import date

from django.db import transaction

from . import cao_loc, people, places, plan_80
from .invented import earlier, present, sisters
from .invented import people as invented_people
from .invented import places as invented_places
from .stage import Stage

# The years up to 2025 are told as they were; the present begins after them.
FIRST_DAY = date(2026, 1, 1)


@transaction.atomic
def load(today, provinces=None):
    """Places (of these provinces, or the nation), people, the committee, then year after year."""
    stage = set_up(today, provinces)
    earlier.play(stage, earlier.before(2024))
    plan = plan_80.play(stage)
    cao_loc.play(stage, plan)
    sisters.play(stage, plan)
    earlier.play(stage, earlier.of(2024))
    invented_places.merge_departments(stage)
    earlier.play(stage, earlier.since(2025))
    present.play(stage)


@transaction.atomic
def load_cao_loc(today, provinces=None):
    """The case of the article alone, with its plan."""
    stage = set_up(today, provinces)
    cao_loc.play(stage, plan_80.play(stage))


@transaction.atomic
def load_present(today, provinces=None):
    """The year of this day alone."""
    stage = set_up(today, provinces)
    invented_places.merge_departments(stage)
    present.play(stage)


def set_up(today, provinces=None):
    """A stage with its places, its people and the committee, on which nothing happened yet."""
    stage = Stage(today)
    places.build(stage, provinces)
    invented_places.build(stage)
    people.build(stage)
    invented_people.build(stage)
    people.establish(stage, decision=invented_people.DECISION, day=invented_people.ESTABLISHED)
    invented_people.seat(stage)
    return stage

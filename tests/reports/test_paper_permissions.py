"""Who may have which paper: kind by person, before and after the unit may know."""

from datetime import UTC, datetime

import pytest

from inspections.models import Inspection
from reports.registry import REPORTS
from reports.subjects import Year
from tests import factories
from tests.conftest import PERSONAS
from tests.reports.conftest import told

AS_OF = datetime(2024, 7, 5, 2, 30, tzinfo=UTC)
READERS = {"chair", "planner", "auditor"}
DELEGATION = {"head", "member"}
INSIDE = READERS | DELEGATION
UNIT = {"official"}

# Kind: who has it of a concluded inspection, and of one being written.
TABLE = {
    "plan": (INSIDE, INSIDE),
    "decision": (INSIDE, INSIDE),
    "notice": (INSIDE | UNIT, INSIDE | UNIT),
    "outline": (INSIDE | UNIT, INSIDE | UNIT),
    "minutes": (INSIDE | UNIT, INSIDE),
    "spoken": (set(), set()),
    "draft": (INSIDE | UNIT, INSIDE),
    "conclusion": (INSIDE | UNIT, INSIDE),
    "urging": (INSIDE | UNIT, INSIDE),
    "remediation_report": (INSIDE | UNIT, INSIDE),
    "overview": (READERS, READERS),
}


def subject_of(kind, inspection):
    plan = inspection.plan
    others = {
        "plan": plan,
        "overview": plan,
        "decision": inspection.delegation,
        "minutes": inspection.minutes.first(),
    }
    return others.get(kind, inspection)


def who_may(kind, inspection, world):
    subject = subject_of(kind, inspection)
    actors = {name: factories.actor(getattr(world, name)) for name in PERSONAS}
    return {name for name, actor in actors.items() if REPORTS[kind].may(actor, subject)}


@pytest.fixture
def made(world):
    """An inspection in a state, announced by a notice, with signed minutes."""

    def of(status):
        inspection = told(world, status=status)
        factories.notice(inspection)
        factories.minutes(inspection, signed_on=inspection.starts_on)
        return inspection

    return of


def test_every_kind_is_in_the_table():
    assert set(TABLE) == set(REPORTS)


@pytest.mark.parametrize("kind", TABLE)
@pytest.mark.parametrize(
    ("status", "column"),
    [(Inspection.Status.CONCLUDED, 0), (Inspection.Status.DRAFTING, 1)],
)
def test_a_paper_is_for_those_the_table_names(kind, status, column, made, world):
    assert who_may(kind, made(status), world) == TABLE[kind][column]


def test_the_unit_has_no_minutes_that_are_not_signed(made, world):
    inspection = made(Inspection.Status.CONCLUDED)
    inspection.minutes.update(signed_on=None)

    assert who_may("minutes", inspection, world) == INSIDE


def test_the_unit_has_no_notice_that_is_not_sent(world):
    inspection = told(world, status=Inspection.Status.PLANNED)
    factories.notice(inspection, status="drafted")

    assert who_may("notice", inspection, world) == INSIDE


@pytest.mark.parametrize("kind", ["notice", "outline"])
def test_the_unit_has_nothing_of_an_inspection_it_must_not_know_of(kind, made, world):
    inspection = made(Inspection.Status.PLANNED)
    inspection.form = "unannounced"

    assert who_may(kind, inspection, world) == INSIDE


def test_a_year_is_read_by_those_who_read_the_province(world):
    subject = Year(world.province.unit_id, 2024)
    actors = {name: factories.actor(getattr(world, name)) for name in PERSONAS}

    may = {name for name, actor in actors.items() if REPORTS["overview"].may(actor, subject)}
    assert may == READERS


def test_no_paper_of_plan_or_delegation_names_a_unit_to_be_surprised(world, planner):
    secret = told(world, status=Inspection.Status.PLANNED, form="unannounced")
    secret.plan.plan_units.update(form="unannounced")
    unit = secret.unit_version.authority

    for kind in ("plan", "decision"):
        made = REPORTS[kind].contents["pdf"](subject_of(kind, secret), as_of=AS_OF, reader=planner)
        assert unit not in str(made)

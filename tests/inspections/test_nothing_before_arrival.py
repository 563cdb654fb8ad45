"""Until a delegation has arrived, an unannounced inspection leaves no trace for the unit.

The same province is read twice, without the inspection and with it, by everybody who belongs to
the unit and by somebody who does not: every page and file of the permission matrix, byte by byte.
"""

import re
import uuid
from datetime import date

import pytest
from django.db import transaction

from inspections.actions.feeds import make_address
from inspections.actions.inspections import schedule_inspection
from inspections.actions.moving import move_visit
from inspections.actions.visits import record_visit
from inspections.models import PlanUnit, Visit
from inspections.workflow import inspection as steps
from reform_portal.common.roles import Role
from tests import factories
from tests.conftest import MOMENT, signed_in
from tests.matrix import PAGES, stage_for
from tests.reformed import end, official

DAY = date(2024, 6, 20)
TOKEN = re.compile(rb'(name="(?:csrfmiddlewaretoken|submission)" value=")[^"]+')
# What a person types or chooses: the pages of the matrix with the filters of lists.
ASKED = (
    "/search/?q=cao+loc",
    "/search/?q=thanh+loa",
    "/search/?q=DX-2024",
    "/inspections/?q=cao+loc",
    "/inspections/?q=DX",
    "/inspections/?year=2024",
    "/inspections/?status=planned",
    "/inspections/?status=in_progress&year=2024",
    "/inspections/calendar/?day=2024-06-20",
    "/inspections/calendar/week/?day=2024-06-20",
    "/inspections/calendar/mine/?day=2024-06-20",
    "/plans/?year=2024",
    "/plans/?q=81",
    "/units/figures/?year=2024",
)

# Where somebody who is not the unit's official may read of plans and inspections.
APPS = (
    "start",
    "search",
    "inspections:plan",
    "inspections:inspection",
    "inspections:cov",
    "inspections:register",
    "inspections:proposal",
    "inspections:session",
    "inspections:notice",
    "reports:",
)


@pytest.fixture
def stage(world, today, bell, monkeypatch):
    """The stage of the matrix, with a second plan under which the other district is inspected."""
    monkeypatch.setattr(uuid, "uuid4", lambda: uuid.UUID(int=7))
    stage = stage_for(world)
    stage.plan = factories.plan(world, number=81, units=[world.other_district])
    stage.team = factories.delegation(world, stage.plan)
    return stage


@pytest.fixture
def officials(world):
    """Who answers for the unit, and who answers for another one."""
    return {"official": world.official, "outsider": world.outsider}


@pytest.fixture
def others_of_the_unit(world):
    """People with a post in the unit or in an office of it, and a role beyond it."""
    office = factories.unit("Nội vụ", "Phòng", "agency", parent=world.district)
    return {
        "auditor": factories.person("Nông Kiểm Soát", world.district, role=Role.AUDITOR),
        "planner": factories.person("Bế Lập Kế", office, role=Role.PLANNER),
        "inspector": factories.person("Vi Thanh Tra", world.district, role=Role.INSPECTOR),
    }


def unannounced(stage, version, plan, team, day=DAY):
    """Planned, scheduled, with a visit that was moved: by Home Affairs, as the portal does it."""
    by = factories.actor(stage.planner)
    row = PlanUnit.objects.create(
        plan=plan, unit=version.unit, unit_version=version, form="unannounced", month=6
    )
    made = schedule_inspection(
        plan, by=by, plan_unit=row, delegation=team, starts_on=day, ends_on=day,
        in_spite_of="Không thể khác.",
    )  # fmt: skip
    there = {"unit": version.unit, "kind": Visit.Kind.OFFICE, "place": "Trụ sở UBND"}
    there["in_spite_of"] = "Không thể khác."
    visit = record_visit(made, by=by, day=day, session="morning", **there)
    move_visit(
        visit, visit.version, by=by, day=day, session="afternoon", reason="Đổi buổi.",
        in_spite_of="Không thể khác.",
    )  # fmt: skip
    return made


@pytest.fixture
def secrets(stage):
    """One at the district under the second plan, one at a commune under that of its inspection."""

    def made(*, also_below=True):
        team = stage.inspection.delegation
        at_the_district = unannounced(stage, stage.district, stage.plan, stage.team)
        return (
            [at_the_district]
            if not also_below
            else [
                at_the_district,
                unannounced(stage, stage.commune, team.plan, team, date(2024, 6, 21)),
            ]
        )

    return made


def addresses(stage, actor, apps):
    """Every page of the matrix, lists with filters, the person's calendar, with ready records."""
    found = {page["url"](stage) for name, page in PAGES.items() if name.startswith(apps)}
    feed = f"/calendar/{make_address(by=actor, now=MOMENT)}.ics"
    units = [f"/units/{one.unit_id}/" for one in (stage.district, stage.commune)]
    return [*sorted(found), *units, *ASKED, feed]


def read(client, url):
    """What is answered, with what reading changed taken back."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        answer = client.get(url)
        transaction.set_rollback(True)
    client.cookies = cookies
    content = b"".join(answer) if answer.streaming else answer.content
    where = answer.headers.get("Location", "")
    return answer.status_code, where, TOKEN.sub(rb"\1", content)


@pytest.fixture
def crawl(stage):
    """{(person, address): answer} for these people; the addresses are the same every time."""
    known = {}

    def answers(people, apps=("",)):
        for name, human in people.items():
            if name not in known:
                known[name] = addresses(stage, factories.actor(human), apps)
        clients = {name: signed_in(human) for name, human in people.items()}
        return {
            (name, url): read(client, url)
            for name, client in clients.items()
            for url in known[name]
        }

    return answers


def differing(before, after):
    return sorted(key for key, answer in before.items() if after[key] != answer)


def test_every_page_and_file_is_the_same_with_and_without_it(crawl, officials, secrets):
    without = crawl(officials)

    made = secrets()

    assert differing(without, crawl(officials)) == []
    assert opened(officials, made) == {404}


def test_people_of_the_unit_with_a_role_beyond_it_read_no_more(crawl, others_of_the_unit, secrets):
    without = crawl(others_of_the_unit, APPS)

    made = secrets(also_below=False)

    assert differing(without, crawl(others_of_the_unit, APPS)) == []
    assert opened(others_of_the_unit, made) == {404}


def opened(people, inspections):
    """How the pages of these inspections answer."""
    clients = [signed_in(human) for human in people.values()]
    pages = [made.get_absolute_url() for made in inspections]
    return {client.get(page).status_code for client in clients for page in pages}


def test_nor_do_those_of_a_successor_read_of_it(crawl, stage, world):
    follower = factories.unit("Đồng Đăng", "xã", "commune", parent=world.province)
    end(world.other_district, follower, day=date(2024, 6, 1))
    heirs = {"heir": official("Phùng Văn Đức", follower)}
    row = factories.plan(world, number=82, units=[])
    without = crawl(heirs, APPS)

    unannounced_of_ended(stage, row, world.other_district)

    assert differing(without, crawl(heirs, APPS)) == []


def unannounced_of_ended(stage, plan, version):
    """Scheduled for a unit while it stood."""
    PlanUnit.objects.create(plan=plan, unit=version.unit, unit_version=version, form="unannounced")
    team = factories.delegation(stage, plan)
    factories.visit(
        factories.inspection(
            stage, version=version, team=team, form="unannounced", code="DX-2024-AAAAA"
        )
    )


def test_once_somebody_has_arrived_the_unit_reads_all_of_it(crawl, stage, secrets):
    people = {"official": stage.official}
    without = crawl(people, APPS)
    made = secrets()[0]

    steps.take("start", made, by=factories.actor(stage.head, day=DAY))

    told = {url for _name, url in differing(without, crawl(people, APPS))}
    assert told >= {"/inspections/", "/plans/", f"/units/{stage.district.unit_id}/", "/"}
    page = signed_in(stage.official).get(made.get_absolute_url())
    assert page.status_code == 200


def test_the_next_code_tells_nothing(stage, secrets, make, world):
    secrets()
    by = factories.actor(stage.planner)
    row = stage.plan.plan_units.get(unit=world.other_district.unit)

    next_one = schedule_inspection(
        stage.plan, by=by, plan_unit=row, delegation=stage.team, starts_on=DAY, ends_on=DAY,
        in_spite_of="Không thể khác.",
    )  # fmt: skip

    assert next_one.code == "KT-2024-001"

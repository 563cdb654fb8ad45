"""Numbers of papers: the next one, never two papers with one, gaps and duplicates shown."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from inspections import numbering, register, workflow
from inspections.actions.delegations import create_delegation, edit_delegation
from inspections.actions.notices import move_notice
from inspections.actions.plans import edit_plan
from inspections.models import Register, RegisterNumber
from inspections.symbols import cited, parted
from reform_portal.common.workflow import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(world):
    def made(key="plan-1", **changes):
        values = {
            "issuer_id": world.province.unit_id,
            "province_id": world.province.unit_id,
            "year": 2024,
            "symbol": "KH-BCĐCCHC",
            "subject": "Kiểm tra năm 2024",
        }
        return register.Paper(key=key, **values | changes)

    return made


def state(key):
    rows = RegisterNumber.objects.of(key)
    return [(row.number, row.given_back_on is None, row.again) for row in rows]


@pytest.mark.parametrize(
    ("symbol", "series"),
    [
        ("KH-BCĐCCHC", ("KH", "BCĐCCHC")),
        ("QĐ-UBND", ("QĐ", "UBND")),
        ("TB-ĐKT", ("TB", "ĐKT")),
        ("SNV-CCHC", ("", "SNV")),
        ("UBND-VX", ("", "UBND")),
        ("SNV", ("", "SNV")),
    ],
)
def test_a_symbol_names_the_type_and_the_body(symbol, series):
    assert parted(symbol) == series


def test_a_reference_is_read_wherever_it_stands():
    assert cited("Quyết định số 1551/QĐ-UBND ngày 01/7/2020") == (1551, "QĐ-UBND")
    assert cited("theo quyết định của Trưởng ban") is None


def test_numbers_run_from_one_in_each_series(paper, planner):
    taken = [register.take(paper(f"plan-{n}"), by=planner) for n in range(1, 4)]
    others = [
        register.take(paper("x", symbol=symbol, year=year), by=planner)
        for symbol, year in [("QĐ-BCĐCCHC", 2024), ("KH-UBND", 2024), ("KH-BCĐCCHC", 2025)]
    ]

    assert (taken, others) == ([1, 2, 3], [1, 1, 1])
    assert register.next_number(paper("plan-9")) == 4


def test_letters_of_one_office_share_a_series(paper, planner):
    register.take(paper("a", symbol="SNV-CCHC"), by=planner)

    assert register.take(paper("b", symbol="SNV-VP"), by=planner) == 2


def test_a_number_that_is_taken_is_refused_and_the_next_one_named(paper, planner):
    register.take(paper("plan-1"), by=planner, number=80)

    with pytest.raises(Refused, match="Kiểm tra năm 2024.*81"):
        register.take(paper("plan-2"), by=planner, number=80)
    assert register.take(paper("plan-1"), by=planner, number=80) == 80


def test_the_database_itself_refuses_a_second_paper(paper, planner):
    register.take(paper("plan-1"), by=planner, number=80)
    row = RegisterNumber.objects.get()
    row.pk, row.paper = None, "plan-2"

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_withdrawn_paper_leaves_a_gap_that_is_not_offered(paper, planner):
    register.take(paper("plan-1"), by=planner)
    register.take(paper("plan-2"), by=planner)
    register.give_back("plan-2", by=planner)
    shown = Register.objects.with_counts().get()

    assert register.next_number(paper("plan-3")) == 3
    assert (shown.last, shown.gaps, shown.duplicates) == (2, 1, 0)


def test_who_takes_a_gap_knowingly_leaves_a_trace(paper, planner):
    register.take(paper("plan-1"), by=planner)
    register.give_back("plan-1", by=planner)
    register.take(paper("plan-2"), by=planner, number=1)

    assert state("plan-2") == [(1, True, False)]
    assert "Kiểm tra năm 2024" in RegisterNumber.objects.get().note


def test_a_number_from_outside_is_entered_beside_another_paper(paper, planner):
    for key in ("decision-1-512", "decision-2-512"):
        register.take(paper(key, symbol="QĐ-UBND"), by=planner, number=512, known=True)
    shown = Register.objects.with_counts().get()

    assert state("decision-2-512") == [(512, True, True)]
    assert (shown.last, shown.gaps, shown.duplicates) == (512, 511, 1)


def test_a_number_one_of_two_gave_back_is_borne_once(paper, planner):
    for key in ("decision-1-512", "decision-2-512"):
        register.take(paper(key, symbol="QĐ-UBND"), by=planner, number=512, known=True)
    assert [row.twice for row in RegisterNumber.objects.with_twice()] == [True, True]

    register.give_back("decision-1-512", by=planner)

    assert Register.objects.with_counts().get().duplicates == 0
    assert not RegisterNumber.objects.held().with_twice().get().twice


def test_no_slip_of_the_finger_spoils_a_register(paper, planner):
    with pytest.raises(Refused, match="99999"):
        register.take(paper(), by=planner, number=100_000)
    register.take(paper(), by=planner, number=99_999)

    assert register.next_number(paper()) == 1
    assert Register.objects.with_counts().get().next == 99_999
    assert cited("1234567/QĐ-UBND") is None


def test_a_draft_lets_its_number_go_and_an_issued_plan_does_not(make, world, planner):
    plan = make.plan(world, status="draft", number=800)
    numbering.keep_plan(plan, by=planner)
    saved = edit_plan(
        plan, plan.version, by=planner, types=[], areas=[], number=80, committee=plan.committee
    )
    assert state(f"plan-{plan.pk}") == [(80, True, False)]

    register.issue(f"plan-{plan.pk}")
    edit_plan(
        saved, saved.version, by=planner, types=[], areas=[], number=81, committee=plan.committee
    )

    assert state(f"plan-{plan.pk}") == [(80, False, False), (81, True, False)]


def test_an_approved_plan_has_issued_its_number(make, world, chair):
    plan = make.plan(world, status="submitted")

    workflow.plan.take("approve", plan, by=chair)

    assert RegisterNumber.objects.get(paper=f"plan-{plan.pk}").issued


def test_a_cancelled_plan_gives_back_and_a_restored_one_takes_again(make, world, planner):
    plan = make.plan(world, status="draft")
    numbering.keep_plan(plan, by=planner)

    workflow.plan.take("cancel", plan, by=planner, note="Hoãn")
    assert state(f"plan-{plan.pk}") == [(plan.number, False, False)]
    workflow.plan.take("restore", plan, by=planner, note="Làm lại")
    assert state(f"plan-{plan.pk}") == [(plan.number, True, False)]


def test_a_notice_has_used_its_number_once_it_is_issued(make, world, planner):
    inspection = make.inspection(world, starts_on=date(2024, 6, 28), ends_on=date(2024, 6, 28))
    make.visit(inspection)
    drafted = {"status": "drafted", "issued_on": date(2024, 6, 17), "acknowledge_by": None}
    notice = make.notice(inspection, number=12, **drafted)

    move_notice(notice, "issue", by=planner)

    assert state(f"notice-{notice.pk}") == [(12, True, False)]
    assert RegisterNumber.objects.get().issued


def test_a_plan_issued_the_year_before_is_numbered_in_that_year(make, world):
    plan = make.plan(world, year=2025)
    plan.issued_on = make.DAY.replace(month=12)

    assert numbering.of_plan(plan).year == 2024


def test_delegations_of_one_plan_cite_one_decision(make, world, planner):
    plan = make.plan(world)
    for name in ("Đoàn số 1", "Đoàn số 2"):
        create_delegation(
            plan,
            by=planner,
            head=world.head,
            name=name,
            formed_on=make.DAY,
            decision="12/QĐ-BCĐCCHC",
        )

    assert state(f"decision-{plan.pk}-12") == [(12, True, False)]


def test_a_decision_that_was_a_slip_is_forgotten(make, world, planner):
    plan = make.plan(world)
    made = create_delegation(
        plan, by=planner, head=world.head, name="Đoàn", formed_on=make.DAY, decision="12/QĐ-UBND"
    )
    edit_delegation(made, made.version, by=planner, decision="13/QĐ-UBND")

    assert state(f"decision-{plan.pk}-12") == []
    assert state(f"decision-{plan.pk}-13") == [(13, True, False)]


@pytest.fixture
def cite(make, world, planner):
    """A delegation of this plan that cites a decision."""

    def cited_by(plan, decision, **values):
        formed = {"head": world.head, "name": decision, "formed_on": make.DAY}
        return create_delegation(plan, by=planner, decision=decision, **formed | values)

    return cited_by


def test_a_year_that_was_a_slip_is_forgotten(cite, make, world, planner):
    plan = make.plan(world)
    made = cite(plan, "12/QĐ-UBND", decision_on=date(2023, 3, 1))

    edit_delegation(made, made.version, by=planner, decision_on=date(2024, 3, 1))

    assert [row.register.year for row in RegisterNumber.objects.all()] == [2024]


def test_correcting_one_decision_leaves_another_with_its_number(cite, make, world, planner):
    plan = make.plan(world)
    made, _other = cite(plan, "12/QĐ-UBND"), cite(plan, "12/QĐ-BCĐCCHC")

    edit_delegation(made, made.version, by=planner, decision="13/QĐ-UBND")

    left = RegisterNumber.objects.order_by("number")
    assert [str(row) for row in left] == ["12/QĐ-BCĐCCHC", "13/QĐ-UBND"]

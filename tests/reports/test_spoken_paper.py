"""The record of a check that is concluded on the spot: what it says, who has it, when."""

from datetime import UTC, date, datetime

import pytest

from inspections.models import SpokenConclusion
from reports.offers import offers_of
from reports.paper_set import members_of
from reports.papers.content import Heading, Items, Paragraph
from reports.registry import REPORTS
from tests import factories

AS_OF = datetime(2024, 7, 5, 2, 30, tzinfo=UTC)
SPOKEN = REPORTS["spoken"]


@pytest.fixture
def check(make, world):
    """A public-duty check on site, with one visit."""
    plan = make.plan(world, units=[world.commune])
    plan.types.set([make.inspection_type("public_duty")])
    check = make.inspection(
        world, version=world.commune, team=make.delegation(world, plan), status="on_site",
        course="spoken",
    )  # fmt: skip
    make.visit(check, stop=1)
    return check


@pytest.fixture
def say(check, world):
    def said(visit=None, **changes):
        words = {"text": "Chấn chỉnh giờ làm việc.", "answered_by": "Ông A", "answer": "Tiếp thu."}
        return SpokenConclusion.objects.create(
            visit=visit or check.visits.get(),
            **{"said_by": world.head} | words | changes,
        )

    return said


def paper(check):
    return SPOKEN.contents["pdf"](check, as_of=AS_OF, reader=None)


def printed(paper):
    texts = []
    for block in paper.blocks:
        if isinstance(block, Heading):
            texts.append(block.printed)
        elif isinstance(block, Items):
            texts += block.printed
        elif isinstance(block, Paragraph):
            texts.append(f"{block.lead} {block.text}".strip())
    return texts


def test_it_is_minutes_of_the_check_with_what_was_said_and_answered(check, say):
    say()

    made = paper(check)
    texts = printed(made)

    assert (made.type_line, made.dated_head) == ("BIÊN BẢN", False)
    assert made.subject.endswith("tại UBND xã Thanh Lòa")
    assert made.symbol == "BB-ĐKT"
    assert texts.index("Chấn chỉnh giờ làm việc.") < texts.index("Tiếp thu.")
    assert "- Bộ phận Một cửa UBND xã Thanh Lòa (sáng ngày 17/6/2024)." in texts


def test_both_sides_sign_it_and_the_head_in_the_name_of_the_delegation(check, say, world):
    say()

    unit, delegation = paper(check).signatures

    assert unit.name == ""
    assert delegation.capacity_lines == ("TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN")
    assert delegation.name == world.head.full_name


@pytest.mark.parametrize(
    ("role", "lines"),
    [("deputy_head", ("KT. TRƯỞNG ĐOÀN", "PHÓ TRƯỞNG ĐOÀN")), ("member", ("THÀNH VIÊN",))],
)
def test_who_spoke_for_the_head_signs_so(check, say, world, role, lines):
    check.delegation.members.filter(person=world.member).update(role=role)
    say(said_by=world.member)

    signed = paper(check).signatures[1]

    assert signed.capacity_lines == ("TM. ĐOÀN KIỂM TRA", *lines)
    assert signed.name == world.member.full_name


def test_several_visits_each_name_their_place(check, say, make):
    say()
    other = make.visit(check, place="Trạm Y tế", session="afternoon", stop=2)
    say(other, text="Đạt yêu cầu.", answer="")

    texts = printed(paper(check))

    assert "Tại Trạm Y tế:" in texts
    assert texts.index("Tại Trạm Y tế:") + 1 == texts.index("Đạt yêu cầu.")


def test_what_was_found_stands_in_it(check, say, make):
    say()
    finding = make.finding(check, kind="shortcoming")

    assert f"- {finding.text.rstrip('.')}." in printed(paper(check))


def test_nothing_said_yet_is_a_sentence(check):
    assert check.code in SPOKEN.ready(check)


def test_the_unit_has_it_once_the_check_has_ended(check, say, make, world):
    say()
    world.official.posts.update(unit=world.commune.unit)
    official, member = factories.actor(world.official), factories.actor(world.member)
    assert (SPOKEN.may(official, check), SPOKEN.may(member, check)) == (False, True)

    check.status = "concluded"
    assert SPOKEN.may(official, check)


def test_papers_of_the_written_course_are_not_offered(check, say, member):
    say()

    assert {offer.kind for offer in offers_of(check, member)} == {"notice", "spoken"}


def test_it_is_in_the_set_of_papers(check, say):
    say()

    kinds = [one.report.kind for one in members_of(check)]

    assert "spoken" in kinds
    assert not {"outline", "draft", "conclusion"} & set(kinds)


def test_its_day_is_that_of_the_first_visit(check, say):
    say()

    assert (paper(check).issued_on, paper(check).number) == (date(2024, 6, 17), None)

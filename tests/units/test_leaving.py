"""Ending a post ends the access that day and shows, in counts, what waits for a successor."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from inspections.models import Plan
from tests.factories import DAY
from units.actions import people as actions
from units.leaving import left_by, others_who_answer
from units.models import CommitteeMember

A_DAY = timedelta(days=1)


@pytest.fixture
def desk(browse):
    """The administrator's browser."""
    return browse("administrator")


def left(person, day=DAY):
    """{kind: count} in the source's own words."""
    with translation.override("en"):
        return {str(one.label): one.count for one in left_by(person.posts.get(), day)}


def post_of(person):
    return person.posts.get()


def page(name, person):
    return reverse(f"units:{name}", args=[post_of(person).pk])


def test_nothing_hangs_on_somebody_without_work(world):
    assert left(world.auditor) == {}


def test_a_head_leaves_delegations_and_findings_in_draft(make, world):
    inspection = make.inspection(world, status="on_site")
    make.finding(inspection)

    assert left(world.head) == {
        "Delegations under way, led by this person": 1,
        "Findings still in draft in this person's delegations": 1,
    }
    assert "Delegations under way, with this person in them" in left(world.member)


@pytest.mark.parametrize("status", ["closed", "cancelled"])
def test_what_is_over_is_left_to_nobody(make, world, status):
    make.finding(make.inspection(world, status=status))

    assert left(world.head) == {}


def test_a_chair_leaves_plans_and_a_seat(make, world):
    make.plan(world, status=Plan.Status.SUBMITTED)

    assert left(world.chair) == {
        "Seats on committees, which end by a decision of their own": 1,
        "Plans that wait for this person's approval": 1,
    }


def test_who_answers_for_a_unit_leaves_its_recommendations(make, world):
    make.recommendation(make.inspection(world, status="concluded"))

    assert left(world.official) == {
        "Inspections under way of the unit this person answers for": 1,
        "Open recommendations of the unit this person answers for": 1,
    }
    world.official.posts.update(answers_for_unit=False)
    assert left(world.official) == {}


@pytest.mark.embedded
def test_what_an_ended_unit_left_is_counted_with_its_heir(make, world):
    make.recommendation(make.inspection(world, status="concluded"))
    heir = make.person("Nông Văn Mới", world.commune, answers=True)
    world.district.unit.successions.create(
        successor=world.commune.unit, kind="merge", day=DAY, decision="NQ", takes_over=True
    )

    assert left(heir)["Open recommendations of the unit this person answers for"] == 1


def test_only_somebody_with_an_account_answers_instead(make, world):
    make.person("Người không tài khoản", world.district, answers=True)
    assert not others_who_answer(post_of(world.official), DAY)

    other = make.person("Người khác", world.district, role="official", answers=True)
    assert [post.person for post in others_who_answer(post_of(world.official), DAY)] == [other]


def test_the_page_says_before_the_end_what_is_left_and_that_nobody_answers(make, world, desk):
    make.recommendation(make.inspection(world, status="concluded"))
    page_before = desk.get(page("end_post", world.official)).text

    assert "Kiến nghị chưa hoàn thành của đơn vị" in page_before
    assert "không còn ai khác có tài khoản" in page_before


def test_counts_show_no_content_to_an_administrator(make, world, desk):
    inspection = make.inspection(world, status="concluded")
    made = make.recommendation(inspection)
    text = desk.get(page("end_post", world.official)).text

    assert inspection.code not in text
    assert made.text not in text


def test_after_the_end_the_same_is_shown_and_the_access_is_over(make, world, desk):
    make.inspection(world, status="on_site")
    values = {"day": "17/06/2024", "decision": "9/QĐ-UBND"}
    answer = desk.post(page("end_post", world.head), values, follow=True)

    assert answer.redirect_chain == [(page("post_left", world.head), 302)]
    assert "9/QĐ-UBND" in answer.text
    assert [one.count for one in answer.context["left"]] == [1]
    assert not make.actor(world.head).roles


def test_a_post_still_held_leads_to_its_end(world, desk):
    assert desk.get(page("post_left", world.head)).url == page("end_post", world.head)


def test_others_may_not_see_it(world, browse, administrator):
    actions.end_post(post_of(world.head), by=administrator, day=DAY, decision="9/QĐ")

    assert browse("chair").get(page("post_left", world.head)).status_code == 403
    assert browse("stranger").get(page("post_left", world.head)).status_code == 404


@pytest.mark.parametrize("name", ["end_post", "post_left"])
def test_the_pages_keep_the_query_budget(make, world, desk, queries, name):
    if name == "post_left":
        world.official.posts.update(held_to=DAY)
    few = queries(desk, page(name, world.official))
    for _number in range(5):
        make.recommendation(make.inspection(world, status="concluded"))

    assert queries(desk, page(name, world.official)) == few <= 16


def test_posts_are_named_as_on_the_day(make, world, browse):
    new, old = world.justice, world.justice.pk
    new.pk, new._state.adding = None, True
    new.valid_from, new.name = date(2024, 1, 1), "Tư pháp mới"
    type(new).objects.filter(pk=old).update(valid_to=new.valid_from)
    new.save()
    url = reverse("units:person_detail", args=[world.head.pk])

    assert "Giám đốc Sở Tư pháp mới" in browse("chair").get(url).text
    assert "Giám đốc Sở Tư pháp</a>" in browse("chair").get(url, {"on": "2023-06-17"}).text


def test_an_ended_post_and_seat_cite_their_decisions(world, desk, administrator):
    actions.end_post(post_of(world.chair), by=administrator, day=DAY, decision="9/QĐ-UBND")
    CommitteeMember.objects.update(to_on=DAY, end_decision="10/QĐ-UBND")
    text = desk.get(reverse("units:person_detail", args=[world.chair.pk])).text

    assert "kết thúc theo 9/QĐ-UBND" in text
    assert "kết thúc theo 10/QĐ-UBND" in text

"""Drafting and editing a plan: its number, its dates, and somebody who saved first."""

from datetime import date

import pytest

from inspections.models import Plan
from tests.reformed import end

NEW = "/plans/new/"


@pytest.fixture
def draft(make, world):
    return make.plan(world, status="draft")


def edit(browse, plan, words, **changes):
    values = words(**changes) | {"version": changes.get("version", plan.version)}
    return browse("planner").post(f"/plans/{plan.pk}/edit/", values)


@pytest.mark.embedded
def test_a_draft_is_saved_and_audited(browse, plan_words, verbs):
    answer = browse("planner").post(NEW, plan_words())

    plan = Plan.objects.get()
    assert answer.status_code == 302
    assert (str(plan), plan.status) == ("80/KH-BCĐCCHC", "draft")
    assert verbs(plan) == ["plan.create"]


def test_a_draft_may_wait_for_its_number(browse, plan_words):
    browse("planner").post(NEW, plan_words(number=None, issued_on=None, symbol=None))

    plan = Plan.objects.get()
    assert (plan.number, plan.symbol) == (None, "KH-BCĐCCHC")


def test_without_a_committee_the_province_issues_it(browse, plan_words, world):
    browse("planner").post(NEW, plan_words(issued_by=f"unit-{world.province.unit_id}", symbol=None))

    plan = Plan.objects.get()
    assert (plan.issuer_id, plan.symbol) == (world.province.unit_id, "KH-UBND")


def test_a_province_that_was_taken_over_issues_no_new_plans(browse, make, plan_words, world):
    theirs = make.committee(world.elsewhere, world.home_affairs, world.chair)
    end(world.elsewhere, world.province, day=date(2024, 6, 1))

    answer = browse("planner").post(NEW, plan_words(issued_by=f"committee-{theirs.pk}"))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["issued_by"])


@pytest.mark.parametrize("who", ["chair", "head", "official", "auditor", "administrator"])
def test_only_home_affairs_drafts(browse, plan_words, who):
    assert browse(who).post(NEW, plan_words()).status_code == 403
    assert not Plan.objects.exists()


def test_a_second_click_makes_no_second_plan(browse, plan_words):
    client, words = browse("planner"), plan_words()

    answers = [client.post(NEW, words), client.post(NEW, words)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Plan.objects.count() == 1


def test_a_taken_number_is_refused_at_the_field_and_nothing_is_lost(browse, plan_words, draft):
    answer = browse("planner").post(NEW, plan_words(title="Kế hoạch khác"))

    assert answer.status_code == 422
    assert "80/KH-BCĐCCHC" in answer.context["form"].errors["number"][0]
    assert "Kế hoạch khác" in answer.text
    assert Plan.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("issued_on", {"issued_on": "2022-05-29"}),
        ("issued_on", {"issued_on": "2023-09-30"}),
        ("issued_on", {"issued_on": "31/02/2024"}),
        ("period_to", {"period_to": "2023-01-01"}),
        ("number", {"number": 0}),
        ("number", {"number": 100_000}),
        ("year", {"year": 24}),
        ("title", {"title": " "}),
        ("types", {"types": []}),
        ("issued_by", {"issued_by": "committee-9999"}),
    ],
)
def test_bad_input_lands_at_its_field(browse, plan_words, field, changes):
    answer = browse("planner").post(NEW, plan_words(**changes))

    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Plan.objects.exists()


def test_a_plan_may_be_issued_at_the_end_of_the_year_before(browse, plan_words):
    assert browse("planner").post(NEW, plan_words(issued_on="2023-12-20")).status_code == 302


def test_an_edit_is_saved_with_what_changed(browse, draft, plan_words):
    edit(browse, draft, plan_words, title="Tên mới", number=85)

    draft.refresh_from_db()
    assert (draft.title, draft.number) == ("Tên mới", 85)
    assert "85" in draft.search_key


def test_the_audit_keeps_both_values_of_an_edit(browse, draft, plan_words):
    from reform_portal.common.models import AuditEntry

    edit(browse, draft, plan_words, number=85)

    changes = [entry.change for entry in AuditEntry.objects.about(draft)]
    assert {"number": [80, 85]}.items() <= changes[-1].items()


@pytest.mark.embedded
def test_who_saved_second_sees_both_texts_and_overwrites_nothing(browse, draft, plan_words):
    edit(browse, draft, plan_words, title="Bản của người trước")

    answer = edit(browse, draft, plan_words, title="Bản của người sau")

    draft.refresh_from_db()
    assert answer.status_code == 409
    assert draft.title == "Bản của người trước"
    assert "Bản của người trước" in answer.text
    assert "Bản của người sau" in answer.text


def test_saving_again_with_both_texts_in_sight_is_a_choice(browse, draft, plan_words):
    edit(browse, draft, plan_words, title="Bản của người trước")
    stale = edit(browse, draft, plan_words, title="Bản của người sau")

    version = stale.context["form"]["version"].value()
    edit(browse, draft, plan_words, title="Bản của người sau", version=version)

    draft.refresh_from_db()
    assert draft.title == "Bản của người sau"


@pytest.mark.parametrize("status", ["submitted", "approved", "cancelled"])
def test_a_plan_that_left_the_desk_is_not_edited(browse, make, world, plan_words, status):
    plan = make.plan(world, status=status)

    answer = edit(browse, plan, plan_words, title="Tên mới")

    assert answer.status_code == 422
    assert "80/KH-BCĐCCHC" in answer.context["form"].non_field_errors()[0]
    assert Plan.objects.get().title != "Tên mới"


def test_a_planner_of_another_province_does_not_find_it(browse, draft):
    assert browse("stranger").get(f"/plans/{draft.pk}/edit/").status_code == 404


@pytest.mark.embedded
def test_who_also_administers_drafts_for_the_own_province_only(browse, make, world, plan_words):
    world.planner.account.groups.add(world.administrator.account.groups.get())
    far = make.committee(world.elsewhere, world.home_affairs, world.chair)

    answer = browse("planner").post("/plans/new/", plan_words(issued_by=f"committee-{far.pk}"))

    assert answer.status_code == 422
    assert not Plan.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"period_from": "0224-06-15"},
        {"period_to": "2204-06-14"},
        {"symbol": "KH/BCĐCCHC"},
        {"symbol": "KH <b>"},
    ],
)
def test_a_mistyped_period_or_symbol_is_refused_at_its_field(browse, plan_words, wrong):
    answer = browse("planner").post(NEW, plan_words(**wrong))

    assert answer.status_code == 422
    assert set(wrong) <= set(answer.context["form"].errors)

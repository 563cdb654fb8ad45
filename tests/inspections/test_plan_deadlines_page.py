"""The page on which the deadlines of a plan are set, and what the plan's page says of them."""

import pytest

from inspections.actions.deadlines import give


@pytest.fixture
def draft(make, world):
    plan = make.plan(world, status="draft")
    give(plan, plan.issued_on)
    return plan


@pytest.fixture
def sent(browse, draft):
    """The form as a browser sends it back with some days typed: sent(notice=5)."""

    def sent(who="planner", **typed):
        words = {}
        for row in draft.deadlines.all():
            given = {"days": row.days, "counted": row.counted}
            names = {name: f"row-{row.pk}-{name}" for name in given}
            words |= {f"initial-{names[name]}": value for name, value in given.items()}
            words |= {names[name]: value for name, value in given.items()}
            words[names["days"]] = typed.get(row.code, row.days)
        return browse(who).post(f"/plans/{draft.pk}/deadlines/", words)

    return sent


def test_the_plan_says_its_deadlines_in_words(browse, draft):
    page = browse("planner").get(draft.get_absolute_url()).text

    assert "7 ngày làm việc trước buổi kiểm tra đầu tiên" in page
    assert "15 ngày sau khi công bố dự thảo" in page
    assert "10/12/2024" in page


def test_days_are_changed_and_audited(sent, draft, verbs):
    assert sent(notice=5, conclusion=20).status_code == 302

    days = dict(draft.deadlines.values_list("code", "days"))
    assert (days["notice"], days["conclusion"], days["draft"]) == (5, 20, 10)
    assert verbs(draft) == ["plan.set_deadlines"]


def test_a_second_click_changes_nothing(browse, sent, draft, verbs):
    sent(notice=5)

    assert sent(notice=5).status_code == 302
    assert verbs(draft) == ["plan.set_deadlines"]


@pytest.mark.parametrize("days", ["", "-1", "366", "bảy"])
def test_bad_days_land_at_the_field_and_nothing_is_lost(sent, draft, days):
    answer = sent(notice=days, conclusion=20)

    assert answer.status_code == 422
    assert "Ban hành thông báo lịch kiểm tra gửi đơn vị · Số ngày" in answer.text
    assert 'value="20"' in answer.text
    assert draft.deadlines.get(code="conclusion").days == 15


def test_what_somebody_else_changed_in_between_is_said(browse, sent, draft):
    row = draft.deadlines.get(code="notice")
    words = {f"initial-row-{row.pk}-days": 6, f"row-{row.pk}-days": 5}
    answer = browse("planner").post(f"/plans/{draft.pk}/deadlines/", _whole(draft) | words)

    assert answer.status_code == 422
    assert "vừa được người khác thay đổi" in answer.text


def _whole(plan):
    return {
        f"{start}row-{row.pk}-{name}": getattr(row, name)
        for row in plan.deadlines.all()
        for name in ("days", "counted")
        for start in ("", "initial-")
    }


def test_an_approved_plan_keeps_its_deadlines(sent, draft):
    type(draft).objects.update(status="approved")

    answer = sent(notice=5)
    assert answer.status_code == 422
    assert "trạng thái" in answer.text
    assert draft.deadlines.get(code="notice").days == 7


def test_only_who_may_edit_is_offered_to_change_them(browse, draft):
    link = f"/plans/{draft.pk}/deadlines/"

    assert link in browse("planner").get(draft.get_absolute_url()).text
    assert link not in browse("chair").get(draft.get_absolute_url()).text

""" "Can we issue?": the gaps of the step itself with their repair, and nothing taken unseen."""

from datetime import date

import pytest
from django.urls import reverse

from findings.models import Conclusion, Recommendation
from inspections import workflow
from inspections.workflow import inspection as flow
from reform_portal.common.workflow import Refused
from tests import factories
from tests.findings.issuing import page_of, shown


def missing_signer(make, inspection):
    Conclusion.objects.update(signer=None)


def missing_capacity(make, inspection):
    Conclusion.objects.update(capacity="")


def missing_number(make, inspection):
    Conclusion.objects.update(number=None)


def missing_date(make, inspection):
    Conclusion.objects.update(issued_on=None)


def dated_before_the_visits(make, inspection):
    Conclusion.objects.update(issued_on=date(2024, 1, 1))


def dated_ahead(make, inspection):
    Conclusion.objects.update(issued_on=date(2024, 6, 18))


def signed_by_a_member_as_the_head(make, inspection):
    member = inspection.delegation.members.filter(role="member").first()
    Conclusion.objects.update(signer=member.person)


def signed_by_the_head_as_a_deputy(make, inspection):
    Conclusion.objects.update(capacity="TM. ĐOÀN KIỂM TRA\r\nKT. TRƯỞNG ĐOÀN\r\nPHÓ TRƯỞNG ĐOÀN")


def missing_addressee(make, inspection):
    make.recommendation(inspection, to=[])


def due_before_the_paper(make, inspection):
    Recommendation.objects.update(due_on=date(2024, 6, 1))


def undecided_explanation(make, inspection):
    make.explanation(inspection, by=factories.units.Person.objects.first())


def words_behind_the_finding(make, inspection):
    make.draft_line(inspection.findings.get(), text="Lời cũ.", finding_text="khác")


GAPS = {
    missing_signer: "conclusion_edit",
    missing_capacity: "conclusion_edit",
    missing_number: "conclusion_edit",
    missing_date: "conclusion_edit",
    dated_before_the_visits: "conclusion_edit",
    dated_ahead: "conclusion_edit",
    signed_by_a_member_as_the_head: "conclusion_edit",
    signed_by_the_head_as_a_deputy: "conclusion_edit",
    missing_addressee: "draft",
    due_before_the_paper: "draft",
    undecided_explanation: "explanations",
    words_behind_the_finding: "drafting",
}


@pytest.mark.parametrize("gap", GAPS, ids=lambda gap: gap.__name__)
def test_every_gap_is_named_with_its_repair_and_is_what_refuses_the_step(
    gap, make, ready, browse, head
):
    gap(make, ready)

    page = browse("head").get(page_of(ready))
    with pytest.raises(Refused) as refused:
        workflow.inspection.take("conclude", ready, by=head)

    assert [sentence for sentence, _url in page.context["gaps"]] == refused.value.reasons
    repair = reverse(f"findings:{GAPS[gap]}", args=[ready.code])
    assert repair in [url for _sentence, url in page.context["gaps"]]
    assert f'href="{repair}"' in page.content.decode()
    assert not page.context["may_take"]


def test_every_guard_of_both_steps_has_a_repair():
    rules = {rule for name in ("announce", "conclude") for rule in flow.guards[name]}

    assert [rule.__name__ for rule in rules if not flow.mends[rule]] == []


def test_several_gaps_are_told_at_once(make, ready, browse):
    missing_signer(make, ready)
    missing_addressee(make, ready)

    assert len(browse("planner").get(page_of(ready)).context["gaps"]) == 2


@pytest.mark.embedded
def test_where_all_is_well_it_says_so_and_the_head_issues(ready, browse):
    client = browse("head")
    page = client.get(page_of(ready))
    assert page.context["gaps"] == []
    assert "Có thể ban hành kết luận" in page.content.decode()

    answer = client.post(page_of(ready), shown(client, ready))

    ready.refresh_from_db()
    assert (answer.status_code, ready.status) == (302, "concluded")


def test_the_head_announces_from_the_page(drafting, browse):
    client = browse("head")

    client.post(page_of(drafting), shown(client, drafting))

    drafting.refresh_from_db()
    assert (drafting.status, drafting.announcements.count()) == ("announced", 1)


@pytest.mark.parametrize("persona", ["member", "planner", "chair", "auditor"])
def test_others_read_what_is_missing_and_take_nothing(persona, ready, browse):
    client = browse(persona)

    assert client.get(page_of(ready)).status_code == 200
    assert not client.get(page_of(ready)).context["may_take"]
    assert client.post(page_of(ready), {}).status_code == 403


@pytest.mark.parametrize("persona", ["official", "stranger", "outsider", "administrator"])
def test_the_unit_does_not_see_what_is_missing(persona, ready, browse):
    assert browse(persona).get(page_of(ready)).status_code in (403, 404)


def test_while_the_unit_explains_days_it_asked_for_are_named(make, world, announced, browse):
    make.finding(announced)
    make.extension(announced, by=world.official)

    page = browse("head").get(page_of(announced))

    assert (page.context["in_turn"], page.context["may_take"]) == (False, False)
    assert reverse("findings:explanations", args=[announced.code]) in dict(
        map(reversed, page.context["gaps"])
    )


def test_nothing_goes_on_before_days_that_were_asked_for_are_answered(make, world, announced, head):
    make.extension(announced, by=world.official)

    with pytest.raises(Refused):
        workflow.inspection.take("skip_explanation", announced, by=head, note="Hết hạn")


def test_what_holds_nothing_up_is_said_apart(make, ready, browse):
    Recommendation.objects.update(due_on=None)

    page = browse("head").get(page_of(ready))

    assert (page.context["gaps"], len(page.context["doubts"])) == ([], 2)
    assert page.context["may_take"]


def test_the_button_of_the_inspection_leads_to_the_page(drafting, browse):
    client = browse("head")
    url = reverse("inspections:inspection_step", args=[drafting.code, "announce"])

    client.post(url, {})

    drafting.refresh_from_db()
    assert drafting.status == "drafting"
    seen = client.get(drafting.get_absolute_url()).content.decode()
    assert f'href="{page_of(drafting)}"' in seen


def test_nothing_is_issued_where_conclusions_are_spoken(make, world, browse):
    spoken = make.inspection(world, status="on_site", course="spoken")

    assert browse("head").get(page_of(spoken)).status_code in (403, 404)


@pytest.mark.parametrize("rows", [1, 20])
@pytest.mark.parametrize("status", ["on_site", "drafting", "announced", "explained"])
def test_the_page_costs_the_same_with_few_and_many(
    rows, status, make, world, browse, django_assert_max_num_queries
):
    inspection = make.inspection(world, status=status)
    make.conclusion(inspection, signer=world.head)
    for _number in range(rows):
        make.finding(inspection)
        make.recommendation(inspection, to=[world.district, world.commune])
    client = browse("head")
    client.get(page_of(inspection))

    with django_assert_max_num_queries(10):
        client.get(page_of(inspection))


def test_a_page_that_is_not_open_yet_is_not_offered(make, world, browse):
    of = make.inspection(world, status="planned")
    page, form = (
        reverse(f"findings:{name}", args=[of.code]) for name in ("issuing", "conclusion_edit")
    )

    assert form not in browse("member").get(page).text
    of.status = "on_site"
    of.save()
    assert form in browse("member").get(page).text

""" "Can we issue?": the gaps of the step itself with their repair, and nothing taken unseen."""

from datetime import date

import pytest
from django.urls import reverse

from findings.actions import conclusions, draft_lines, findings, recommendations
from findings.models import Conclusion, Finding, Recommendation
from findings.stamps import changes_since, stamp_of
from inspections import workflow
from inspections.workflow import inspection as flow
from reform_portal.common.workflow import ChangedBehind, Refused
from tests import factories


def page_of(inspection):
    return reverse("findings:issuing", args=[inspection.code])


@pytest.fixture
def drafting(make, world):
    """A draft that can be announced."""
    inspection = make.inspection(world, status="drafting")
    make.finding(inspection)
    make.conclusion(inspection)
    return inspection


@pytest.fixture
def ready(make, world, explained):
    """A conclusion that can be issued."""
    make.finding(explained)
    make.conclusion(explained, signer=world.head)
    make.recommendation(explained, due_on=date(2024, 12, 31))
    return explained


def shown(client, inspection):
    """The form as the page shows it."""
    page = client.get(page_of(inspection))
    return {"seen": page.context["item"].version, "seen_draft": page.context["stamp"]}


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


def revise_a_finding(make, inspection, by):
    row = inspection.findings.get()
    units = [inspection.unit_version]
    findings.revise_finding(row, by=by, seen_version=1, units=units, text="Ba mươi hồ sơ.")


def record_a_finding(make, inspection, by):
    units = [inspection.unit_version]
    values = {"kind": "strength", "area": make.area("A1"), "text": "Ba mươi hồ sơ."}
    findings.record_finding(inspection, by=by, units=units, **values)


def delete_a_finding(make, inspection, by):
    findings.delete_finding(inspection.findings.get(), by=by)
    make.finding(inspection, text="Ba mươi hồ sơ.")


def reword(make, inspection, by):
    row = inspection.findings.get()
    draft_lines.reword(row, by=by, text="Ba mươi hồ sơ.", seen_finding=1)


def write(make, inspection, by):
    conclusions.write_conclusion(inspection, by=by, seen_version=1, assessment="Ba mươi hồ sơ.")


def recommend(make, inspection, by):
    units, area = [inspection.unit_version], make.area("A6")
    recommendations.add_recommendation(
        inspection, by=by, units=units, area=area, text="Ba mươi hồ sơ."
    )


def move(make, inspection, by):
    make.finding(inspection, text="Ba mươi hồ sơ.")
    mark = f"f{inspection.findings.first().pk}"
    draft_lines.move(inspection, mark, "down", by=by, seen_place=1)


CHANGES = [
    revise_a_finding,
    record_a_finding,
    delete_a_finding,
    reword,
    write,
    recommend,
    move,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_draft_changed_behind_the_page_is_not_announced(change, make, drafting, browse, member):
    client = browse("head")
    seen = shown(client, drafting)
    change(make, drafting, member)

    answer = client.post(page_of(drafting), seen)

    drafting.refresh_from_db()
    assert (answer.status_code, drafting.status) == (409, "drafting")
    assert answer.context["changes"]
    page = answer.content.decode()
    assert str(member) in page
    again = {"seen": answer.context["item"].version, "seen_draft": answer.context["stamp"]}
    assert client.post(page_of(drafting), again).status_code == 302


def test_what_changed_is_shown_word_by_word(make, drafting, member):
    before = stamp_of(drafting)
    revise_a_finding(make, drafting, member)

    (change,) = changes_since(before, drafting)

    assert change.by == str(member)
    words = dict(change.fields)["text"]
    assert {how for how, _text in words} >= {"in", "out"}


def test_earlier_changes_are_not_told_again(make, drafting, member):
    revise_a_finding(make, drafting, member)
    before = stamp_of(drafting)
    write(make, drafting, member)

    assert [change.title for change in changes_since(before, drafting)] == [
        str(drafting.conclusion)
    ]


def test_a_conclusion_changed_behind_the_page_is_not_issued(make, ready, browse, head):
    client = browse("head")
    seen = shown(client, ready)
    row = ready.recommendations.get()
    units = [ready.unit_version]
    recommendations.revise_recommendation(
        row, by=head, seen_version=1, units=units, text="Số hóa 100 % hồ sơ."
    )

    answer = client.post(page_of(ready), seen)

    ready.refresh_from_db()
    assert (answer.status_code, ready.status) == (409, "explained")
    assert "Số hóa 100 % hồ sơ." in answer.content.decode()


def test_a_meeting_announces_what_was_read(make, drafting, browse, member):
    client, url = browse("head"), reverse("findings:announce", args=[drafting.code])
    form = client.get(url).context["form"]
    typed = {field.html_name: field.value() for field in form} | {
        "held_on": "17/06/2024",
        "place": "Hội trường",
        "attended_delegation": "Trưởng đoàn",
        "attended_unit": "Chủ tịch",
        "course": "",
    }
    revise_a_finding(make, drafting, member)

    answer = client.post(url, typed)
    again = {field.html_name: field.value() for field in answer.context["form"]}

    drafting.refresh_from_db()
    assert (answer.status_code, drafting.status) == (422, "drafting")
    assert "Ba mươi hồ sơ." in answer.content.decode()
    assert client.post(url, again).status_code == 302


@pytest.mark.parametrize("sent", [{}, {"seen": "x"}, {"seen": "1", "seen_draft": "f1.x c² \x00"}])
def test_without_what_was_seen_nothing_is_taken(sent, drafting, browse):
    answer = browse("head").post(page_of(drafting), sent)

    drafting.refresh_from_db()
    assert (answer.status_code in (409, 422), drafting.status) == (True, "drafting")


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


def test_the_engine_compares_what_was_read(drafting, head):
    with pytest.raises(ChangedBehind):
        workflow.inspection.take("announce", drafting, by=head, seen_content="f1.1.0")


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


def test_a_stamp_is_one_question(drafting, django_assert_num_queries):
    finding = Finding.objects.get()
    stamp_of(drafting)

    with django_assert_num_queries(1):
        assert f"f{finding.pk}.1.0" in stamp_of(drafting)


def test_a_page_that_is_not_open_yet_is_not_offered(make, world, browse):
    of = make.inspection(world, status="planned")
    page, form = (
        reverse(f"findings:{name}", args=[of.code]) for name in ("issuing", "conclusion_edit")
    )

    assert form not in browse("member").get(page).text
    of.status = "on_site"
    of.save()
    assert form in browse("member").get(page).text

"""The unit explains, unseen until it sends; the head decides with a reason."""

import pytest
from django.urls import reverse

from findings.models import Explanation
from inspections import workflow
from reform_portal.common.models import AuditEntry


def page_of(inspection):
    return reverse("findings:explanations", args=[inspection.code])


def form_of(inspection, *finding):
    keys = [row.pk for row in finding]
    return reverse("findings:explanation_edit", args=[inspection.code, *keys])


def step(row, name):
    return reverse("findings:explanation_step", args=[row.pk, name])


@pytest.mark.embedded
def test_the_unit_explains_a_finding_and_the_whole_draft(make, announced, browse):
    finding, client = make.finding(announced), browse("official")

    client.post(form_of(announced, finding), {"text": "Đã bổ sung phiếu."})
    client.post(form_of(announced), {"text": "Cơ bản nhất trí."})

    rows = Explanation.objects.order_by("id")
    assert [(row.finding, row.text, row.sent_on) for row in rows] == [
        (finding, "Đã bổ sung phiếu.", None),
        (None, "Cơ bản nhất trí.", None),
    ]
    assert AuditEntry.objects.about(rows[0]).get().verb == "explanation.write"


def test_the_delegation_reads_it_only_once_it_is_sent(make, world, announced, browse, official):
    make.explanation(announced, by=world.official, text="CANARY chưa gửi")
    before = browse("head").get(page_of(announced)).content.decode()

    workflow.inspection.take("send_explanation", announced, by=official)

    after = browse("head").get(page_of(announced)).content.decode()
    assert ("CANARY" in before, "CANARY" in after) == (False, True)
    assert Explanation.objects.get().sent_on == official.day


def test_words_changed_after_a_return_are_unsent_again(make, world, announced, browse, official):
    row = make.explanation(announced, by=world.official, sent_on=official.day)

    sent = {"text": "CANARY viết lại", "version": row.version}
    browse("official").post(form_of(announced), sent)

    assert Explanation.objects.get().said == row.text
    assert "CANARY" in browse("official").get(page_of(announced)).content.decode()
    seen = browse("planner").get(page_of(announced)).content.decode()
    assert (row.text in seen, "CANARY" in seen) == (True, False)


def test_what_was_sent_once_stays_when_its_new_words_are_never_sent(
    make, world, head, announced, browse
):
    row = make.explanation(announced, by=world.official, sent_on=announced.starts_on)
    browse("official").post(form_of(announced), {"text": "CANARY", "version": row.version})

    workflow.inspection.take("skip_explanation", announced, by=head, note="Quá hạn")

    (stands,) = Explanation.objects.undecided()
    assert (stands.said, stands.sent_on) == (row.text, announced.starts_on)


def test_new_words_replace_what_was_sent_once_they_are_sent(
    make, world, announced, browse, official
):
    row = make.explanation(announced, by=world.official, sent_on=announced.starts_on)
    browse("official").post(form_of(announced), {"text": "Viết lại", "version": row.version})

    workflow.inspection.take("send_explanation", announced, by=official)

    assert (Explanation.objects.get().said, Explanation.objects.unsent().count()) == ("Viết lại", 0)


def test_a_decided_explanation_stands(make, world, announced, browse):
    row = make.explanation(announced, by=world.official, text="Cũ", status="rejected")

    answer = browse("official").post(form_of(announced), {"text": "Mới", "version": row.version})

    assert (answer.status_code, Explanation.objects.get().text) == (422, "Cũ")


def test_whoever_began_before_somebody_else_wrote_sees_both_texts(make, world, announced, browse):
    make.explanation(announced, by=world.official, text="Bản đã lưu")

    answer = browse("official").post(form_of(announced), {"text": "Bản của tôi"})

    page = answer.content.decode()
    assert (answer.status_code, Explanation.objects.get().text) == (409, "Bản đã lưu")
    assert "Bản đã lưu" in page
    assert page.count("Bản của tôi") == 2


def test_the_same_form_sent_twice_writes_once(announced, browse):
    client = browse("official")
    token = client.get(form_of(announced)).context["form"]["submission"].value()

    answers = [
        client.post(form_of(announced), {"text": "Nhất trí", "submission": token}) for _ in "12"
    ]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert Explanation.objects.get().version == 1


def test_an_empty_explanation_is_refused_at_the_field(announced, browse):
    answer = browse("official").post(form_of(announced), {"text": "  "})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["text"])


def test_a_finding_of_another_inspection_is_not_found(make, world, announced, browse):
    other = make.inspection(world, version=world.other_district, status="announced")

    answer = browse("official").get(form_of(announced, make.finding(other)))

    assert answer.status_code == 404


@pytest.mark.parametrize("persona", ["head", "member", "planner", "chair", "auditor"])
def test_only_the_unit_explains(persona, announced, browse):
    assert browse(persona).post(form_of(announced), {"text": "x"}).status_code == 403


@pytest.mark.parametrize("status", ["explained", "concluded", "closed"])
def test_after_sending_nothing_is_written(status, make, world, browse):
    sent = make.inspection(world, status=status)

    answer = browse("official").post(form_of(sent), {"text": "Muộn"})

    assert answer.status_code == 422
    assert not Explanation.objects.exists()


@pytest.mark.embedded
@pytest.mark.parametrize(("name", "status"), [("accept", "accepted"), ("reject", "rejected")])
def test_the_head_decides_with_a_reason_kept_on_the_row(
    name, status, make, world, explained, browse
):
    row = make.explanation(explained, by=world.official)

    browse("head").post(step(row, name), {"note": "Có hồ sơ chứng minh."})

    row.refresh_from_db()
    assert (row.status, row.reason) == (status, "Có hồ sơ chứng minh.")
    assert "Có hồ sơ chứng minh." in browse("official").get(page_of(explained)).content.decode()
    assert AuditEntry.objects.about(row).get().verb == f"explanation.{name}"


def test_a_decision_needs_a_reason(make, world, explained, browse):
    row = make.explanation(explained, by=world.official)

    answer = browse("head").post(step(row, "accept"), follow=True)

    row.refresh_from_db()
    assert (row.status, len(answer.context["messages"])) == ("pending", 1)


def test_deciding_again_empties_the_reason(make, world, explained, browse):
    row = make.explanation(explained, by=world.official, status="rejected", reason="Thiếu căn cứ")

    browse("head").post(step(row, "reconsider"), {"note": "Đơn vị đã gửi căn cứ"})

    row.refresh_from_db()
    assert (row.status, row.reason) == ("pending", "")


@pytest.mark.parametrize("status", ["announced", "concluded", "closed"])
def test_explanations_are_decided_only_between_sending_and_conclusion(status, make, world, browse):
    of = make.inspection(world, status=status)
    row = make.explanation(of, by=world.official, sent_on=of.starts_on)

    answer = browse("head").post(step(row, "accept"), {"note": "Được"}, follow=True)

    row.refresh_from_db()
    assert (row.status, len(answer.context["messages"])) == ("pending", 2)


@pytest.mark.parametrize("persona", ["member", "planner", "official", "chair", "auditor"])
def test_only_the_head_decides(persona, make, world, explained, browse):
    row = make.explanation(explained, by=world.official)

    assert browse(persona).post(step(row, "accept"), {"note": "x"}).status_code == 403


def test_an_unknown_step_is_not_found(make, world, explained, browse):
    row = make.explanation(explained, by=world.official)

    assert browse("head").post(step(row, "burn")).status_code == 404


def test_texts_never_sent_do_not_hold_up_the_conclusion(make, world, head, announced):
    make.explanation(announced, by=world.official)
    make.conclusion(announced, signer=world.head)
    skipped = workflow.inspection.take("skip_explanation", announced, by=head, note="Quá hạn")

    assert workflow.inspection.take("conclude", skipped, by=head).status == "concluded"


@pytest.mark.parametrize("rows", [2, 30])
def test_the_page_costs_the_same_with_few_and_many(
    rows, make, world, explained, browse, django_assert_num_queries
):
    for _number in range(rows):
        make.explanation(explained, on=make.finding(explained), by=world.official)
    client = browse("head")
    client.get(page_of(explained))

    with django_assert_num_queries(10):
        assert len(client.get(page_of(explained)).context["findings"]) == rows

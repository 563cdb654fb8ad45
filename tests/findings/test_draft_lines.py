"""The draft by sentences: reworded, put back, added and moved, each still with its finding."""

import pytest
from django.urls import reverse

from findings.actions import findings
from findings.differences import since
from findings.models import DraftLine, Finding
from findings.said import said_in
from findings.sentences import sentences_of
from inspections import workflow
from reform_portal.common.models import AuditEntry
from tests.findings.drafts import WORDS, said, words_of

RECORDED = "Hồ sơ trả lại không có lý do bằng văn bản."


@pytest.fixture
def finding(make, inspection):
    return make.finding(inspection)


def page_of(inspection):
    return reverse("findings:drafting", args=[inspection.code])


def reworded(make, finding, text=WORDS):
    return make.draft_line(finding, text=text)


def post(client, name, line, **sent):
    return client.post(reverse(f"findings:{name}", args=[line.pk]), sent)


def take_out(client, line, seen):
    url = reverse("findings:line_delete", args=[line.inspection.code, line.pk])
    return client.post(url, {"seen": seen})


@pytest.mark.embedded
def test_a_finding_is_reworded_for_the_paper_and_stays_as_recorded(finding, fields, browse):
    client = browse("head")

    answer = client.post(words_of(finding), fields(client, words_of(finding), text=WORDS))

    finding.refresh_from_db()
    line = DraftLine.objects.get()
    assert answer.url == f"{page_of(finding.inspection)}#sentence-f{finding.pk}"
    assert (finding.text, finding.version, line.finding) == (RECORDED, 1, finding)
    assert said(finding.inspection) == [WORDS]
    entry = AuditEntry.objects.about(line).get()
    assert (entry.verb, entry.change) == ("draft_line.word", {"text": [RECORDED, WORDS]})


def test_a_second_click_makes_no_second_line(finding, fields, browse):
    client = browse("head")
    typed = fields(client, words_of(finding), text=WORDS)

    assert [client.post(words_of(finding), typed).status_code for _click in "12"] == [302, 302]

    assert DraftLine.objects.get().version == 1


def test_whoever_rewords_second_sees_both_texts(finding, fields, browse):
    first, second = browse("head"), browse("member")
    began = fields(second, words_of(finding), text="Lời của thành viên.")
    first.post(words_of(finding), fields(first, words_of(finding), text="Lời của Trưởng đoàn."))

    answer = second.post(words_of(finding), began)

    seen = answer.content.decode()
    assert (answer.status_code, said(finding.inspection)) == (409, ["Lời của Trưởng đoàn."])
    assert "Lời của thành viên." in seen
    assert "Lời của Trưởng đoàn." in seen


def test_a_saved_line_is_not_overwritten_unseen(make, finding, fields, browse):
    reworded(make, finding)
    client = browse("member")
    began = fields(client, words_of(finding), text="Lời của thành viên.")
    DraftLine.objects.update(text="Lời của Trưởng đoàn.", version=2)

    assert client.post(words_of(finding), began).status_code == 409
    assert said(finding.inspection) == ["Lời của Trưởng đoàn."]


def test_words_written_to_a_finding_that_changed_meanwhile_are_checked_first(
    finding, fields, browse
):
    client = browse("head")
    began = fields(client, words_of(finding), text=WORDS)
    Finding.objects.update(text="Ba mươi hồ sơ.", version=2)

    answer = client.post(words_of(finding), began)
    shown = {field.html_name: field.value() for field in answer.context["form"]}
    again = {name: value for name, value in shown.items() if value is not None}

    assert answer.status_code == 422
    assert "Ba mươi hồ sơ." in answer.content.decode()
    assert WORDS in answer.content.decode()
    assert client.post(words_of(finding), again).status_code == 302
    assert said(finding.inspection) == [WORDS]


def test_a_changed_finding_offers_both_texts(make, finding, member, browse):
    reworded(make, finding)
    assert not sentences_of(finding.inspection)[0].is_behind

    findings.revise_finding(
        finding, by=member, seen_version=1, units=[finding.inspection.unit_version], text="Mới."
    )

    seen = browse("head").get(page_of(finding.inspection)).content.decode()
    assert sentences_of(finding.inspection)[0].is_behind
    assert "Mới." in seen
    assert WORDS in seen


@pytest.mark.parametrize(("act", "then"), [("line_put_back", "Mới."), ("line_keep", WORDS)])
def test_either_text_is_taken_and_the_line_is_up_to_date(act, then, make, finding, browse):
    line = reworded(make, finding)
    Finding.objects.update(text="Mới.", version=2)

    post(browse("head"), act, line, seen=1, finding=2)

    assert said(finding.inspection) == [then]
    assert not sentences_of(finding.inspection)[0].is_behind
    assert AuditEntry.objects.about(line).exists()


def test_a_line_is_kept_only_for_the_finding_that_was_compared(make, finding, browse):
    line = reworded(make, finding)
    Finding.objects.update(text="Mới hơn nữa.", version=3)

    post(browse("head"), "line_keep", line, seen=1, finding=2)

    assert sentences_of(finding.inspection)[0].is_behind


def test_a_line_changed_meanwhile_is_not_put_back(make, finding, browse):
    line = reworded(make, finding)
    DraftLine.objects.update(version=2)

    post(browse("head"), "line_put_back", line, seen=1)

    assert said(finding.inspection) == [WORDS]


def test_a_draft_behind_its_findings_is_not_announced(make, world, head):
    drafting = make.inspection(world, status="drafting")
    make.conclusion(drafting)
    reworded(make, make.finding(drafting))
    Finding.objects.update(text="Mới.")

    with pytest.raises(workflow.Refused, match="1"):
        workflow.inspection.take("announce", drafting, by=head)


def test_a_sentence_without_a_finding_stands_at_the_end_of_its_area(make, finding, fields, browse):
    url = reverse("findings:line_add", args=[finding.inspection.code])
    client = browse("member")
    typed = fields(
        client, url, kind="shortcoming", area=finding.area_id, text="Nhìn chung còn chậm."
    )

    assert [client.post(url, typed).status_code for _click in "12"] == [302, 302]

    assert said(finding.inspection) == [RECORDED, "Nhìn chung còn chậm."]
    assert AuditEntry.objects.filter(verb="draft_line.add").count() == 1


def test_a_free_sentence_is_changed_and_taken_out(make, finding, fields, browse):
    line = make.draft_line(area=finding.area, of=finding.inspection, text="Câu thêm.")
    client, url = browse("head"), reverse("findings:line_edit", args=[line.pk])

    client.post(url, fields(client, url, text="Câu sửa."))
    assert said(finding.inspection) == [RECORDED, "Câu sửa."]

    take_out(client, line, seen=2)
    assert said(finding.inspection) == [RECORDED]
    entry = AuditEntry.objects.about(finding.inspection).get(verb="draft_line.delete")
    assert entry.change == {"line": ["Câu sửa.", None]}


def test_a_sentence_somebody_changed_meanwhile_is_not_taken_out(make, finding, browse):
    line = make.draft_line(area=finding.area, of=finding.inspection, text="Câu thêm.")
    DraftLine.objects.update(text="Câu đã sửa.", version=2)

    answer = take_out(browse("member"), line, seen=1)

    assert said(finding.inspection) == [RECORDED, "Câu đã sửa."]
    assert answer.status_code == 302
    assert not AuditEntry.objects.filter(verb="draft_line.delete").exists()


def test_a_second_click_takes_nothing_more_out_and_leads_to_the_draft(make, finding, browse):
    line = make.draft_line(area=finding.area, of=finding.inspection, text="Câu thêm.")
    client = browse("head")

    answers = [take_out(client, line, seen=1) for _click in "12"]

    assert [one.url for one in answers] == [page_of(finding.inspection)] * 2
    assert AuditEntry.objects.filter(verb="draft_line.delete").count() == 1


def test_a_sentence_of_another_draft_or_of_a_finding_is_not_taken_out(make, world, finding, browse):
    other = make.inspection(world, status="drafting", version=world.commune)
    elsewhere = make.draft_line(area=finding.area, of=other, text="Câu khác.")
    own = reworded(make, finding)

    for line in (elsewhere, own):
        url = reverse("findings:line_delete", args=[finding.inspection.code, line.pk])
        browse("head").post(url, {"seen": 1})

    assert DraftLine.objects.count() == 2


@pytest.mark.parametrize("changed", [{"area": "A6"}, {"kind": "strength"}], ids=["area", "kind"])
def test_a_sentence_that_goes_elsewhere_stands_last_there(
    changed, make, inspection, fields, browse
):
    line = make.draft_line(area=make.area("A2"), of=inspection, text="Chuyển.", place=1)
    there = {
        "kind": changed.get("kind", "shortcoming"),
        "area": make.area(changed.get("area", "A2")),
    }
    for place, text in enumerate(("Một.", "Hai."), start=1):
        make.draft_line(of=inspection, text=text, place=place, **there)
    client, url = browse("head"), reverse("findings:line_edit", args=[line.pk])

    client.post(url, fields(client, url, kind=there["kind"], area=there["area"].pk))

    assert said(inspection) == ["Một.", "Hai.", "Chuyển."]


def test_a_sentence_that_is_only_reworded_keeps_its_place(make, inspection, fields, browse):
    line = make.draft_line(area=make.area("A2"), of=inspection, text="Một.", place=1)
    make.draft_line(area=make.area("A2"), of=inspection, text="Hai.", place=2)
    client, url = browse("head"), reverse("findings:line_edit", args=[line.pk])

    client.post(url, fields(client, url, text="Sửa."))

    assert said(inspection) == ["Sửa.", "Hai."]


@pytest.mark.parametrize("field", ["kind", "area", "text"])
def test_a_free_sentence_says_where_it_belongs(field, finding, fields, browse):
    url = reverse("findings:line_add", args=[finding.inspection.code])
    client = browse("head")
    given = {"kind": "strength", "area": finding.area_id, "text": "Câu."} | {field: ""}

    answer = client.post(url, fields(client, url, **given))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_an_announced_draft_is_not_reworded(make, announced, fields, browse):
    line = reworded(make, make.finding(announced))
    client = browse("head")

    post(client, "line_put_back", line, seen=1)

    assert client.get(words_of(line.finding)).status_code == 302
    assert said(announced) == [WORDS]


def test_a_free_sentence_is_part_of_what_was_announced(make, explained, world):
    finding = make.finding(explained)
    announcement = make.announcement(explained, by=world.head)
    make.draft_line(area=finding.area, of=explained, text="Câu thêm.")

    changed = since(announcement, explained)

    assert [(one.part, one.state) for one in changed] == [("lines", "added")]


def test_announcements_of_before_there_were_lines_are_still_compared(make, explained, world):
    make.finding(explained)
    old = make.announcement(explained, by=world.head)
    del old.said["lines"]
    for row in old.said["findings"].values():
        del row["place"]

    assert since(old, explained) == []


def test_what_was_announced_is_not_taken_out_of_the_conclusion(make, explained, browse):
    line = make.draft_line(area=make.area("A2"), of=explained, text="Đã công bố.")

    take_out(browse("head"), line, seen=1)

    assert said(explained) == ["Đã công bố."]


def test_a_finding_that_is_deleted_takes_its_line_along(make, finding, member):
    reworded(make, finding)

    findings.delete_finding(finding, by=member)

    assert not DraftLine.objects.exists()


@pytest.mark.parametrize("persona", ["official", "stranger", "administrator"])
def test_the_unit_does_not_look_on_while_the_draft_is_written(persona, make, announced, browse):
    make.finding(announced)

    assert browse(persona).get(page_of(announced)).status_code in (403, 404)


def test_the_reader_of_the_province_changes_nothing(make, finding, browse):
    line = reworded(make, finding)
    client = browse("planner")

    assert client.get(page_of(finding.inspection)).status_code == 200
    assert client.get(words_of(finding)).status_code == 403
    assert post(client, "line_put_back", line, seen=1).status_code == 403


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_costs_the_same_with_few_and_many(
    rows, make, inspection, browse, django_assert_max_num_queries
):
    for _number in range(rows):
        reworded(make, make.finding(inspection))
        make.draft_line(area=make.area("A2"), of=inspection, text="Câu.")
    client = browse("head")
    client.get(page_of(inspection))

    with django_assert_max_num_queries(10):
        client.get(page_of(inspection))


def test_said_names_words_and_places(make, finding):
    reworded(make, finding)

    row = said_in(finding.inspection)["findings"][str(finding.pk)]

    assert (row["text"], row["place"]) == (WORDS, 0)

"""Nothing is issued that was not read: what changed behind the page is shown, and asked again."""

import pytest
from django.urls import reverse

from findings.actions import conclusions, draft_lines, findings, recommendations
from findings.models import Finding
from findings.stamps import changes_since, stamp_of
from inspections import workflow
from reform_portal.common.workflow import ChangedBehind
from tests.findings.issuing import page_of, shown


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


def test_the_engine_compares_what_was_read(drafting, head):
    with pytest.raises(ChangedBehind):
        workflow.inspection.take("announce", drafting, by=head, seen_content="f1.1.0")


def test_a_stamp_is_one_question(drafting, django_assert_num_queries):
    finding = Finding.objects.get()
    stamp_of(drafting)

    with django_assert_num_queries(1):
        assert f"f{finding.pk}.1.0" in stamp_of(drafting)

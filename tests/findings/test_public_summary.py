"""What the public is told of a conclusion: without names, approved by another person, withdrawn."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from findings.models import PublicSummary
from findings.news import permissions, waiting
from findings.news.names import people_in
from findings.news.workflow import summary as flow
from inspections import workflow
from reform_portal.common.models import AuditEntry
from reform_portal.common.waiting import waiting_for
from reform_portal.common.workflow import Refused
from tests.findings.test_nothing_leaks import WORD

pytestmark = pytest.mark.django_db
CLEAN = {"title": "Kết luận kiểm tra", "lead": "Đoàn kiểm tra kết luận.", "text": "- Tốt.\nHết."}


def at(name, of, *more):
    return reverse(f"findings:{name}", args=[of.code, *more])


def public(of):
    return Client().get(at("published", of))


@pytest.fixture
def written(make, world, concluded):
    """A clean text by the member, in a state."""

    def write(status="draft", **fields):
        return make.summary(concluded, by=world.member, status=status, **CLEAN | fields)

    return write


def test_the_first_words_come_from_the_conclusion_without_its_people(
    make, world, concluded, browse
):
    make.conclusion(concluded, signer=world.head)
    make.finding(concluded, kind="strength", text="Trả kết quả đúng hạn.")
    make.finding(concluded, text="Hồ sơ quá hạn.")
    make.recommendation(concluded, text="Số hóa hồ sơ")

    first = browse("member").get(at("summary_edit", concluded)).context["form"].initial

    assert first["title"].startswith("Kết luận kiểm tra công tác cải cách hành chính năm 2024")
    lines = ["Kết quả đạt được:", "- Trả kết quả đúng hạn.", "Tồn tại, hạn chế:"]
    assert first["text"].splitlines()[:3] == lines
    assert "- Số hóa hồ sơ (UBND huyện Cao Lộc)" in first["text"]
    whole = "\n".join(first[name] for name in ("title", "lead", "text"))
    assert not people_in(whole, concluded).anybody


def test_it_is_written_approved_by_another_and_read_without_a_login(
    concluded, world, browse, chair
):
    member = browse("member")
    form = member.get(at("summary_edit", concluded)).context["form"]
    given = {"submission": form["submission"].value(), **CLEAN}
    member.post(at("summary_edit", concluded), given)
    assert public(concluded).status_code == 404
    member.post(at("summary_step", concluded, "submit"))
    assert [item.action for item in waiting_for(chair)]

    browse("chair").post(at("summary_step", concluded, "publish"))

    answer = public(concluded)
    assert (answer.status_code, "Đoàn kiểm tra kết luận." in answer.text) == (200, True)
    assert "<li>Tốt.</li>" in answer.text
    assert "Kết luận kiểm tra" in Client().get(reverse("findings:published_list")).text
    row = PublicSummary.objects.get()
    verbs = ["summary.publish", "summary.submit", "summary.write"]
    assert [entry.verb for entry in AuditEntry.objects.about(row).order_by("-id")] == verbs


def test_nobody_approves_what_he_wrote(world, written, chair):
    row = written("submitted")
    row.authors.add(world.chair)

    with pytest.raises(PermissionDenied):
        flow.take("publish", row, by=chair)


def test_what_others_decide_on_does_not_crowd_out_what_waits(make, world, chair, monkeypatch):
    monkeypatch.setattr(waiting, "MOST", 1)
    own, theirs = (
        make.inspection(world, version=version, status="concluded")
        for version in (world.commune, world.district)
    )
    make.summary(own, by=world.chair, status="submitted", **CLEAN)
    row = make.summary(theirs, by=world.member, status="submitted", **CLEAN)

    assert [item.url for item in waiting.summaries_to_approve(chair)] == [row.get_absolute_url()]


def test_what_waits_is_what_may_be_approved(make, world, concluded):
    """The list of rows and the question about one say the same, whoever asks."""
    of_a_unit = make.plan(world, number=7, committee=None, issuer=world.justice.unit)
    team = make.delegation(world, of_a_unit)
    other = make.inspection(world, team=team, version=world.commune, status="concluded")
    rows = [
        make.summary(of, by=world.member, status="submitted", **CLEAN) for of in (concluded, other)
    ]
    leader = make.person("Đàm Thị Hiền", world.justice, role="chair", title="Giám đốc")
    stranger = make.person("Lê Xa", world.elsewhere, role="chair", title="Chủ tịch")
    for human, led in ((world.chair, rows), (leader, rows[1:]), (stranger, []), (world.member, [])):
        actor = make.actor(human)
        assert [row for row in rows if permissions.approves(actor, row)] == led
        assert [*permissions.to_approve(actor, PublicSummary.objects.order_by("pk"))] == led


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Công chức Hoàng Văn Nam chậm trễ.", "Hoàng Văn Nam"),
        ("Công chức HOÀNG VĂN NAM chậm trễ.", "Hoàng Văn Nam"),
        ("do hoàng  văn nam tiếp nhận", "Hoàng Văn Nam"),
        ("Theo bà Hạnh, hồ sơ chậm.", "Hạnh"),
        ("Đồng chí Nguyễn Không Quen thiếu trách nhiệm", "Nguyễn Không Quen"),
        ("liên hệ 0912 345 678", "0912 345 678"),
        ("gửi nam@langson.gov.vn", "nam@langson.gov.vn"),
    ],
)
def test_a_name_or_a_private_number_is_found_and_not_published(text, found, written, chair):
    row = written("submitted", text=text, named_because="Cần nêu rõ.")

    with pytest.raises(Refused, match=found):
        flow.take("publish", row, by=chair)
    assert public(row.inspection).status_code == 404


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Đồng chí Chủ tịch UBND xã và ông Lê Văn Tám chậm trễ.", {"Lê Văn Tám"}),
        ("Bà Hạnh, ông Tám và đ/c Lê Không Quen", {"Hạnh", "Tám", "Lê Không Quen"}),
    ],
)
def test_everybody_who_is_addressed_in_a_row_is_found(text, found, concluded):
    assert set(people_in(text, concluded).likely) == found


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("H'Bia Niê", "Bà H'Bia Niê tiếp nhận."),
        ("H'Bia Niê", "do H’BIA NIÊ tiếp nhận"),
        ("H’bia Niê", "Công chức H'Bia Niê chậm trễ."),
        ("Y-Bhăm Ayun", "Công chức Y-Bhăm Ayun chậm trễ."),
        ("Lê Thị Hoà", "Công chức Lê Thị Hòa chậm trễ."),
        ("Lê Thúy", "Bà Lê Thuý chậm trễ."),
        ("Lê Văn Tám", "Công chức Lê Văn Tám-Trưởng phòng chậm trễ."),
    ],
)
def test_a_stored_name_is_found_however_it_is_written(stored, text, make, world, concluded):
    make.person(stored, world.justice)

    found = people_in(text, concluded)

    assert (found.barred, found.likely) == ((stored,), ())


def test_another_tone_is_another_person(make, world, concluded):
    make.person("Lê Thị Hoa", world.justice)

    found = people_in("Bà Lê Thị Hoà, ông Lê Thị Hoa", concluded)

    assert (found.barred, found.likely) == (("Lê Thị Hoa",), ("Lê Thị Hoà",))


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Chủ tịch UBND huyện dự buổi làm việc.",
        "Xã Thanh Lòa, huyện Cao Lộc niêm yết 1.420 hồ sơ, đạt 62,5 %.",
        "Thông báo số 05/TB-ĐKT ngày 28/6/2024",
    ],
)
def test_posts_places_and_figures_are_no_people(text, concluded):
    assert not people_in(text, concluded).anybody


def test_the_head_is_named_only_with_a_reason(written, chair):
    row = written("submitted", text="Trưởng đoàn: Sái Văn Đông")
    with pytest.raises(Refused, match="Sái Văn Đông"):
        flow.take("publish", row, by=chair)

    PublicSummary.objects.update(named_because="Người ký kết luận.")

    assert flow.take("publish", row, by=chair).status == "published"


def test_it_is_withdrawn_with_a_reason_and_gone(written, planner):
    row = written("published")
    with pytest.raises(Refused):
        flow.take("withdraw", row, by=planner)
    assert public(row.inspection).status_code == 200

    flow.take("withdraw", row, by=planner, note="Sai số liệu")

    assert public(row.inspection).status_code == 404
    assert AuditEntry.objects.about(row).get(verb="summary.withdraw").note == "Sai số liệu"


@pytest.mark.parametrize(("before", "after"), [("published", "withdrawn"), ("submitted", "draft")])
def test_a_reopened_conclusion_takes_it_back(before, after, written, head):
    row = written(before)

    workflow.inspection.take("reopen", row.inspection, by=head, note="Bổ sung")

    row.refresh_from_db()
    assert row.status == after
    assert public(row.inspection).status_code == 404


@pytest.mark.parametrize("status", ["planned", "on_site", "drafting", "announced", "explained"])
def test_nothing_of_an_inspection_without_a_conclusion_is_read(status, make, world, browse):
    of = make.inspection(world, status=status)
    make.summary(of, by=world.member, status="published", **CLEAN | {"title": WORD})

    assert public(of).status_code == 404
    assert WORD not in Client().get(reverse("findings:published_list")).text


def test_nothing_of_an_unannounced_visit_is_read_before_arrival(make, world):
    of = make.inspection(world, status="concluded", form="unannounced")
    row = make.summary(of, by=world.member, status="published", **CLEAN | {"title": WORD})
    assert public(of).status_code == 404

    of.arrived_on = of.starts_on
    of.save()

    assert public(row.inspection).status_code == 200


@pytest.mark.parametrize("status", ["draft", "submitted", "withdrawn"])
def test_what_is_not_published_is_read_by_those_who_inspect_alone(status, written, browse):
    row = written(status)

    assert public(row.inspection).status_code == 404
    assert browse("official").get(at("summary", row.inspection)).status_code == 403
    assert browse("auditor").get(at("summary", row.inspection)).status_code == 200


def test_who_saves_second_sees_both_texts_and_what_is_submitted_stays(written, browse):
    row = written()
    old = {"version": row.version, **CLEAN}
    browse("planner").post(at("summary_edit", row.inspection), old | {"title": "Của Sở"})

    answer = browse("member").post(at("summary_edit", row.inspection), old | {"title": "Của tôi"})

    assert (answer.status_code, PublicSummary.objects.get().title) == (409, "Của Sở")
    PublicSummary.objects.update(status="submitted")
    late = old | {"version": row.version + 1, "title": "Muộn"}
    answer = browse("member").post(at("summary_edit", row.inspection), late)
    assert (answer.status_code, PublicSummary.objects.get().title) == (422, "Của Sở")


def test_markup_of_a_text_is_shown_as_it_is(written):
    row = written("published", text="- <script>alert(1)</script>")

    assert "<script>alert" not in public(row.inspection).text


def test_before_it_is_written_those_who_write_are_led_to_it(concluded, browse):
    assert at("summary_edit", concluded) in browse("member").get(at("summary", concluded)).text
    assert browse("chair").get(at("summary", concluded)).status_code == 404

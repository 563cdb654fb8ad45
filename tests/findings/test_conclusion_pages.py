"""The draft and the conclusion: read like an article, written with a number of its own."""

from datetime import date

import pytest
from django.urls import reverse

from findings.models import Conclusion
from inspections import workflow
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused


def page_of(inspection):
    return reverse("findings:draft", args=[inspection.code])


def form_of(inspection):
    return reverse("findings:conclusion_edit", args=[inspection.code])


@pytest.fixture
def words(make, world):
    """The form as it is first shown, with changes: words(client, inspection, number=…)."""

    def fields(client, inspection, /, **changed):
        form = client.get(form_of(inspection)).context["form"]
        shown = {field.html_name: field.value() for field in form}
        return {name: value for name, value in (shown | changed).items() if value is not None}

    return fields


def test_the_first_words_come_from_the_records(make, world, inspection, browse):
    make.visit(inspection, version=world.commune)

    first = browse("head").get(form_of(inspection)).context["form"].initial

    assert first["subject"] == (
        "Kết luận kiểm tra công tác cải cách hành chính năm 2024 tại UBND huyện Cao Lộc"
    )
    assert "/KH-BCĐCCHC ngày 29/5/2024 của Ban Chỉ đạo cải cách hành chính tỉnh" in first["bases"]
    assert "Ngày 17/6/2024" in first["opening"]
    assert "đồng chí Sái Văn Đông, Giám đốc Sở Tư pháp làm Trưởng đoàn" in first["opening"]
    assert first["opening"].endswith("Trên cơ sở kết quả kiểm tra, Trưởng đoàn kết luận như sau:")
    assert (first["place_name"], first["issuing_body"]) == ("Lạng Sơn", "ĐOÀN KIỂM TRA")
    assert (first["signer"], first["signer_post"]) == (world.head.pk, "Giám đốc Sở Tư pháp")
    assert first["capacity"] == "TM. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN"
    assert first["superior_body"] == "BAN CHỈ ĐẠO CẢI CÁCH HÀNH CHÍNH TỈNH"
    assert first["remediation_report_due_on"] == date(2024, 7, 17)


def test_the_first_words_leave_to_part_one_what_it_prints(make, world, inspection, browse):
    make.visit(inspection, version=world.commune)

    opening = browse("head").get(form_of(inspection)).context["form"].initial["opening"]

    assert "Bộ phận Một cửa" not in opening
    assert "Thời kỳ kiểm tra" not in opening


def test_the_first_words_name_a_report_and_an_explanation_that_came(make, world, explained, browse):
    make.self_report(explained, received_on=date(2024, 6, 9))
    make.explanation(explained, by=world.official)

    opening = browse("head").get(form_of(explained)).context["form"].initial["opening"]

    assert "Trên cơ sở báo cáo của đơn vị, kết quả kiểm tra và ý kiến giải trình của" in opening


def test_the_first_recipients_hold_every_addressee_once(make, world, inspection, browse):
    make.recommendation(inspection, to=[world.district, world.commune])
    make.recommendation(inspection, to=[world.commune])

    first = browse("head").get(form_of(inspection)).context["form"].initial

    assert first["recipients"].splitlines()[1:3] == ["UBND huyện Cao Lộc", "UBND xã Thanh Lòa"]
    assert first["recipients"].count("Thanh Lòa") == 1


def test_a_paper_is_not_issued_past_those_it_orders(make, world, head, explained):
    paper = make.conclusion(explained, signer=world.head)
    make.recommendation(explained, to=[world.district, world.commune])
    with pytest.raises(Refused, match="UBND xã Thanh Lòa"):
        workflow.inspection.take("conclude", explained, by=head)

    paper.recipients += "\nỦy ban nhân dân xã Thanh Loà"
    paper.save()

    assert workflow.inspection.take("conclude", explained, by=head).status == "concluded"


@pytest.mark.embedded
def test_a_member_writes_the_draft_from_the_first_words(inspection, words, browse):
    client = browse("member")

    answer = client.post(form_of(inspection), words(client, inspection, assessment="Tốt."))

    paper = Conclusion.objects.get()
    assert (answer["Location"], paper.assessment) == (page_of(inspection), "Tốt.")
    assert (paper.year, paper.issuer_id) == (2024, inspection.plan.issuer_id)
    assert AuditEntry.objects.about(paper).get().verb == "conclusion.write"


def test_whoever_began_before_somebody_else_wrote_sees_both_texts(make, inspection, words, browse):
    client = browse("member")
    began = words(client, inspection, subject="Bản của tôi")
    make.conclusion(inspection, subject="Bản đã lưu")

    answer = client.post(form_of(inspection), began)

    assert (answer.status_code, Conclusion.objects.get().subject) == (409, "Bản đã lưu")
    assert "Bản đã lưu" in answer.content.decode()
    assert "Bản của tôi" in answer.content.decode()


def test_a_stale_form_overwrites_nothing(make, inspection, words, browse):
    make.conclusion(inspection)
    client = browse("member")
    began = words(client, inspection, subject="Bản của tôi")
    browse("head").post(form_of(inspection), began | {"subject": "Bản của Trưởng đoàn"})

    answer = client.post(form_of(inspection), began)

    assert (answer.status_code, Conclusion.objects.get().subject) == (409, "Bản của Trưởng đoàn")


def test_a_number_taken_in_the_register_is_refused_at_the_field(
    make, world, inspection, explained, words, browse
):
    taken = make.conclusion(explained, signer=world.head)
    client = browse("head")
    given = {"number": taken.number, "issued_on": "10/07/2024", "symbol": "TB-ĐKT"}

    answer = client.post(form_of(inspection), words(client, inspection, **given))

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["number"])
    assert Conclusion.objects.count() == 1


@pytest.mark.parametrize(
    "other", [{"symbol": "KL-ĐKT"}, {"issued_on": "02/01/2025", "remediation_report_due_on": ""}]
)
def test_the_same_number_is_free_under_another_symbol_or_year(
    other, make, world, inspection, explained, words, browse
):
    taken = make.conclusion(explained, signer=world.head)
    client = browse("head")
    given = {"number": taken.number, "issued_on": "10/07/2024"} | other

    assert client.post(form_of(inspection), words(client, inspection, **given)).status_code == 302


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("issued_on", "16/06/2024"),
        ("issued_on", "31/02/2024"),
        ("subject", ""),
        ("number", "-1"),
        ("number", "100000"),
        ("signer", "999999"),
    ],
)
def test_bad_input_lands_at_the_field_and_nothing_typed_is_lost(
    field, value, inspection, words, browse
):
    client = browse("member")
    typed = words(client, inspection, assessment="Giữ lại", **{field: value})

    answer = client.post(form_of(inspection), typed)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert "Giữ lại" in answer.content.decode()


def test_somebody_from_elsewhere_cannot_be_chosen_to_sign(world, inspection, words, browse):
    client = browse("member")

    answer = client.post(form_of(inspection), words(client, inspection, signer=world.stranger.pk))

    assert list(answer.context["form"].errors) == ["signer"]


def test_an_announced_draft_is_frozen(make, inspection, announced, words, browse):
    make.conclusion(announced, subject="Đã công bố")
    client = browse("head")

    answer = client.post(form_of(announced), words(client, inspection, subject="Sửa"))

    assert (answer.status_code, Conclusion.objects.get().subject) == (422, "Đã công bố")


def test_after_the_explanation_the_head_alone_writes(make, explained, words, browse):
    make.conclusion(explained)
    typed = words(browse("head"), explained, number=7, issued_on="01/07/2024")

    assert browse("member").post(form_of(explained), typed).status_code == 403
    assert browse("head").post(form_of(explained), typed).status_code == 302
    assert Conclusion.objects.get().reference == "07/TB-ĐKT"


@pytest.mark.parametrize(
    ("status", "answer"),
    [("on_site", 404), ("drafting", 404), ("announced", 200), ("explained", 200), ("closed", 200)],
)
def test_the_unit_reads_the_draft_from_the_announcement_on(status, answer, make, world, browse):
    of = make.inspection(world, status=status)
    make.conclusion(of)

    assert browse("official").get(page_of(of)).status_code == answer


@pytest.mark.parametrize(("status", "marked"), [("announced", True), ("concluded", False)])
def test_only_a_draft_says_it_is_one(status, marked, make, world, browse):
    of = make.inspection(world, status=status)
    make.conclusion(of, signer=world.head)

    assert ("DỰ THẢO" in browse("official").get(page_of(of)).content.decode()) == marked


@pytest.mark.embedded
def test_the_page_tells_what_was_found_and_what_must_be_done(make, world, concluded, browse):
    make.conclusion(concluded, signer=world.head, assessment="Đánh giá chung tốt")
    make.finding(concluded, text="Chưa niêm yết", cause="Thiếu kiểm tra")
    make.recommendation(concluded, due_on=date(2024, 12, 31), target=100, target_unit="%")

    page = browse("official").get(page_of(concluded)).content.decode()

    for words in ("Chưa niêm yết", "Thiếu kiểm tra", "Đánh giá chung tốt", "31/12/2024", "100 %"):
        assert words in page
    assert "Sái Văn Đông" in page


def test_the_page_names_second_areas_too(make, world, concluded, browse):
    make.conclusion(concluded, signer=world.head)
    make.finding(concluded, area=make.area("A1"), second_area=make.area("A3"))
    make.recommendation(concluded, area=make.area("A4"), second_area=make.area("A5"))

    page = browse("official").get(page_of(concluded)).content.decode()

    for code in ("A1", "A3", "A4", "A5"):
        assert make.area(code).name in page


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_costs_the_same_with_few_and_many(
    rows, make, world, concluded, browse, django_assert_num_queries
):
    make.conclusion(concluded, signer=world.head)
    for _number in range(rows):
        make.finding(concluded)
        make.recommendation(concluded, to=[world.district, world.commune])
    client = browse("head")
    client.get(page_of(concluded))

    with django_assert_num_queries(10):
        client.get(page_of(concluded))


def test_issuing_needs_number_date_and_signer(make, head, explained):
    make.conclusion(explained)

    with pytest.raises(Refused) as refused:
        workflow.inspection.take("conclude", explained, by=head)

    assert len(refused.value.reasons) == 1

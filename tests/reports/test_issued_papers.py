"""What was issued is kept for good; a later version replaces it and says what it changes."""

import hashlib
from datetime import date

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from findings.models import Conclusion, Finding
from inspections import workflow
from inspections.models import RegisterNumber
from reform_portal.common.workflow import Refused
from reports.issued import keeping
from reports.issued.quoting import is_in
from reports.models import IssuedPaper
from reports.renderers import RENDERERS
from tests import factories
from tests.reports.conftest import told

RECIPIENTS = "UBND huyện Cao Lộc\nUBND xã Thanh Lòa\nLưu: VT"


def page_of(inspection):
    return reverse("reports:issued", args=[inspection.code])


@pytest.fixture
def explained(world, bell):
    """Everything is decided; the head may issue."""
    made = told(world, status="explained")
    Conclusion.objects.filter(inspection=made).update(
        number=5, issued_on=date(2024, 6, 17), signer=world.head, recipients=RECIPIENTS
    )
    return made


@pytest.fixture
def issued(explained, head):
    """The conclusion is issued and its files are made."""
    workflow.inspection.take("conclude", explained, by=head)
    row = IssuedPaper.objects.get()
    keeping.make(row.pk)
    row.refresh_from_db()
    return row


def text_of(stored):
    with stored.open("rb") as file:
        return file.read()


def issued_files():
    return sorted(default_storage.listdir("issued")[1]) if default_storage.exists("issued") else []


@pytest.mark.embedded
def test_issuing_keeps_data_and_both_files_with_their_hashes(issued):
    assert (issued.reference, issued.state, issued.is_made) == ("05/TB-ĐKT", "in_force", True)
    assert hashlib.sha256(text_of(issued.pdf)).hexdigest() == issued.pdf_sha256
    assert hashlib.sha256(text_of(issued.docx)).hexdigest() == issued.docx_sha256


def test_what_changes_later_does_not_reach_the_kept_paper(issued):
    Finding.objects.update(text="CANARY sửa sau khi ban hành")
    IssuedPaper.objects.update(pdf_sha256="", docx_sha256="", attempts=0, tried_at=None)

    keeping.make(issued.pk)

    again = IssuedPaper.objects.get()
    assert again.pdf_sha256 == issued.pdf_sha256
    assert "CANARY" not in str(again.data)


def test_files_are_made_once(issued):
    before = (issued.pdf.name, issued.attempts)

    keeping.make(issued.pk)

    issued.refresh_from_db()
    assert (issued.pdf.name, issued.attempts) == before


def test_what_the_queue_forgot_is_made_by_the_sweep(explained, head):
    workflow.inspection.take("conclude", explained, by=head)

    keeping.make_what_waits()

    assert IssuedPaper.objects.get().is_made


def test_a_paper_that_cannot_be_made_is_tried_three_times(explained, head, monkeypatch):
    workflow.inspection.take("conclude", explained, by=head)
    monkeypatch.setattr(keeping, "from_data", lambda *args: 1 / 0)

    for _time in range(5):
        keeping.make_what_waits()
        IssuedPaper.objects.update(tried_at=timezone.now() - keeping.RUN * 2)

    row = IssuedPaper.objects.get()
    assert (row.attempts, row.is_given_up) == (3, True)
    monkeypatch.undo()
    keeping.try_again(row, by=head)
    keeping.make_what_waits()
    assert IssuedPaper.objects.get().is_made


def test_when_the_store_takes_no_more_nothing_half_stays(explained, head, monkeypatch):
    workflow.inspection.take("conclude", explained, by=head)
    save, before = default_storage.save, issued_files()

    def full_at_the_second(path, content):
        if path.endswith(".docx"):
            default_storage.open(path, "wb").write(b"PK half")
            raise OSError(28, "No space left on device")
        return save(path, content)

    monkeypatch.setattr(default_storage, "save", full_at_the_second)
    keeping.make_what_waits()

    row = IssuedPaper.objects.get()
    assert (row.is_made, row.pdf.name, row.attempts) == (False, "", 1)
    assert issued_files() == before
    monkeypatch.undo()
    IssuedPaper.objects.update(tried_at=None)
    keeping.make_what_waits()
    assert IssuedPaper.objects.get().is_made


def test_what_a_killed_run_left_is_replaced(issued):
    with default_storage.open(issued.docx.name, "wb") as half:
        half.write(b"PK half")
    IssuedPaper.objects.update(
        pdf="", pdf_sha256="", docx="", docx_sha256="", attempts=1, tried_at=None
    )
    before = issued_files()

    keeping.make(issued.pk)

    again = IssuedPaper.objects.get()
    assert hashlib.sha256(text_of(again.docx)).hexdigest() == again.docx_sha256
    assert issued_files() == before


def test_a_paper_that_is_being_made_is_left_alone(explained, head, monkeypatch):
    workflow.inspection.take("conclude", explained, by=head)
    IssuedPaper.objects.update(attempts=1, tried_at=timezone.now())

    keeping.make_what_waits()

    row = IssuedPaper.objects.get()
    assert (row.attempts, row.is_made) == (1, False)


def test_a_conclusion_whose_photo_is_lost_is_not_issued(explained, world, head):
    evidence = factories.evidence(explained, by=world.member)
    evidence.file.storage.delete(evidence.file.name)

    with pytest.raises(Refused, match="ảnh"):
        workflow.inspection.take("conclude", explained, by=head)

    assert not IssuedPaper.objects.exists()


def test_a_conclusion_too_long_to_print_is_not_issued(explained, head):
    Conclusion.objects.update(assessment="Nội dung kiểm tra " * 50_000)

    with pytest.raises(Refused, match="rút gọn"):
        workflow.inspection.take("conclude", explained, by=head)

    assert not IssuedPaper.objects.exists()


def test_reopening_recalls_it_with_the_reason(issued, head):
    workflow.inspection.take("reopen", issued.inspection, by=head, note="Sai số liệu")

    issued.refresh_from_db()
    assert (issued.state, issued.reason) == ("recalled", "Sai số liệu")


def test_issuing_again_replaces_it_and_shows_the_difference(issued, head, browse):
    again = workflow.inspection.take("reopen", issued.inspection, by=head, note="Sai số liệu")
    Conclusion.objects.update(number=6, assessment="Đơn vị đã khắc phục một phần.")
    workflow.inspection.take("conclude", again, by=head)

    page = browse("official").get(page_of(again)).content.decode()

    issued.refresh_from_db()
    later = IssuedPaper.objects.exclude(pk=issued.pk).get()
    assert (issued.state, later.replaces) == ("replaced", issued)
    assert "<ins>Đơn vị đã khắc phục một phần." in page
    assert browse("official").get(file_of(issued, "pdf")).status_code == 200


@pytest.mark.parametrize(
    ("number", "day", "reason"),
    [(5, date(2024, 6, 18), "không dùng chung một số"), (6, date(2024, 6, 17), "trước văn bản")],
)
def test_a_new_version_has_its_own_number_and_is_not_older(number, day, reason, issued, world):
    now = factories.actor(world.head, date(2024, 6, 19))
    IssuedPaper.objects.update(issued_on=date(2024, 6, 18))
    again = workflow.inspection.take("reopen", issued.inspection, by=now, note="Sai số liệu")
    Conclusion.objects.update(number=number, issued_on=day)

    with pytest.raises(Refused, match=reason):
        workflow.inspection.take("conclude", again, by=now)

    assert IssuedPaper.objects.count() == 1


def test_a_reopened_draft_is_offered_the_next_number(issued, head, browse):
    workflow.inspection.take("reopen", issued.inspection, by=head, note="Sai số liệu")

    page = browse("head").get(reverse("findings:conclusion_edit", args=[issued.inspection.code]))

    form = page.context["form"]
    assert form["number"].value() == 6
    assert "05/TB-ĐKT" in form.fields["number"].help_text


def test_whoever_asks_again_gets_what_was_issued(issued, planner):
    Finding.objects.update(text="CANARY sửa sau khi ban hành")

    paper = keeping.paper(issued.inspection, as_of=timezone.now(), reader=planner)

    assert hashlib.sha256(RENDERERS["pdf"](paper)).hexdigest() == issued.pdf_sha256


def test_the_archive_gets_pdf_a_with_the_data(issued):
    reader = PdfReader(issued.archive.open("rb"))

    assert list(reader.attachments) == [f"{issued.inspection.code}.json"]


def test_a_file_gone_from_the_store_is_no_page(issued, browse):
    issued.pdf.storage.delete(issued.pdf.name)

    assert browse("head").get(file_of(issued, "pdf")).status_code == 404


def test_the_difference_reads_as_people_read(issued, head, browse, world):
    again = workflow.inspection.take("reopen", issued.inspection, by=head, note="Sai ngày")
    later = factories.actor(world.head, date(2024, 6, 18))
    Conclusion.objects.update(number=6, issued_on=date(2024, 6, 18))
    workflow.inspection.take("conclude", again, by=later)

    page = browse("official").get(page_of(again)).content.decode()

    assert "Ngày ban hành: <del>17/06/2024</del><ins>18/06/2024</ins>" in page
    assert "2024-06" not in page


def test_the_name_of_a_download_tells_the_number_of_the_paper(issued, browse):
    answer = browse("head").get(file_of(issued, "pdf"))

    assert f'{issued.inspection.code}-ket-luan-so-05-nam-2024.pdf"' in answer["Content-Disposition"]


def test_the_check_page_calls_it_what_its_head_calls_it(issued, client):
    seen = client.get(reverse("reports:check", args=[issued.token])).content.decode()

    assert "Thông báo kết luận kiểm tra" in seen
    assert issued.data["type_name"] == "THÔNG BÁO"


def file_of(paper, kind):
    return reverse("reports:issued_file", args=[paper.pk, kind])


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_the_unit_gets_the_files_and_others_do_not(kind, issued, browse):
    answers = [browse(name).get(file_of(issued, kind)) for name in ("official", "outsider")]

    assert [answer.status_code for answer in answers] == [200, 404]


@pytest.mark.parametrize("kind", ["signed", "exe"])
def test_a_file_that_is_not_there_is_not_found(kind, issued, browse):
    assert browse("head").get(file_of(issued, kind)).status_code == 404


def test_a_kept_file_the_store_has_lost_is_not_found(issued, browse, caplog):
    issued.pdf.storage.delete(issued.pdf.name)

    assert browse("official").get(file_of(issued, "pdf")).status_code == 404
    assert issued.pdf.name in caplog.text


def letter_about(words):
    return {
        "number": 12,
        "symbol": "ĐKT",
        "issued_on": "17/06/2024",
        "reads": words,
        "should_read": "ngày 17/6/2024",
    }


# As somebody copies it from the paper, over the end of a line.
QUOTED = "Đoàn kiểm tra đã\r\nlàm việc  với đơn vị"


@pytest.mark.parametrize("words", ["ngày 30/2/2031", "Đoàn kiểm tra không làm việc", "…"])
def test_words_that_are_not_in_the_paper_are_not_corrected(words, issued, browse):
    answer = browse("planner").post(
        reverse("reports:issued_correct", args=[issued.pk]), letter_about(words)
    )

    issued.refresh_from_db()
    assert (answer.status_code, issued.corrections.count()) == (422, 0)
    assert (issued.state, words in answer.content.decode()) == ("in_force", True)


@pytest.mark.parametrize("words", ["ngày 17 tháng 6 năm 2024", "Số: {paper}", "{name}"])
def test_number_day_and_signer_are_words_of_the_paper(words, issued):
    said = words.format(paper=issued, name=issued.signer_name)

    assert is_in(issued, said)


def test_a_letter_corrects_a_slip_and_the_paper_stays_in_force(issued, browse):
    letter = letter_about(QUOTED)
    client = browse("planner")

    client.post(reverse("reports:issued_correct", args=[issued.pk]), letter)

    issued.refresh_from_db()
    assert issued.state == "corrected"
    assert "ngày 17/6/2024" in client.get(page_of(issued.inspection)).content.decode()


def test_a_correcting_letter_takes_its_number_from_the_register(issued, browse):
    letter = {"number": 12, "symbol": "ĐKT", "issued_on": "17/06/2024", "reads": QUOTED}
    url, client = reverse("reports:issued_correct", args=[issued.pk]), browse("planner")
    first = client.get(url).context["form"]
    client.post(url, letter | {"should_read": "b"})

    again = client.post(url, letter | {"should_read": "c"})

    assert (first["symbol"].value(), "01" in first.fields["number"].help_text) == ("ĐKT-CCHC", True)
    assert (again.status_code, issued.corrections.count()) == (422, 1)
    number = RegisterNumber.objects.get(register__kind="")
    assert (str(number), number.issued) == ("12/ĐKT", True)
    assert number.paper_url() == page_of(issued.inspection)


def test_a_recalled_paper_is_not_corrected(issued, head, browse):
    IssuedPaper.objects.update(state="recalled")
    letter = {"number": 12, "symbol": "ĐKT", "issued_on": "01/07/2024", "reads": "a"}

    answer = browse("head").post(
        reverse("reports:issued_correct", args=[issued.pk]), letter | {"should_read": "b"}
    )

    assert (answer.status_code, issued.corrections.count()) == (422, 0)


def test_the_page_costs_the_same_with_few_and_many(
    concluded, browse, django_assert_max_num_queries
):
    for _number in range(5):
        factories.issued_paper(concluded, state="replaced", data={"blocks": []})
    client = browse("head")
    client.get(page_of(concluded))

    with django_assert_max_num_queries(8):
        client.get(page_of(concluded))


def test_a_bell_that_breaks_does_not_break_what_issues(
    explained, head, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr("reform_portal.common.doorbell.ring", lambda *told: 1 / 0)

    with django_capture_on_commit_callbacks(execute=True):
        workflow.inspection.take("conclude", explained, by=head)
    row = IssuedPaper.objects.get()
    IssuedPaper.objects.update(attempts=3)
    with django_capture_on_commit_callbacks(execute=True) as rung:
        keeping.try_again(row, by=head)

    assert rung
    keeping.make_what_waits()
    assert IssuedPaper.objects.get().is_made

"""Documents asked of the unit one by one: sent, judged, named by themselves, taken as one ZIP."""

import io
import uuid
import zipfile
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from inspections import filing
from inspections.models import DocumentFile, DocumentRequest
from inspections.rules import documents as rules
from reform_portal.common.models import AuditEntry
from reform_portal.common.waiting import waiting_for
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db
S = DocumentRequest.Status


@pytest.fixture
def inspection(make, world):
    return make.inspection(world)


@pytest.fixture
def document(make, world, inspection):
    return make.document(inspection, by=world.member)


@pytest.fixture
def ask(browse, inspection):
    def sent(who="member", **changes):
        words = {
            "title": "Quy chế làm việc",
            "due_on": "14/06/2024",
            "submission": uuid.uuid4(),
        }
        return browse(who).post(f"/inspections/{inspection.code}/documents/", words | changes)

    return sent


@pytest.fixture
def send(browse, document, workbook):
    def sent(who="official", upload=None):
        url = f"/inspections/documents/{document.pk}/send/"
        return browse(who).post(url, {"upload": upload or workbook("quy che.xlsx")})

    return sent


def step(client, document, name, note=""):
    url = f"/inspections/documents/{document.pk}/steps/{name}/"
    return client.post(url, {"note": note}, follow=True)


def titles(actor):
    return " | ".join(item.title for item in waiting_for(actor))


@pytest.mark.embedded
@pytest.mark.parametrize("who", ["planner", "head", "member"])
def test_they_are_asked_for_one_by_one(ask, inspection, who, verbs):
    ask(who)
    ask(who, title="Sổ theo dõi hồ sơ")

    assert [str(one) for one in inspection.documents.all()] == [
        "01. Quy chế làm việc",
        "02. Sổ theo dõi hồ sơ",
    ]
    assert verbs(inspection) == ["document.ask", "document.ask"]


def test_a_second_click_asks_once(ask, inspection):
    token = uuid.uuid4()
    ask(submission=token)
    ask(submission=token)

    assert inspection.documents.count() == 1


@pytest.mark.parametrize(
    ("who", "status"), [("official", 403), ("chair", 403), ("auditor", 403), ("outsider", 404)]
)
def test_others_ask_for_nothing(ask, who, status):
    assert ask(who).status_code == status
    assert not DocumentRequest.objects.exists()


@pytest.mark.parametrize("changes", [{"title": " "}, {"due_on": "31/02/2024"}])
def test_bad_input_comes_back_at_the_field(ask, changes):
    answer = ask(**changes)

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == set(changes)


@pytest.mark.embedded
def test_the_unit_sends_a_file_that_is_named_by_itself(send, document, world, verbs):
    assert send().status_code == 302

    sent = document.files.get()
    document.refresh_from_db()
    assert sent.name == f"{document.inspection.code}_01_Quy-che-lam-viec_v1.xlsx"
    assert (sent.file_name, sent.sent_by) == ("quy che.xlsx", world.official)
    assert document.status == S.RECEIVED
    assert verbs(document.inspection) == ["document.receive"]


def test_a_further_file_is_a_further_edition(send, document):
    send()
    send()

    assert [one.edition for one in document.files.all()] == [2, 1]


@pytest.mark.parametrize("content", [b"MZ a program", b"", b"PK\x03\x04 broken"])
def test_a_file_that_is_not_what_it_says_is_refused(send, document, content):
    answer = send(upload=SimpleUploadedFile("quy-che.pdf", content))

    assert answer.status_code == 422
    assert "upload" in answer.context["form"].errors
    assert not document.files.exists()


@pytest.mark.parametrize(("who", "status"), [("member", 403), ("planner", 403), ("outsider", 404)])
def test_only_the_unit_sends(send, who, status):
    assert send(who).status_code == status


def test_what_was_accepted_is_not_replaced(send, browse, document):
    send()
    step(browse("member"), document, "accept")

    answer = send()

    assert answer.status_code == 422
    assert document.files.count() == 1


@pytest.mark.embedded
def test_it_is_returned_with_a_note_and_waits_again(send, browse, document, official, head):
    assert document.inspection.code in titles(official)
    send()
    assert "Tài liệu" not in titles(official)
    assert "Tài liệu" in titles(head)

    answer = step(browse("head"), document, "return", "Thiếu trang 3")

    assert "Thiếu trang 3" in answer.text
    assert document.inspection.code in titles(official)


def test_nothing_is_accepted_that_did_not_come(browse, document):
    step(browse("member"), document, "accept")

    document.refresh_from_db()
    assert document.status == S.ASKED


def test_what_is_no_longer_needed_may_be_asked_again(browse, document):
    client = browse("planner")
    step(client, document, "withdraw", "Đã có trong báo cáo")
    step(client, document, "ask_again", "Báo cáo thiếu phụ lục")

    document.refresh_from_db()
    assert document.status == S.ASKED


def test_who_saved_second_overwrites_nothing(browse, document):
    client, url = browse("member"), f"/inspections/documents/{document.pk}/edit/"
    words = {"due_on": "14/06/2024", "version": 1}
    client.post(url, words | {"title": "Trước"})

    answer = client.post(url, words | {"title": "Sau"})

    document.refresh_from_db()
    assert (answer.status_code, document.title) == (409, "Trước")


@pytest.mark.parametrize("status", ["concluded", "cancelled"])
def test_afterwards_nothing_is_asked_or_sent(ask, send, browse, document, inspection, status):
    type(inspection).objects.update(status=status)

    assert (ask().status_code, send().status_code) == (422, 422)
    step(browse("member"), document, "withdraw", "x")
    assert DocumentRequest.objects.get().status == S.ASKED


def test_who_sees_the_inspection_downloads_a_file(make, world, browse, document):
    sent = make.document_file(document, by=world.official)
    url = f"/inspections/documents/files/{sent.pk}/"

    answer = browse("auditor").get(url)

    assert sent.name in answer["Content-Disposition"]
    assert browse("outsider").get(url).status_code == 404


def archive_of(answer):
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


@pytest.mark.embedded
def test_all_received_files_are_taken_as_one_archive(make, world, browse, inspection):
    first = make.document(inspection, by=world.member, status=S.ACCEPTED)
    make.document_file(first, by=world.official, content=b"old")
    make.document_file(first, by=world.official, content=b"new", name="KT_01_moi_v2.pdf")
    make.document_file(
        make.document(inspection, by=world.member, status=S.RETURNED), by=world.official
    )

    answer = browse("member").get(f"/inspections/{inspection.code}/documents.zip")

    archive = archive_of(answer)
    assert archive.namelist() == ["KT_01_moi_v2.pdf"]
    assert archive.read("KT_01_moi_v2.pdf") == b"new"
    assert archive.testzip() is None
    assert AuditEntry.objects.get(verb="document.take_all").note == "KT_01_moi_v2.pdf"


def test_the_signed_report_goes_along(make, browse, inspection, workbook):
    make.self_report(inspection)
    words = {"title": "Báo cáo", "period_from": "2024-01-01", "period_to": "2024-06-14"}
    url = f"/inspections/{inspection.code}/self-report/"
    browse("official").post(
        url, words | {"due_on": "2024-06-10", "version": 1, "upload": workbook()}
    )

    answer = browse("member").get(f"/inspections/{inspection.code}/documents.zip")

    assert archive_of(answer).namelist() == [f"{inspection.code}_00_Bao-cao-cua-don-vi_v1.xlsx"]


def test_an_empty_archive_is_refused_with_a_sentence(browse, document):
    url = f"/inspections/{document.inspection.code}/documents.zip"

    answer = browse("member").get(url, follow=True)

    assert "Chưa nhận được tệp nào" in answer.text
    assert not AuditEntry.objects.filter(verb="document.take_all").exists()


@pytest.mark.parametrize("case", ["too much", "lost"])
def test_an_archive_that_cannot_be_whole_is_refused(make, world, browse, inspection, case):
    document = make.document(inspection, by=world.member, status=S.RECEIVED)
    sent = make.document_file(document, by=world.official)
    if case == "lost":
        sent.file.storage.delete(sent.file.name)
    else:
        DocumentFile.objects.update(size=rules.MOST_BYTES + 1)

    answer = browse("member").get(f"/inspections/{inspection.code}/documents.zip")

    assert answer.status_code == 302


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("outsider", 404)])
def test_others_take_nothing_along(browse, document, who, status):
    url = f"/inspections/{document.inspection.code}/documents.zip"

    assert browse(who).get(url).status_code == status


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Quy chế làm việc", "Quy-che-lam-viec"),
        ("../../etc/passwd\x00", "etc-passwd"),
        ("Đề án số 5/ĐA-UBND", "De-an-so-5-DA-UBND"),
        ("???", "Tai-lieu"),
        ("x" * 200, "x" * 60),
    ],
)
def test_names_are_safe_on_every_system(title, name):
    assert filing.plain(title) == name


@pytest.mark.parametrize("who", ["planner", "head", "official"])
def test_its_pages_cost_few_queries(count_queries, make, world, inspection, today, who):
    for _ in range(4):
        document = make.document(inspection, by=world.member, status=S.RECEIVED)
        make.document_file(document, by=world.official)
        make.question(inspection, by=world.member)
    client = signed_in(getattr(world, who))

    assert count_queries(client, document.get_absolute_url()) <= 10
    assert count_queries(client, f"/inspections/{inspection.code}/before/") <= 10


def test_the_document_is_due_when_the_report_is(browse, inspection):
    page = browse("member").get(f"/inspections/{inspection.code}/documents/")

    assert page.context["form"]["due_on"].initial == date(2024, 6, 10)

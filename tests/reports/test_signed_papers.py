"""A signed PDF comes back in only if it is this paper, whole; everybody can check a copy."""

import hashlib
import io

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pypdf import PdfWriter

from reports.issued import signing
from reports.models import SignedFile
from tests import factories
from tests.reports.signing import Authority, sign

SIGNER = "Sái Văn Đông"


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority") / "trusted")


@pytest.fixture(scope="module")
def forger(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("forger") / "own", name="Kẻ giả mạo")


@pytest.fixture
def trusted(settings, authority):
    settings.PORTAL_SIGNATURE_ROOTS = str(authority.folder.parent / "roots")
    (authority.folder.parent / "roots").mkdir(exist_ok=True)
    (authority.folder.parent / "roots" / "root.pem").write_bytes(authority.root.read_bytes())
    signing._roots.cache_clear()
    yield
    signing._roots.cache_clear()


def pdf(pages=1):
    writer, out = PdfWriter(), io.BytesIO()
    for _page in range(pages):
        writer.add_blank_page(595, 842)
    writer.write(out)
    return out.getvalue()


@pytest.fixture
def paper(concluded):
    made = factories.issued_paper(concluded)
    made.pdf.save("paper.pdf", ContentFile(pdf()))
    return made


def upload(content):
    return ContentFile(content, name="da-ky.pdf")


def send(browse, paper, content, name="head"):
    url = reverse("reports:issued_sign", args=[paper.pk])
    return browse(name).post(url, {"file": upload(content)})


def test_a_signed_copy_is_kept_with_who_signed_it(paper, authority, trusted, browse):
    send(browse, paper, sign(pdf(), authority.signer(SIGNER)))

    kept = SignedFile.objects.get()
    assert (kept.signed_by, kept.is_trusted) == (SIGNER, True)
    assert SIGNER in browse("official").get(paper.get_absolute_url()).content.decode()


def test_a_signature_under_another_authority_is_said_to_be_untrusted(
    paper, forger, trusted, browse
):
    send(browse, paper, sign(pdf(), forger.signer(SIGNER)))

    assert SignedFile.objects.get().is_trusted is False


@pytest.mark.parametrize(
    ("made", "word"),
    [
        (lambda authority: pdf(), "chữ ký số"),
        (lambda authority: sign(pdf(pages=2), authority.signer(SIGNER)), "văn bản"),
        (lambda authority: b"%PDF-1.7 nothing", "văn bản"),
    ],
    ids=["not signed", "another document", "no pdf"],
)
def test_what_is_no_signed_copy_is_refused_with_the_reason(
    made, word, paper, authority, trusted, browse
):
    answer = send(browse, paper, made(authority))

    assert answer.status_code == 422
    assert word in str(answer.context["form"].errors["file"])
    assert not SignedFile.objects.exists()


def test_a_byte_changed_after_the_signature_is_noticed(paper, authority, trusted, browse):
    signed = bytearray(sign(pdf(), authority.signer(SIGNER)))
    at = signed.rindex(b"/Type /Sig") if b"/Type /Sig" in signed else len(pdf()) + 40
    signed[at + 1] ^= 1

    answer = send(browse, paper, bytes(signed))

    assert answer.status_code == 422
    assert not SignedFile.objects.exists()


def test_a_page_changed_before_the_signature_is_noticed(paper, authority, trusted, browse):
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf()))
    page = writer.root["/Pages"]["/Kids"][0]
    page["/MediaBox"] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 200, 200)))
    writer.mark_update(writer.root["/Pages"]["/Kids"].raw_get(0))
    changed = io.BytesIO()
    writer.write(changed)

    answer = send(browse, paper, sign(changed.getvalue(), authority.signer(SIGNER)))

    assert answer.status_code == 422
    assert not SignedFile.objects.exists()


@pytest.mark.parametrize("name", ["member", "official", "chair", "auditor"])
def test_others_take_nothing_in(name, paper, browse):
    assert send(browse, paper, pdf(), name=name).status_code == 403


def test_whoever_holds_the_paper_checks_it_without_signing_in(paper, concluded):
    page = Client().get(paper.check_url)

    seen = page.content.decode()
    assert page.status_code == 200
    assert ("05/TB-ĐKT" in seen, paper.get_state_display() in seen) == (True, True)
    assert concluded.unit_version.name not in seen


def test_the_issued_file_is_known_and_one_flipped_byte_is_not(paper):
    content = pdf()
    type(paper).objects.update(pdf_sha256=hashlib.sha256(content).hexdigest())
    flipped = content[:-1] + bytes([content[-1] ^ 1])

    kinds = [
        Client().post(paper.check_url, {"file": upload(one)}).context["proof"].kind
        for one in (content, flipped)
    ]

    assert kinds == ["pdf", ""]


def test_the_check_judges_the_signature_of_a_copy(paper, authority, trusted):
    signed = sign(pdf(), authority.signer(SIGNER))

    proof = Client().post(paper.check_url, {"file": upload(signed)}).context["proof"]

    assert (proof.kind, proof.judgement.signed_by, proof.judgement.is_whole) == ("", SIGNER, True)


def test_a_copy_is_compared_while_the_files_are_being_made(concluded):
    waiting = factories.issued_paper(concluded, pdf="", pdf_sha256="", docx="", docx_sha256="")

    answer = Client().post(waiting.check_url, {"file": upload(pdf())})

    assert (answer.status_code, answer.context["proof"].kind) == (200, "")


def test_a_guessed_address_is_no_page(db):
    assert Client().get(reverse("reports:check", args=["A" * 16])).status_code == 404


def test_a_copy_that_adds_more_than_a_signature_is_not_even_read(paper, monkeypatch):
    """The page is open to everybody: reading megabytes of nonsense would keep the portal busy."""
    read = []
    monkeypatch.setattr(signing, "_judge", lambda *args: read.append(args))
    nonsense = (b"0" * (signing.MOST_ADDED + 1) + b"%%EOF", b"0" * 2_000)

    for added in nonsense:
        answer = Client().post(paper.check_url, {"file": upload(pdf() + added)})
        assert answer.status_code == 200
        assert answer.context["proof"].kind == ""

    assert read == []

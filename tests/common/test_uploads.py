"""Uploaded files, as people send them and as an enemy does."""

import contextlib
import hashlib
import io
import random
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image
from pypdf import PdfWriter

from reform_portal.common import uploads

SCRIPT = b"<script>alert(1)</script>"
WORD_PARTS = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w:document/>"}


def accept(content, name, **terms):
    return uploads.accept(SimpleUploadedFile(name, content), **terms)


def picture(kind="JPEG", size=(40, 30), **saving):
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, kind, **saving)
    return out.getvalue()


def pdf(*, password=None, pages=1):
    writer, out = PdfWriter(), io.BytesIO()
    for _page in range(pages):
        writer.add_blank_page(200, 200)
    if password is not None:
        writer.encrypt(user_password=password, owner_password="chủ")
    writer.write(out)
    return out.getvalue()


def archive(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


GOOD = {
    "ảnh.jpg": picture(),
    "ảnh.jpeg": picture(),
    "ảnh.png": picture("PNG"),
    "báo cáo.pdf": pdf(),
    "báo cáo.docx": archive(WORD_PARTS),
    "số liệu.xlsx": archive({"[Content_Types].xml": b"", "xl/workbook.xml": b"<workbook/>"}),
}
BAD = {
    "empty.pdf": b"",
    "picture.svg": b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>",
    "picture.jpg": b"<!doctype html>" + SCRIPT,
    "archive.docx": archive({"anything.txt": b"x"}),
    "macros.docx": archive(WORD_PARTS | {"word/vbaProject.bin": b"x"}),
    "bomb.docx": archive(WORD_PARTS | {"word/media.xml": b"\0" * (101 * 1024 * 1024)}),
    "program.pdf": b"MZ" + b"\0" * 200,
    "program.png": b"\x7fELF" + b"\0" * 200,
    "animation.gif": b"GIF89a" + b"\0" * 50,
    "locked.pdf": pdf(password="mật khẩu"),
    "no-pages.pdf": pdf(pages=0),
    "cut-off.pdf": pdf()[:200],
    "cut-off.jpg": picture(size=(400, 400))[:400],
    "cut-off.png": picture("PNG")[:40],
    "really-a-pdf.jpg": pdf(),
    "really-a-picture.pdf": picture(),
    "picture.jpg.html": picture(),
    "no-ending": picture(),
    "word-as-excel.xlsx": archive(WORD_PARTS),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_people_send_is_taken_under_its_name(name):
    taken = accept(GOOD[name], name)

    assert taken.name == name
    assert taken.sha256 == hashlib.sha256(taken.content).hexdigest()


@pytest.mark.parametrize("name", BAD)
def test_what_does_harm_is_refused_with_a_sentence(name):
    with pytest.raises(ValidationError) as refused:
        accept(BAD[name], name)

    assert refused.value.messages[0].endswith(".")


def test_a_picture_of_too_many_pixels_is_refused():
    out = io.BytesIO()
    Image.new("1", (9000, 9000)).save(out, "PNG")

    assert len(out.getvalue()) < 100_000
    with pytest.raises(ValidationError):
        accept(out.getvalue(), "bomb.png")


def test_a_file_over_the_limit_is_refused_with_both_sizes():
    with pytest.raises(ValidationError, match="2 MB.* 1 MB"):
        accept(b"x" * (uploads.MEGABYTE + 1), "big.pdf", limit=uploads.MEGABYTE)


def test_only_the_kinds_asked_for_are_taken():
    with pytest.raises(ValidationError, match=r"\.jpg, \.png"):
        accept(pdf(), "report.pdf", kinds=uploads.IMAGES)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_of_a_polyglot_only_the_picture_remains(kind):
    ending = {"JPEG": "jpg", "PNG": "png"}[kind]
    taken = accept(picture(kind) + SCRIPT + archive(WORD_PARTS), f"ảnh.{ending}")

    assert SCRIPT not in taken.content
    assert b"PK\x03\x04" not in taken.content


def test_the_place_and_the_maker_of_a_photo_are_removed():
    exif = Image.Exif()
    exif[0x0110] = "Camera of somebody"
    exif.get_ifd(0x8825)[1] = "N"
    taken = accept(picture(exif=exif), "ảnh.jpg")

    assert b"Camera" not in taken.content
    assert not Image.open(io.BytesIO(taken.content)).getexif()


def test_a_photo_taken_sideways_is_turned_upright_and_scaled_down():
    exif = Image.Exif()
    exif[0x0112] = 6
    taken = accept(picture(size=(4000, 1000), exif=exif), "ảnh.jpg")

    assert Image.open(io.BytesIO(taken.content)).size == (500, 2000)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/báo cáo.pdf", "báo cáo.pdf"),
        ("C:\\Users\\x\\báo cáo.pdf", "báo cáo.pdf"),
        ("a\u202efdp.pdf", "afdp.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
        ('<img src="x">.pdf', "img src=x.pdf"),
        (".pdf", "tep.pdf"),
        ("Ba\u0301o ca\u0301o.pdf", "Báo cáo.pdf"),
    ],
)
def test_a_name_is_kept_as_far_as_it_is_a_name(sent, kept):
    upload = SimpleUploadedFile("x.pdf", pdf())
    upload._name = sent

    assert uploads.accept(upload).name == kept


def test_a_very_long_name_is_cut_and_keeps_its_ending():
    taken = accept(pdf(), "á" * 300 + ".pdf")

    assert len(taken.name) <= 120
    assert taken.name.endswith(".pdf")


def test_the_stored_name_has_nothing_of_the_sent_one():
    columns = accept(picture(), "Nguyễn Văn A.jpg").columns()

    assert columns["file"].name.endswith(".jpg")
    assert len(columns["file"].name) == 36
    assert columns["file_name"] == "Nguyễn Văn A.jpg"


@pytest.mark.parametrize("name", ["ảnh.jpg", "ảnh.png", "báo cáo.pdf", "báo cáo.docx"])
def test_damaged_files_are_taken_or_refused_and_never_break_the_page(name):
    dice = random.Random(name)
    for _damage in range(60):
        content = bytearray(GOOD[name])
        for _byte in range(4):
            content[dice.randrange(len(content))] = dice.randrange(256)
        with contextlib.suppress(ValidationError):
            assert accept(bytes(content), name).content


def test_content_that_is_not_what_the_name_says_is_told_so():
    with translation.override("en"):
        with pytest.raises(ValidationError, match="not what its name says"):
            accept(b"MZ" + bytes(200), "ảnh.jpg")
        with pytest.raises(ValidationError, match="kind of file is not taken"):
            accept(b"MZ" + bytes(200), "setup.exe")

"""Every paper of the Cao Lộc case as files: what each says, the same text in both formats."""

import hashlib
import json
import os
from datetime import date
from io import BytesIO

import pytest
from django.core.management import call_command
from django.db import transaction
from openpyxl import load_workbook

from inspections.models import Inspection
from reports import paper_set
from reports.demo.load import load_cao_loc
from tests.reports import docx_measures, measures

pytestmark = pytest.mark.django_db

SET = (
    "01-ke-hoach",
    "03-quyet-dinh",
    "04-thong-bao",
    "05-de-cuong",
    "06-bien-ban",
    "07-du-thao",
    "08-ket-luan",
    "09-don-doc",
    "10-bao-cao-khac-phuc",
)


@pytest.fixture(scope="module")
def cao_loc(django_db_setup, django_db_blocker, tmp_path_factory):
    """The set of the demo's case, made once: (folder, contents)."""
    folder = tmp_path_factory.mktemp("set") / "KT-2024-001"
    with django_db_blocker.unblock(), transaction.atomic():
        load_cao_loc(date(2026, 11, 22), ["20"])
        render("KT-2024-001", folder)
        inspection = Inspection.objects.get(code="KT-2024-001")
        yield folder, paper_set.contents_of(inspection)
        transaction.set_rollback(True)


def render(code, folder):
    call_command("render_set", code, output=str(folder), verbosity=0)


def test_every_paper_is_there_in_both_formats_and_the_workbook(cao_loc):
    wanted = {f"{name}.{format}" for name in SET for format in ("pdf", "docx")}

    assert set(os.listdir(cao_loc[0])) == wanted | {"08-ket-luan.xlsx", "manifest.json"}


def test_pdf_and_docx_of_each_paper_hold_the_same_text(cao_loc):
    folder, contents = cao_loc
    papers = {member.base_name: paper for member, format, paper in contents if format == "pdf"}

    for name, paper in papers.items():
        printed = docx_measures.printed_words((folder / f"{name}.pdf").read_bytes(), paper)
        written = docx_measures.words((folder / f"{name}.docx").read_bytes())
        # In a narrow cell a line of the PDF may end behind a stroke: "cuộc/" and "năm".
        assert written.replace(" ", "") == printed.replace(" ", ""), name


def test_the_manifest_tells_of_every_file(cao_loc):
    folder, _contents = cao_loc
    listed = json.loads((folder / "manifest.json").read_text())["files"]

    assert {one["file"] for one in listed} == set(os.listdir(folder)) - {"manifest.json"}
    for one in listed:
        content = (folder / one["file"]).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (one["sha256"], one["size"])
        assert one["kind"]
        assert one["title"]
        assert one["data_as_of"]
        assert one["layout"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("01-ke-hoach", ["Số: 80/KH-BCĐCCHC", "TM. BAN CHỈ ĐẠO", "Hồ Tiến Thiệu", "Lịch kiểm tra"]),
        ("03-quyet-dinh", ["Số: 12/QĐ-BCĐCCHC", "Điều 4.", "Như Điều 4", "Sái Văn Đông"]),
        ("04-thong-bao", ["Số: 118/TB-SNV", "UBND xã Thanh Lòa", "trước ngày 10/6/2024"]),
        ("05-de-cuong", ["Kính gửi", "Kết quả thực hiện", "ỦY BAN NHÂN DÂN"]),
        ("06-bien-ban", ["/BB-ĐKT", "ĐẠI DIỆN", "TRƯỞNG ĐOÀN", "Lương Thu Trang"]),
        ("07-du-thao", ["DỰ THẢO ngày 18/6/2024", "KẾT QUẢ KIỂM TRA"]),
        ("08-ket-luan", ["Số: 03/TB-ĐKT", "KIẾN NGHỊ"]),
        ("09-don-doc", ["V/v đôn đốc", "Kính gửi: UBND xã Đồng Đăng", "04 nội dung"]),
        ("10-bao-cao-khac-phuc", ["Kính gửi", "KT. CHỦ TỊCH", "03/07 nội dung", "26 tháng 7"]),
    ],
)
def test_each_paper_says_what_it_must(cao_loc, name, words):
    text = " ".join(measures.text_of((cao_loc[0] / f"{name}.pdf").read_bytes()).split())

    missing = [one for one in words if one.casefold() not in text.casefold()]
    assert missing == [], text[:3000]


def test_a_draft_does_not_say_what_came_after_it(cao_loc):
    text = measures.text_of((cao_loc[0] / "07-du-thao.pdf").read_bytes())

    assert "03/TB-ĐKT" not in text
    assert "Giải trình của đơn vị" not in text


def test_the_workbook_opens(cao_loc):
    book = load_workbook(BytesIO((cao_loc[0] / "08-ket-luan.xlsx").read_bytes()))

    assert "Kiến nghị" in book.sheetnames

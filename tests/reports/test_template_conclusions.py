"""What a template proposes for a new conclusion or notice, and what an issued paper keeps of it."""

from datetime import date

import pytest
from django.urls import reverse

from findings.models import Conclusion
from findings.wording import first_words
from inspections import workflow
from reports.issued import keeping
from reports.models import IssuedPaper, PaperTemplate
from reports.paper_templates import choosing, proposing
from tests import factories
from tests.factories import DAY
from tests.reports import docx_measures, measures
from tests.reports.conftest import told

pytestmark = pytest.mark.django_db
OWN = {
    "bases": "{ke_hoach}\nLuật Tổ chức chính quyền địa phương",
    "visited": "Đoàn đã đến:",
    "advised": "Đoàn yêu cầu:",
    "signature": "TM. ĐOÀN KIỂM TRA CCHC\nTRƯỞNG ĐOÀN",
}


def test_the_portals_own_words_are_those_a_conclusion_always_began_with(world):
    made = told(world, status="drafting")
    usual = first_words(made, DAY)

    proposed = proposing.proposed(choosing.built_in("conclusion"), made, DAY)

    assert proposed == {name: usual[name] for name in proposed}


@pytest.mark.embedded
def test_a_new_conclusion_begins_with_the_words_of_its_issuer(world, browse):
    factories.paper_template(world, kind="conclusion", texts=OWN)
    made = factories.inspection(world, status="drafting")
    address = reverse("findings:conclusion_edit", args=[made.code])

    words = browse("head").get(address).context["form"].initial

    assert words["bases"].endswith("\nLuật Tổ chức chính quyền địa phương")
    assert words["capacity"] == "TM. ĐOÀN KIỂM TRA CCHC\nTRƯỞNG ĐOÀN"
    assert words["symbol"] == "TB-ĐKT"


def test_a_new_notice_begins_with_the_words_of_its_agency(world, browse):
    made = factories.inspection(world)
    address = reverse("inspections:notice_create", args=[made.code])
    usual = browse("planner").get(address).context["form"].initial
    own = {"invited": "Chủ tịch {don_vi_duoc_kiem_tra}\nVăn phòng"}
    factories.paper_template(world, kind="notice", unit=world.home_affairs, texts=own)

    words = browse("planner").get(address).context["form"].initial

    assert words["participants"] == "Chủ tịch UBND huyện Cao Lộc\nVăn phòng"
    assert usual["participants"].startswith("Lãnh đạo UBND huyện Cao Lộc phụ trách")
    assert words["contact"] == usual["contact"]


@pytest.fixture
def issued(world, head, bell):
    """A conclusion that was issued with a template, its files made."""
    template = factories.paper_template(world, kind="conclusion", texts=OWN)
    made = told(world, status="explained")
    Conclusion.objects.filter(inspection=made).update(
        number=5,
        issued_on=date(2024, 6, 17),
        signer=world.head,
        recipients="UBND huyện Cao Lộc\nUBND xã Thanh Lòa\nLưu: VT",
    )
    workflow.inspection.take("conclude", made, by=head)
    row = IssuedPaper.objects.get()
    keeping.make(row.pk)
    row.refresh_from_db()
    return row, template


def test_an_issued_paper_names_the_version_it_was_made_with(issued, browse):
    row, template = issued
    shown = browse("official").get(row.get_absolute_url()).content.decode()

    assert row.template == row.data["template"] == template.label
    assert "Đoàn đã đến:" in str(row.data)
    assert "phiên bản 1, áp dụng cho văn bản của" in shown


def test_both_files_say_the_words_of_the_template(issued):
    row, _template = issued
    with row.pdf.open("rb") as pdf, row.docx.open("rb") as docx:
        said = measures.text_of(pdf.read()), docx_measures.words(docx.read())

    for text in said:
        assert "Đoàn yêu cầu:" in text
        assert "Đoàn kiểm tra kiến nghị các cơ quan" not in text


def test_what_changes_later_does_not_reach_what_was_issued(issued, world):
    row, _template = issued
    PaperTemplate.objects.update(texts={"visited": "CANARY"})

    again = keeping.paper(row.inspection, as_of=row.kept_at, reader=None)

    assert "CANARY" not in str(again.blocks)
    assert again.template == row.template

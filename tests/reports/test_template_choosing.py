"""Whose words a paper is made with, and of which day."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from inspections.models import Plan
from reports.datasets import conclusion, draft, notice, plan_paper, urging
from reports.models import PaperTemplate
from reports.paper_templates import choosing
from reports.renderers import RENDERERS
from tests import factories
from tests.factories import BEGIN, DAY
from tests.reports import docx_measures
from tests.reports.conftest import told

pytestmark = pytest.mark.django_db
AS_OF = datetime(2024, 7, 5, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
LATER = DAY + timedelta(days=10)


def opening(words):
    return {"opening": f"{words} {{trich_yeu}}:"}


def words_on(world, day, kind="plan"):
    """What the opening of a plan of the committee would be."""
    plan = Plan(issuer_id=world.province.unit_id, committee=world.committee)
    return choosing.of_plan(kind, plan, day).texts["opening"]


def test_without_templates_the_portal_has_words_of_its_own(world):
    assert words_on(world, DAY).startswith("{don_vi_ban_hanh} ban hành Kế hoạch")


@pytest.mark.embedded
def test_the_version_in_force_on_the_day_counts(world):
    factories.paper_template(world, texts=opening("Một"), valid_from=BEGIN)
    factories.paper_template(world, texts=opening("Hai"), valid_from=LATER)

    assert words_on(world, LATER - timedelta(days=1)) == "Một {trich_yeu}:"
    assert words_on(world, LATER) == "Hai {trich_yeu}:"


def test_a_draft_and_what_was_dropped_never_count(world):
    factories.paper_template(world, texts=opening("Nháp"), status="draft")
    factories.paper_template(world, texts=opening("Bỏ"), status="dropped", valid_from=BEGIN)

    assert choosing.of_plan("plan", factories.plan(world), DAY).template is None


def test_the_nearest_that_chose_counts(world):
    factories.paper_template(world, committee=False, texts=opening("Tỉnh"))
    assert words_on(world, DAY) == "Tỉnh {trich_yeu}:"

    factories.paper_template(world, texts=opening("Ban"))
    assert words_on(world, DAY) == "Ban {trich_yeu}:"


def test_an_agency_and_a_commune_inherit_from_the_province(world):
    factories.paper_template(world, kind="notice", committee=False, texts={"opening": "Tỉnh"})

    for version in (world.home_affairs, world.commune):
        assert choosing.of_unit("notice", version.unit_id, DAY).texts["opening"] == "Tỉnh"
    assert choosing.of_unit("notice", world.elsewhere.unit_id, DAY).template is None


def test_a_new_committee_goes_on_with_the_words_of_the_one_it_replaced(world):
    factories.paper_template(world, texts=opening("Ban cũ"))
    made = factories.committee(world.province, world.home_affairs, world.chair)
    made.replaces = world.committee
    made.save()

    chain = choosing.chain_of(world.province.unit_id, made, DAY)

    assert chain == [
        f"committee-{made.pk}",
        f"committee-{world.committee.pk}",
        f"unit-{world.province.unit_id}",
    ]


def test_from_the_day_a_series_ends_the_words_from_above_count(world):
    factories.paper_template(world, committee=False, texts=opening("Tỉnh"))
    factories.paper_template(world, texts=opening("Ban"), status="ended", valid_to=LATER)

    assert words_on(world, LATER - timedelta(days=1)) == "Ban {trich_yeu}:"
    assert words_on(world, LATER) == "Tỉnh {trich_yeu}:"


def test_a_slot_that_an_old_version_does_not_know_has_the_portals_words(world):
    row = factories.paper_template(world)
    del row.texts["budget"]
    row.save()

    wording = choosing.of_plan("plan", factories.plan(world), DAY)

    assert wording.text("budget", {}).startswith("Kinh phí thực hiện được bố trí")


@pytest.mark.embedded
@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"valid_from": BEGIN}, "begins_a_day|valid_from"),
        ({"number": 1, "valid_from": LATER}, "a_number|number"),
        ({"valid_from": LATER, "valid_to": LATER, "status": "ended"}, "ends_after"),
        ({"valid_from": None}, "has_a_day"),
    ],
)
def test_the_database_keeps_the_days_apart(world, fields, constraint):
    factories.paper_template(world)

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        factories.paper_template(world, **fields)


def test_one_draft_at_a_time(world):
    factories.paper_template(world, status="draft")

    with pytest.raises(IntegrityError), transaction.atomic():
        factories.paper_template(world, status="submitted")


def test_a_plan_is_made_with_the_words_of_its_own_day(world):
    own = {"opening": "Ban ban hành:", "recipients": "Lưu: VT", "signature": "TL. TRƯỞNG BAN"}
    row = factories.paper_template(world, texts=own, valid_from=DAY)
    old = factories.plan(world, issued_on=DAY - timedelta(days=1))
    new = factories.plan(world, issued_on=DAY, number=81)

    before, after = (plan_paper.paper(one, as_of=AS_OF, reader=None) for one in (old, new))

    assert "Ban ban hành:" in [getattr(block, "text", "") for block in after.blocks]
    assert "Ban ban hành:" not in [getattr(block, "text", "") for block in before.blocks]
    assert after.recipients == ("Lưu: VT",)
    assert after.signatures[0].capacity == ("TL. TRƯỞNG BAN",)
    assert after.signatures[0].name == before.signatures[0].name == "Hồ Tiến Thiệu"
    assert after.template == f"committee-{world.committee.pk}/plan/1 (2026.2)" == row.label
    assert before.template == "2026.2"


def test_pdf_and_docx_say_the_same_words_of_a_template(world):
    own = {
        "opening": "Ban ban hành {trich_yeu}:",
        "closing": "Hết\nXong",
        "signature": "TL. TRƯỞNG BAN",
    }
    factories.paper_template(world, texts=own)
    paper = plan_paper.paper(factories.plan(world), as_of=AS_OF, reader=None)

    printed = docx_measures.printed_words(RENDERERS["pdf"](paper), paper)
    written = docx_measures.words(RENDERERS["docx"](paper))

    assert "Xong./." in printed
    assert "TL. TRƯỞNG BAN" in printed
    assert written.replace(" ", "") == printed.replace(" ", "")


def test_amendments_and_letters_have_words_of_their_own(world):
    factories.paper_template(world, kind="amending_plan", texts={"bases": "Luật 76"})
    factories.paper_template(
        world, kind="urging", unit=world.home_affairs, texts={"asked": "Đề nghị làm ngay."}
    )
    plan = factories.plan(world)
    amendment = factories.plan(
        world, amends=plan, reason="Vì.", status="draft", number=None, units=[world.district]
    )
    concluded = told(world, status="concluded")

    amending = plan_paper.paper(amendment, as_of=AS_OF, reader=None)
    letter = urging.paper(concluded, as_of=AS_OF, reader=None)

    assert amending.blocks[0].text == "Căn cứ Luật 76."
    assert "Đề nghị làm ngay." in [getattr(block, "text", "") for block in letter.blocks]


def test_a_capacity_written_on_the_notice_stands_before_the_templates(world):
    made = factories.inspection(world)
    factories.paper_template(
        world, kind="notice", unit=world.home_affairs, texts={"signature": "TL. GIÁM ĐỐC"}
    )

    without = notice.paper(made, as_of=AS_OF, reader=None)
    factories.notice(made, capacity="TUQ. GIÁM ĐỐC", signer=world.planner)
    written = notice.paper(made, as_of=AS_OF, reader=None)

    assert without.signatures[0].capacity == ("TL. GIÁM ĐỐC",)
    assert written.signatures[0].capacity == ("TUQ. GIÁM ĐỐC",)


def test_a_draft_keeps_the_words_of_the_day_it_was_announced(world, head):
    made = told(world, status="announced")
    factories.announcement(made, by=world.head, held_on=DAY)
    factories.paper_template(
        world, kind="conclusion", texts={"visited": "Đã đến:"}, valid_from=DAY + timedelta(days=1)
    )
    told_in = {
        name: [
            getattr(block, "text", "") for block in made_by(made, as_of=AS_OF, reader=None).blocks
        ]
        for name, made_by in (("draft", draft.paper), ("conclusion", conclusion.paper))
    }

    assert "Đã đến:" in told_in["conclusion"]
    assert "Đã đến:" not in told_in["draft"]


def test_choosing_asks_three_questions_at_most(world, django_assert_max_num_queries):
    for day in (BEGIN, DAY, date(2024, 12, 1)):
        factories.paper_template(world, valid_from=day)
    plan = factories.plan(world)

    with django_assert_max_num_queries(3):
        choosing.of_plan("plan", plan, DAY)
    assert PaperTemplate.objects.count() == 3

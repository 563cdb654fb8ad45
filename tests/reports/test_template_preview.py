"""A version is shown on real data before it is in force: word by word, and as PDF."""

import pytest

from inspections.models import Plan
from reports.paper_templates.built_in import FORMS
from tests import factories
from tests.reports import measures
from tests.reports.conftest import told
from tests.reports.templates import OWN, page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def silent(bell):
    """The queue hears everything."""


@pytest.fixture
def draft(world):
    return factories.paper_template(world, status="draft", texts={"opening": OWN})


def test_it_is_shown_on_a_real_plan_word_by_word(browse, world, draft):
    factories.plan(world)

    shown = browse("chair").get(page("preview", draft))

    read = "".join(text for line in shown.context["lines"] for how, text in line if how != "out")
    assert shown.context["changed"] == 1
    assert "ban hành Kế hoạch này:" in read
    assert "Sở Nội vụ" in read
    assert "{" not in read


def test_only_records_a_person_may_have_are_offered(browse, world, draft):
    Plan.objects.all().delete()
    secret = factories.plan(world, province=world.elsewhere.unit)

    shown = browse("planner").get(f"{page('preview', draft)}?about=plan-{secret.pk}")

    assert shown.context["lines"] == []
    asked = f"{page('preview_file', draft)}?about=plan-{secret.pk}"
    assert browse("planner").get(asked).status_code == 404


def test_the_preview_as_pdf_is_marked_as_a_draft(browse, world, draft):
    factories.plan(world)

    answer = browse("planner").get(page("preview_file", draft))

    text = " ".join(measures.text_of(answer.content).split())
    assert answer["Content-Disposition"].startswith("attachment")
    assert "DỰ THẢO" in text
    assert "80/KH" not in text
    assert "ban hành Kế hoạch này:" in text


def test_a_paper_too_long_to_be_shown_at_once_is_refused(browse, world, draft, monkeypatch):
    monkeypatch.setattr("reports.paper_templates.preview.LONGEST", 100)
    factories.plan(world)

    shown = browse("planner").get(page("preview", draft))
    led = browse("planner").get(page("preview_file", draft))

    assert "quá dài để xem ngay" in shown.content.decode()
    assert led.url == page("preview", draft)


@pytest.mark.parametrize("kind", list(FORMS))
def test_every_kind_of_paper_can_be_shown(browse, world, kind):
    made = told(world, status="concluded")
    factories.minutes(made)
    plan = made.plan
    factories.plan(world, amends=plan, reason="Vì.", status="draft", number=None, units=[])
    row = factories.paper_template(
        world, kind=kind, status="draft", texts={"recipients": "Lưu: VT"}
    )

    shown = browse("planner").get(page("preview", row))

    assert shown.status_code == 200
    assert shown.context["changed"]

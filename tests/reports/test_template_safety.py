"""Words that got past the form all the same are printed as they stand: nothing is fetched or run."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.html import escape

from reports.paper_templates import preview
from reports.paper_templates.built_in import FORMS
from reports.renderers import pdf
from tests import factories
from tests.reports import measures
from tests.reports.conftest import told
from tests.reports.hostile import SECRET

pytestmark = pytest.mark.django_db
AS_OF = datetime(2024, 7, 5, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
LANGUAGE = "{{7*7}} {% for x in y %} {nam.__class__}"
# Lines of capacity stand in a narrow column that refuses long texts.
A_TAG_THAT_ASKS = re.compile(
    r"<[^<>]*(127\.0\.0\.1|file:)|<(style|iframe|svg|base|embed|object)\b[^<]*:"
)
NARROW = ("signature", "unit_signature")


def hostile_texts(kind, hostile, narrow):
    return {
        slot.name: narrow if slot.name in NARROW else f"{hostile} {LANGUAGE}"
        for slot in FORMS[kind].slots
    }


@pytest.fixture
def subjects(world, bell):
    """Something each kind of paper can be about."""
    made = told(world, status="concluded")
    amending = factories.plan(
        world, amends=made.plan, reason="Vì.", status="draft", number=None, units=[]
    )
    about = {"plan": made.plan, "amending_plan": amending, "decision": made.delegation}
    return dict.fromkeys(FORMS, made) | about | {"minutes": factories.minutes(made)}


@pytest.fixture
def attacked(world, subjects, listener, hostile):
    """The paper of a kind with every vector in every slot: attacked(kind)."""
    narrow = f'<img src="http://127.0.0.1:{listener.server_port}/narrow">'

    def paper(kind):
        texts = hostile_texts(kind, hostile, narrow)
        row = factories.paper_template(world, kind=kind, status="draft", texts=texts)
        return preview.paper_with(row, subjects[kind], as_of=AS_OF)

    return paper


def test_every_vector_in_every_slot_of_every_paper_stays_text(attacked, hostile):
    """What reaches the layout, which prints one kind of paper as it does another."""
    for kind in FORMS:
        html = pdf.as_html(attacked(kind))

        assert not A_TAG_THAT_ASKS.search(html), kind
        assert escape(hostile) in html, kind
        assert LANGUAGE in html, kind


def test_a_paper_with_every_vector_fetches_and_reads_nothing(attacked, listener):
    content = pdf.render(attacked("conclusion"))
    read = measures.read(content)
    streams = [part.get_contents().get_data() for part in read.pages]

    assert listener.asked == []
    assert not read.attachments
    assert all(SECRET.encode() not in stream for stream in [content, *streams])
    assert "{{7*7}}" in measures.text_of(content)


def test_what_a_record_says_names_no_field_of_a_template(world, bell):
    plan = factories.plan(world, title="Kiểm tra {nam} {don_vi_ban_hanh} năm 2024")
    row = factories.paper_template(world, status="draft")

    paper = preview.paper_with(row, plan, as_of=AS_OF)

    said = [getattr(block, "text", "") for block in paper.blocks]
    assert any("kiểm tra {nam} {don_vi_ban_hanh} năm 2024" in text for text in said)

"""Words that got past the form all the same are printed as they stand: nothing is fetched or run."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from reports.paper_templates import preview
from reports.paper_templates.built_in import FORMS
from reports.renderers import RENDERERS
from tests import factories
from tests.reports import measures
from tests.reports.conftest import told
from tests.reports.hostile import SECRET

pytestmark = pytest.mark.django_db
AS_OF = datetime(2024, 7, 5, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
LANGUAGE = "{{7*7}} {% for x in y %} {nam.__class__}"
# Lines of capacity stand in a narrow column that refuses long texts.
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


def test_every_vector_in_every_slot_of_every_paper(world, subjects, listener, hostile, tmp_path):
    narrow = f'<img src="http://127.0.0.1:{listener.server_port}/narrow">'
    for kind, subject in subjects.items():
        texts = hostile_texts(kind, hostile, narrow)
        row = factories.paper_template(world, kind=kind, status="draft", texts=texts)
        content = RENDERERS["pdf"](preview.paper_with(row, subject, as_of=AS_OF))
        read = measures.read(content)
        streams = [part.get_contents().get_data() for part in read.pages]

        assert listener.asked == [], kind
        assert not read.attachments, kind
        assert all(SECRET.encode() not in stream for stream in [content, *streams]), kind
        assert "{{7*7}}" in measures.text_of(content), kind


def test_what_a_record_says_names_no_field_of_a_template(world, bell):
    plan = factories.plan(world, title="Kiểm tra {nam} {don_vi_ban_hanh} năm 2024")
    row = factories.paper_template(world, status="draft")

    paper = preview.paper_with(row, plan, as_of=AS_OF)

    said = [getattr(block, "text", "") for block in paper.blocks]
    assert any("kiểm tra {nam} {don_vi_ban_hanh} năm 2024" in text for text in said)

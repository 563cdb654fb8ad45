"""Inspections in the states that findings care about, and what is typed into their forms."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from tests.conftest import signed_in
from tests.reformed import LATER, reform


@pytest.fixture
def inspection(make, world):
    """The district is being inspected; findings may be recorded."""
    return make.inspection(world, status="on_site")


@pytest.fixture
def announced(make, world):
    """The draft is announced: the unit reads and explains."""
    return make.inspection(world, status="announced")


@pytest.fixture
def explained(make, world):
    """The unit has explained: the head decides and concludes."""
    return make.inspection(world, status="explained")


@pytest.fixture
def drafting(make, world):
    """A draft that can be announced."""
    inspection = make.inspection(world, status="drafting")
    make.finding(inspection)
    make.conclusion(inspection)
    return inspection


@pytest.fixture
def ready(make, world, explained):
    """A conclusion that can be issued."""
    make.finding(explained)
    make.conclusion(explained, signer=world.head)
    make.recommendation(explained, due_on=date(2024, 12, 31))
    return explained


@pytest.fixture
def concluded(make, world):
    """The conclusion is issued: its addressees act."""
    return make.inspection(world, status="concluded")


@pytest.fixture
def typed(make):
    """A finding as it is typed: typed(inspection, text=…)."""

    def fields(inspection, /, **changed):
        values = {
            "kind": "shortcoming",
            "units": [inspection.unit_id],
            "area": make.area("A2").pk,
            "text": "Hồ sơ trả lại không có phiếu từ chối.",
            "cause_kind": "subjective",
            "cause": "Chưa kiểm tra thường xuyên.",
        }
        return values | changed

    return fields


@pytest.fixture
def fields():
    """The form of a sentence as it is first shown: fields(client, url, text=…)."""

    def shown(client, url, /, **changed):
        form = client.get(url).context["form"]
        values = {field.html_name: field.value() for field in form} | changed
        return {name: value for name, value in values.items() if value is not None}

    return shown


@pytest.fixture
def photo():
    """A fresh JPEG upload: photo(name=…)."""

    def upload(name="mot-cua.jpg", size=(40, 30)):
        out = io.BytesIO()
        Image.new("RGB", size, "green").save(out, "JPEG", exif=_place())
        return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")

    return upload


def _place():
    exif = Image.Exif()
    exif[0x010E] = "CANARY-EXIF"
    return exif


@pytest.fixture
def reformed(world, concluded):
    """The inspected district ended on 1/7/2025: two units follow, the first takes over."""
    return reform(world)


@pytest.fixture
def later(monkeypatch):
    """The portal is opened on 12/1/2026."""
    monkeypatch.setattr(timezone, "now", lambda: LATER)
    return LATER.date()


@pytest.fixture
def visit_as(world, later):
    """A signed-in client of somebody on that day: visit_as("planner").get(…)."""
    return lambda name: signed_in(getattr(world, name))

"""The unit puts papers beside its words; the delegation reads them once they are sent."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from findings.models import ExplanationFile
from inspections import workflow


def add_to(row):
    return reverse("findings:explanation_file_add", args=[row.pk])


def file_of(paper):
    return reverse("findings:explanation_file", args=[paper.pk])


def delete(paper):
    return reverse("findings:explanation_file_delete", args=[paper.pk])


@pytest.fixture
def said(make, world, announced):
    """Words of the unit that were not sent yet."""
    return make.explanation(announced, by=world.official)


def test_a_photo_is_kept_beside_the_words(said, photo, browse):
    browse("official").post(add_to(said), {"caption": "Bảng niêm yết mới", "file": photo()})

    paper = said.files.get()
    assert (paper.caption, paper.content_type, paper.sent_on) == (
        "Bảng niêm yết mới",
        "image/jpeg",
        None,
    )
    assert browse("official").get(file_of(paper)).status_code == 200


def test_the_delegation_gets_it_with_the_words(make, said, announced, official, browse):
    paper = make.explanation_file(said)
    before = browse("head").get(file_of(paper)).status_code

    workflow.inspection.take("send_explanation", announced, by=official)

    assert (before, browse("head").get(file_of(paper)).status_code) == (404, 200)
    page = browse("head").get(reverse("findings:explanations", args=[announced.code]))
    assert paper.caption in page.content.decode()


def test_a_paper_added_after_a_return_waits_for_the_next_sending(make, world, announced, browse):
    said = make.explanation(announced, by=world.official, sent_on=announced.starts_on)
    paper = make.explanation_file(said, sent_on=None)

    assert browse("head").get(file_of(paper)).status_code == 404


def test_what_was_not_sent_can_be_taken_out(make, said, browse):
    paper = make.explanation_file(said)

    browse("official").post(delete(paper))

    assert not ExplanationFile.objects.exists()


def test_what_was_sent_stays(make, said, browse):
    paper = make.explanation_file(said, sent_on=said.written_on)

    browse("official").post(delete(paper))

    assert ExplanationFile.objects.exists()


def test_a_file_that_is_not_what_its_name_says_is_refused(said, browse):
    fake = SimpleUploadedFile("anh.jpg", b"MZ not a picture")

    answer = browse("official").post(add_to(said), {"caption": "Ảnh", "file": fake})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file"])
    assert not ExplanationFile.objects.exists()


@pytest.mark.parametrize("persona", ["outsider", "stranger", "administrator"])
def test_strangers_find_nothing(persona, make, said, browse):
    paper = make.explanation_file(said, sent_on=said.written_on)

    assert browse(persona).get(file_of(paper)).status_code == 404
    assert browse(persona).get(add_to(said)).status_code == 404


@pytest.mark.parametrize("status", ["accepted", "rejected"])
def test_a_decided_explanation_takes_no_paper(status, make, world, announced, photo, browse):
    said = make.explanation(announced, by=world.official, status=status)

    answer = browse("official").post(add_to(said), {"caption": "Ảnh", "file": photo()})

    assert answer.status_code == 422

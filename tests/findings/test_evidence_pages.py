"""Photos and papers: judged by content, kept once, handed out only by a view."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from findings.models import Evidence
from reform_portal.common.models import AuditEntry

PDF = b"%PDF-1.4 not really"


@pytest.fixture
def finding(make, inspection):
    return make.finding(inspection)


def add(finding):
    return reverse("findings:evidence_add", args=[finding.pk])


def test_a_photo_is_kept_with_its_caption_and_without_its_place(finding, photo, browse):
    answer = browse("member").post(add(finding), {"file": photo(), "caption": "Quầy số 2"})

    kept = Evidence.objects.get()
    assert answer["Location"] == finding.get_absolute_url()
    assert (kept.finding, kept.caption, kept.file_name) == (finding, "Quầy số 2", "mot-cua.jpg")
    assert b"CANARY-EXIF" not in kept.file.read()
    assert AuditEntry.objects.about(finding).get().verb == "evidence.add"


def test_the_same_form_sent_twice_keeps_one_file(finding, photo, browse):
    client = browse("member")
    token = client.get(add(finding)).context["form"]["submission"].value()

    for _click in range(2):
        sent = {"file": photo(), "caption": "Quầy", "submission": token}
        assert client.post(add(finding), sent).status_code == 302

    assert Evidence.objects.count() == 1


def test_evidence_may_belong_to_a_visit_alone(make, inspection, photo, browse):
    visit = make.visit(inspection)
    url = reverse("findings:inspection_evidence_add", args=[inspection.code])

    browse("member").post(url, {"file": photo(), "caption": "Toàn cảnh", "visit": visit.pk})

    kept = Evidence.objects.get()
    assert (kept.finding, kept.visit) == (None, visit)
    page = browse("head").get(reverse("findings:inspection_findings", args=[inspection.code]))
    assert "Toàn cảnh" in page.content.decode()


@pytest.mark.parametrize(
    "upload",
    [
        SimpleUploadedFile("photo.jpg", PDF),
        SimpleUploadedFile("virus.pdf", b"MZ\x90"),
        SimpleUploadedFile("empty.png", b""),
        SimpleUploadedFile("page.html", b"<script>alert(1)</script>"),
        SimpleUploadedFile("draw.svg", b"<svg onload='alert(1)'/>"),
        None,
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_at_the_field(upload, finding, browse):
    answer = browse("member").post(add(finding), {"file": upload or "", "caption": "Giữ lại"})

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["file"])
    assert "Giữ lại" in answer.content.decode()
    assert not Evidence.objects.exists()


def test_a_file_over_the_limit_is_refused_with_the_limit(finding, browse):
    big = SimpleUploadedFile("big.jpg", b"\xff\xd8\xff" + b"0" * (20 * 1024 * 1024))

    answer = browse("member").post(add(finding), {"file": big, "caption": "Ảnh"})

    assert answer.status_code == 422
    assert "20" in answer.context["form"].errors["file"][0]


def test_a_visit_of_another_inspection_is_refused(make, world, finding, photo, browse):
    foreign = make.visit(make.inspection(world, version=world.other_district))

    answer = browse("head").post(
        add(finding), {"file": photo(), "caption": "Ảnh", "visit": foreign.pk}
    )

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["visit"])


def test_a_day_to_come_is_refused(finding, photo, browse):
    sent = {"file": photo(), "caption": "Ảnh", "taken_on": "18/06/2024"}

    answer = browse("head").post(add(finding), sent)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["taken_on"])


@pytest.mark.parametrize(
    ("content_type", "disposition"),
    [("image/jpeg", "inline"), ("application/pdf", "attachment"), ("text/html", "attachment")],
)
def test_only_pictures_are_shown_in_the_page(
    content_type, disposition, make, world, inspection, finding, browse
):
    kept = make.evidence(inspection, on=finding, by=world.member, content_type=content_type)

    answer = browse("head").get(reverse("findings:evidence_file", args=[kept.pk]))

    assert answer["Content-Disposition"].startswith(disposition)
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("status", "answer"), [("on_site", 404), ("announced", 200), ("closed", 200)]
)
def test_the_unit_sees_a_file_from_the_announcement_on(status, answer, make, world, browse):
    of = make.inspection(world, status=status)
    about = [make.finding(of), None]
    kept = [make.evidence(of, on=finding, by=world.member) for finding in about]

    files = [reverse("findings:evidence_file", args=[item.pk]) for item in kept]

    assert [browse("official").get(url).status_code for url in files] == [answer, answer]


@pytest.mark.parametrize("persona", ["outsider", "stranger", "administrator"])
def test_nobody_else_sees_a_file(persona, make, world, announced, browse):
    kept = make.evidence(announced, on=make.finding(announced), by=world.member)
    url = reverse("findings:evidence_file", args=[kept.pk])

    assert browse(persona).get(url).status_code == 404


def test_deleting_keeps_the_hash_in_the_history(make, world, inspection, finding, browse):
    kept = make.evidence(inspection, on=finding, by=world.member)

    browse("member").post(reverse("findings:evidence_delete", args=[kept.pk]))

    entry = AuditEntry.objects.about(finding).get()
    assert (entry.verb, entry.change["evidence"]) == ("evidence.delete", [kept.sha256, None])
    assert not Evidence.objects.exists()


def test_evidence_is_frozen_with_the_draft(make, world, announced, photo, browse):
    finding = make.finding(announced)
    kept = make.evidence(announced, on=finding, by=world.member)
    client = browse("head")

    added = client.post(add(finding), {"file": photo(), "caption": "Muộn"})
    client.post(reverse("findings:evidence_delete", args=[kept.pk]))

    assert (added.status_code, Evidence.objects.get()) == (422, kept)

"""Recommendations: numbered without gaps, each addressee with its own tracked row."""

import pytest
from django.urls import reverse

from findings.models import Recommendation, Remediation
from reform_portal.common.models import AuditEntry


def new(inspection):
    return reverse("findings:recommendation_create", args=[inspection.code])


def edit(row):
    return reverse("findings:recommendation_edit", args=[row.pk])


def delete(row):
    return reverse("findings:recommendation_delete", args=[row.pk])


@pytest.fixture
def point(make):
    """A recommendation as it is typed: point(inspection, text=…)."""

    def fields(inspection, /, **changed):
        values = {"text": "Số hóa hồ sơ", "units": [inspection.unit_id]}
        return values | {"area": make.area("A6").pk} | changed

    return fields


def test_a_member_adds_a_recommendation_to_several_units(make, world, inspection, point, browse):
    finding = make.finding(inspection)
    units = [world.district.unit_id, world.commune.unit_id, world.home_affairs.unit_id]
    given = {"target": "100", "target_unit": "%", "due_on": "31/12/2024", "basis": "KH 12"}

    browse("member").post(
        new(inspection), point(inspection, units=units, findings=[finding.pk], **given)
    )

    row = Recommendation.objects.get()
    assert (row.number, row.target, row.findings.get()) == (1, 100, finding)
    parts = row.remediations.order_by("unit_id")
    assert [part.unit_id for part in parts] == sorted(units)
    assert {(part.due_on, part.issued) for part in parts} == {(row.due_on, False)}
    assert AuditEntry.objects.about(row).get().verb == "recommendation.add"


def test_the_same_form_sent_twice_adds_one(inspection, point, browse):
    client = browse("member")
    token = client.get(new(inspection)).context["form"]["submission"].value()

    for _click in range(2):
        client.post(new(inspection), point(inspection, submission=token))

    assert (Recommendation.objects.count(), Remediation.objects.count()) == (1, 1)


@pytest.mark.embedded
def test_numbers_stay_without_gaps(make, inspection, point, browse):
    rows = [make.recommendation(inspection, text=str(number)) for number in (1, 2, 3)]
    client = browse("head")

    client.post(delete(rows[0]))
    client.post(new(inspection), point(inspection, text="4"))

    kept = Recommendation.objects.values_list("number", "text")
    assert list(kept) == [(1, "2"), (2, "3"), (3, "4")]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", ""),
        ("units", []),
        ("area", "999999"),
        ("due_on", "16/06/2024"),
        ("due_on", "hôm qua"),
        ("target", "nhiều"),
        ("second_area", "same"),
    ],
)
def test_bad_input_lands_at_the_field_and_nothing_typed_is_lost(
    field, value, make, inspection, point, browse
):
    value = make.area("A6").pk if value == "same" else value

    answer = browse("head").post(
        new(inspection), point(inspection, **{field: value}, basis="Giữ lại")
    )

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert "Giữ lại" in answer.content.decode()


def test_a_target_says_what_it_is_measured_in(inspection, point, browse):
    answer = browse("head").post(new(inspection), point(inspection, target="100"))

    assert list(answer.context["form"].errors) == ["target_unit"]


def test_units_and_findings_of_another_inspection_are_refused(
    make, world, inspection, point, browse
):
    foreign = make.inspection(world, version=world.other_district, status="drafting")
    smuggled = {
        "units": [world.other_district.unit_id],
        "findings": [make.finding(foreign).pk],
    }

    answer = browse("head").post(new(inspection), point(inspection, **smuggled))

    assert set(answer.context["form"].errors) == {"units", "findings"}


def test_addressees_may_change_while_nobody_has_worked(make, world, inspection, point, browse):
    row = make.recommendation(inspection, to=[world.district, world.commune])
    units = [world.commune.unit_id, world.justice.unit_id]

    browse("head").post(edit(row), point(inspection, units=units, due_on="31/12/2024", version=1))

    parts = Remediation.objects.order_by("unit_id")
    assert [part.unit_id for part in parts] == sorted(units)
    assert {f"{part.due_on}" for part in parts} == {"2024-12-31"}
    assert AuditEntry.objects.about(row).first().verb == "recommendation.address"


@pytest.mark.parametrize(
    "worked", [{"status": "in_progress"}, {"status": "reported"}, {"outcome": "Đang làm"}]
)
def test_a_row_somebody_worked_on_is_never_dropped(worked, make, world, explained, point, browse):
    row = make.recommendation(explained, to=[world.district, world.commune])
    Remediation.objects.filter(unit=world.commune.unit).update(**worked)
    client = browse("head")

    changed = client.post(edit(row), point(explained, text="Sửa", version=1))
    client.post(delete(row))

    assert changed.status_code == 422
    assert "UBND xã Thanh Lòa" in changed.context["form"].non_field_errors()[0]
    assert Recommendation.objects.get().text == row.text
    assert Remediation.objects.count() == 2


def test_a_stale_form_overwrites_nothing(make, inspection, point, browse):
    row = make.recommendation(inspection)
    browse("head").post(edit(row), point(inspection, text="Trưởng đoàn", version=1))

    answer = browse("member").post(edit(row), point(inspection, text="Thành viên", version=1))

    assert answer.status_code == 409
    assert Recommendation.objects.get().text == "Trưởng đoàn"
    assert answer.content.decode().count("Thành viên") == 2


@pytest.mark.parametrize("status", ["announced", "concluded", "closed"])
def test_recommendations_are_frozen_while_the_unit_reads(status, make, world, point, browse):
    of = make.inspection(world, status=status)
    row, client = make.recommendation(of), browse("head")

    answers = [
        client.post(new(of), point(of)),
        client.post(edit(row), point(of, text="Sửa", version=1)),
    ]
    client.post(delete(row))

    assert [answer.status_code for answer in answers] == [422, 422]
    assert Recommendation.objects.get().text == row.text


@pytest.mark.parametrize(
    ("persona", "status", "answer"),
    [
        ("member", "drafting", 302),
        ("member", "explained", 403),
        ("head", "explained", 302),
        ("planner", "drafting", 403),
        ("official", "explained", 403),
        ("official", "drafting", 404),
        ("outsider", "explained", 404),
    ],
)
def test_who_adds_depends_on_how_far_the_draft_is(
    persona, status, answer, make, world, point, browse
):
    of = make.inspection(world, status=status)

    assert browse(persona).post(new(of), point(of)).status_code == answer

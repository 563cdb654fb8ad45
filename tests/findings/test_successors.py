"""What an ended unit left open: names of the day on the page, and who answers for it today."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.urls import reverse

from findings.actions import remediation
from findings.models import Remediation
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from tests.factories import DAY
from tests.reformed import RESOLUTION, commune, reform
from tests.units.reorganising import REFORM
from units.actions import reorganisation

LIST = "/remediation/"
WORDS = {"UBND huyện Cao Lộc", RESOLUTION, "01/07/2025"}


@pytest.fixture
def row(make, concluded, reformed):
    """What the district must still do."""
    return make.recommendation(concluded).remediations.get()


@pytest.fixture
def hand_over(row):
    return reverse("findings:remediation_hand_over", args=[row.pk])


def step(row, name):
    return reverse("findings:remediation_step", args=[row.pk, name])


def pages_of(inspection, row):
    names = ("inspections:inspection_detail", "findings:draft", "findings:explanations")
    return [reverse(name, args=[inspection.code]) for name in names] + [row.get_absolute_url()]


def test_pages_keep_the_old_name_and_offer_the_successors(row, concluded, reformed, visit_as):
    for url in pages_of(concluded, row):
        page = visit_as("planner").get(url).text

        assert {word for word in WORDS if word in page} == WORDS
        assert reformed.first.get_absolute_url() in page
        assert reformed.second.get_absolute_url() in page


def test_before_the_reform_nothing_is_said_of_it(row, concluded, browse):
    page = browse("planner").get(row.get_absolute_url()).text

    assert RESOLUTION not in page
    assert "Đồng Đăng" not in page


@pytest.mark.embedded
def test_rows_name_the_addressee_and_who_answers_today(row, concluded, visit_as):
    for url in (LIST, reverse("findings:draft", args=[concluded.code]), row.get_absolute_url()):
        page = visit_as("planner").get(url).text

        assert "UBND huyện Cao Lộc" in page
        assert "UBND xã Đồng Đăng" in page


@pytest.mark.embedded
@pytest.mark.parametrize("name", ["cao loc", "Đồng Đăng", "dong dang"])
def test_the_old_and_the_new_name_find_the_row(name, row, visit_as):
    page = visit_as("planner").get(LIST, {"unit": name}).context["page"]

    assert [one.pk for one in page] == [row.pk]


def test_the_name_of_another_successor_does_not(row, visit_as):
    assert not visit_as("planner").get(LIST, {"unit": "Công Sơn"}).context["page"].rows


@pytest.mark.parametrize("name", ["cao loc", "Đồng Đăng"])
def test_inspections_and_findings_are_found_by_both_names(name, make, row, concluded, visit_as):
    finding = make.finding(concluded)
    client = visit_as("planner")

    inspections = client.get("/inspections/", {"q": name}).context["page"].rows
    findings = client.get("/findings/", {"unit": name}).context["page"].rows

    assert [one.pk for one in inspections] == [concluded.pk]
    assert [one.url for one in findings] == [finding.get_absolute_url()]


def test_who_took_over_reports_and_the_other_successor_sees_nothing(row, concluded, visit_as):
    heir, other = visit_as("first_official"), visit_as("second_official")
    report = reverse("findings:remediation_report", args=[row.pk])

    assert other.get(row.get_absolute_url()).status_code == 404
    assert other.get(concluded.get_absolute_url()).status_code == 404
    assert heir.get(concluded.get_absolute_url()).status_code == 200
    heir.post(report, {"outcome": "Xong", "progress": 100, "version": 1})
    row.refresh_from_db()
    assert (row.status, row.unit_id) == ("reported", concluded.unit_id)


def test_it_waits_at_the_start_of_who_took_over(row, visit_as):
    page = visit_as("first_official").get("/").text

    assert row.get_absolute_url() in page
    assert "UBND huyện Cao Lộc" in page
    assert row.get_absolute_url() not in visit_as("second_official").get("/").text


def test_home_affairs_hands_it_to_another_successor(row, reformed, hand_over, visit_as):
    sent = {"to": reformed.second.unit_id, "note": "Thuộc địa bàn xã Công Sơn", "version": 1}

    answer = visit_as("planner").post(hand_over, sent)

    row.refresh_from_db()
    assert (answer.status_code, row.bearer_id) == (302, reformed.second.unit_id)
    entry = AuditEntry.objects.about(row).get()
    assert (entry.verb, entry.note) == ("remediation.hand_over", "Thuộc địa bàn xã Công Sơn")
    assert entry.change["bearer"] == ["huyện Cao Lộc", "xã Công Sơn"]


def test_then_the_other_successor_answers_and_the_heir_no_longer(row, reformed, visit_as):
    Remediation.objects.update(bearer=reformed.second.unit_id)

    assert visit_as("second_official").post(step(row, "begin")).status_code == 302
    assert visit_as("first_official").get(row.get_absolute_url()).status_code == 404
    assert "UBND xã Công Sơn" in visit_as("planner").get(LIST).text


def test_it_goes_back_to_who_took_over(row, reformed, hand_over, visit_as):
    Remediation.objects.update(bearer=reformed.second.unit_id)
    sent = {"to": reformed.first.unit_id, "note": "Chuyển lại", "version": 1}

    visit_as("head").post(hand_over, sent)

    row.refresh_from_db()
    assert row.bearer_id == reformed.first.unit_id
    assert visit_as("first_official").get(row.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    ("persona", "status"), [("auditor", 403), ("first_official", 403), ("stranger", 404)]
)
def test_nobody_else_hands_over(persona, status, row, reformed, hand_over, visit_as):
    sent = {"to": reformed.second.unit_id, "note": "Vì thế", "version": 1}

    assert visit_as(persona).post(hand_over, sent).status_code == status


@pytest.mark.parametrize(("field", "value"), [("to", "0"), ("note", " "), ("to", "")])
def test_bad_input_of_a_hand_over_lands_at_its_field(
    field, value, row, reformed, hand_over, visit_as
):
    sent = {"to": reformed.second.unit_id, "note": "Vì thế", "version": 1} | {field: value}

    answer = visit_as("planner").post(hand_over, sent)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert Remediation.objects.get().bearer_id == row.unit_id


def test_a_stale_hand_over_changes_nothing(row, reformed, hand_over, visit_as):
    Remediation.objects.update(version=7)
    sent = {"to": reformed.second.unit_id, "note": "Vì thế", "version": 1}

    assert visit_as("planner").post(hand_over, sent).status_code == 409
    assert Remediation.objects.get().bearer_id == row.unit_id


def test_what_is_settled_is_not_handed_over(row, reformed, hand_over, visit_as):
    Remediation.objects.update(status="accepted")
    sent = {"to": reformed.second.unit_id, "note": "Vì thế", "version": 1}

    assert visit_as("planner").post(hand_over, sent).status_code == 422


def test_without_an_object_it_is_closed_and_the_inspection_can_end(row, concluded, visit_as):
    client = visit_as("planner")

    client.post(step(row, "drop"), {"note": "Không còn đối tượng"})
    client.post(reverse("inspections:inspection_step", args=[concluded.code, "close"]))

    row.refresh_from_db()
    concluded.refresh_from_db()
    assert (row.status, concluded.status) == ("dropped", "closed")


def test_a_unit_in_force_is_not_let_off(make, concluded, browse):
    row = make.recommendation(concluded).remediations.get()

    assert step(row, "drop") not in browse("planner").get(row.get_absolute_url()).text
    browse("planner").post(step(row, "drop"), {"note": "Không làm được"})

    row.refresh_from_db()
    assert row.status == "assigned"


def test_closing_without_object_needs_a_reason_and_can_be_reopened(row, visit_as):
    client = visit_as("planner")

    client.post(step(row, "drop"))
    assert Remediation.objects.get().status == "assigned"
    client.post(step(row, "drop"), {"note": "Không còn đối tượng"})
    client.post(step(row, "reopen"), {"note": "Vẫn còn"})
    assert Remediation.objects.get().status == "in_progress"


def test_who_took_over_explains_a_draft_that_was_announced_to_the_ended_unit(
    make, world, announced, visit_as
):
    reform(world)
    make.finding(announced)
    client, url = (
        visit_as("first_official"),
        reverse("findings:explanation_edit", args=[announced.code]),
    )

    client.post(url, {"text": "Xã tiếp thu.", "submission": "7b0e7a9c-7a54-4d6e-9f0b-2f4a8a7f3b11"})
    client.post(reverse("inspections:inspection_step", args=[announced.code, "send_explanation"]))

    announced.refresh_from_db()
    assert announced.status == "explained"
    assert announced.explanations.get().written_by == world.first_official


def test_an_announced_draft_waits_for_who_took_over_alone(make, world, announced, visit_as):
    reform(world)
    url = reverse("findings:explanations", args=[announced.code])

    assert url in visit_as("first_official").get("/").text
    assert url not in visit_as("second_official").get("/").text


@pytest.mark.parametrize("rows", [3, 30])
def test_the_list_costs_the_same_with_few_and_many_ended_units(
    rows, make, row, concluded, visit_as, django_assert_num_queries
):
    for _number in range(rows):
        make.recommendation(concluded)
    client = visit_as("planner")

    with django_assert_num_queries(6):
        assert client.get(LIST, {"unit": "dong dang"}).status_code == 200


def test_pages_of_an_ended_unit_stay_within_their_budget(
    row, concluded, visit_as, django_assert_max_num_queries
):
    client = visit_as("planner")
    for url in pages_of(concluded, row):
        client.get(url)
        with django_assert_max_num_queries(10):
            assert client.get(url).status_code == 200


def test_a_unit_that_will_end_later_is_still_there_to_act(row, browse):
    """The reform is entered already; on the day of the tests it lies ahead."""
    answer = browse("planner").post(step(row, "drop"), {"note": "Không còn đối tượng"})

    row.refresh_from_db()
    assert (answer.status_code, row.status) == (403, "assigned")


@pytest.fixture
def dissolved(make, world, concluded, administrator):
    """The inspected district is dissolved by an act into two communes, the first of them its heir."""
    heirs = [commune(world, name) for name in ("Đồng Đăng", "Cao Lộc")]
    row = make.recommendation(concluded).remediations.get()
    act = reorganisation.dissolve(
        concluded.unit,
        by=administrator,
        into=[one.unit for one in heirs],
        decision="1/NQ",
        decided_on=DAY,
        day=REFORM,
    )
    return SimpleNamespace(act=act, row=row, other=heirs[1].unit)


def test_undoing_gives_back_what_was_handed_over(dissolved, planner, administrator):
    later = replace(planner, day=REFORM)
    remediation.hand_over(dissolved.row, to=dissolved.other, by=later, note="Vì", seen_version=1)

    reorganisation.undo(dissolved.act, by=administrator)
    dissolved.row.refresh_from_db()
    assert dissolved.row.bearer_id == dissolved.row.unit_id
    assert AuditEntry.objects.about(dissolved.row).first().note == "1/NQ"


def test_what_was_dropped_is_reopened_before_an_undo(dissolved, planner, administrator):
    later = replace(planner, day=REFORM)
    remediation.take(dissolved.row, "drop", by=later, note="Không còn đối tượng")

    with pytest.raises(Refused, match="1 kiến nghị"):
        reorganisation.undo(dissolved.act, by=administrator)

"""The self-report under its outline: texts and figures, submitted, read, and sent back."""

from datetime import date

import pytest

from inspections import reporting
from inspections.actions.deadlines import give
from inspections.models import IndicatorDefinition, ReportFigure, ReportOutline, SelfReport
from reform_portal.common.waiting import waiting_for
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db
S = SelfReport.Status


@pytest.fixture
def inspection(make, world):
    return make.inspection(world)


@pytest.fixture
def report(make, inspection):
    return make.self_report(inspection)


@pytest.fixture
def procedures(report, inspection):
    """The heading of area A2."""
    return reporting.headings_of(inspection).get(area_code="A2")


@pytest.fixture
def on_time(report):
    """Dossiers answered in time, as counted in 2024."""
    return IndicatorDefinition.objects.on(date(2024, 6, 17)).get(code="A2.08")


@pytest.fixture
def write(browse, inspection, procedures, on_time):
    def sent(part=None, whole=None, who="official", version=0, text="Đã tiếp nhận.", **more):
        figures = {f"part_{on_time.pk}": part, f"whole_{on_time.pk}": whole}
        given = {name: value for name, value in figures.items() if value is not None}
        url = f"/inspections/{inspection.code}/self-report/outline/{procedures.pk}/"
        return browse(who).post(url, {"text": text, "version": version, **given, **more})

    return sent


@pytest.fixture
def written(report, inspection):
    """A text under each heading."""
    for item in reporting.headings_of(inspection):
        report.sections.create(item=item, text="Kết quả trong kỳ.")
    SelfReport.objects.update(outline=item.outline_id)
    return report


def step(client, inspection, name, note=""):
    url = f"/inspections/{inspection.code}/self-report/steps/{name}/"
    return client.post(url, {"note": note}, follow=True)


@pytest.mark.embedded
def test_two_counts_are_kept_and_the_percentage_is_computed(write, browse, inspection, verbs):
    assert write("1.406", "1420").status_code == 302

    figure = ReportFigure.objects.get()
    assert (figure.numerator, figure.denominator) == (1406, 1420)
    text = browse("member").get(f"/inspections/{inspection.code}/self-report/outline/").text
    assert "1.406" in text
    assert "99,01%" in text
    assert verbs(figure.section) == ["report_section.edit"]


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(30, 48, "62.5"), (1, 3, "33.33"), (0, 5, "0"), (0, 0, "None")]
)
def test_percentages(part, whole, percent):
    found = ReportFigure(numerator=part, denominator=whole).percent

    assert str(found) == percent


@pytest.mark.parametrize(
    ("part", "whole", "sentence"),
    [
        ("1421", "1420", "không thể lớn hơn"),
        ("-1", "1420", "không bao giờ âm"),
        ("62,5", "100", "không phải số nguyên"),
        ("95%", "100", "không phải số nguyên"),
        ("5", None, "cả hai số"),
        (None, "5", "cả hai số"),
        ("1", "0", "Trong tổng số 0"),
    ],
)
def test_an_impossible_figure_comes_back_at_its_field(write, part, whole, sentence):
    answer = write(part, whole)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Đã tiếp nhận." in answer.text
    assert not ReportFigure.objects.exists()


def test_a_plan_may_be_outdone(browse, inspection, report):
    ratio = IndicatorDefinition.objects.get(code="A4.05")
    item = reporting.headings_of(inspection).get(area_code="A4")
    counts = {f"part_{ratio.pk}": "120", f"whole_{ratio.pk}": "100", "text": "x", "version": 0}

    url = f"/inspections/{inspection.code}/self-report/outline/{item.pk}/"
    assert browse("official").post(url, counts).status_code == 302


def test_a_figure_is_taken_out_again(write):
    write("5", "10")
    write(version=ReportFigure.objects.get().section.version)

    assert not ReportFigure.objects.exists()


@pytest.mark.embedded
@pytest.mark.parametrize("begun", [True, False])
def test_who_saved_second_sees_both_texts_and_counts(write, begun, procedures, report):
    version = 0
    if begun:
        write(text="Bản đầu")
        version = report.sections.get().version
    write("10", "20", version=version, text="Bản trước")

    answer = write("11", "20", version=version, text="Bản sau")

    assert (answer.status_code, report.sections.get().text) == (409, "Bản trước")
    assert [row["yours"] for row in answer.context["stale"]["rows"]] == ["Bản sau", "11"]
    assert [row["saved"] for row in answer.context["stale"]["rows"]] == ["Bản trước", "10"]


def test_the_button_leads_on_to_the_next_heading(write, procedures, inspection):
    following = reporting.headings_of(inspection).get(position=procedures.position + 1)

    assert write(next="1").url.endswith(f"/outline/{following.pk}/")


@pytest.mark.parametrize(("who", "status"), [("member", 403), ("planner", 403), ("outsider", 404)])
def test_only_the_unit_writes(write, who, status):
    assert write(who=who).status_code == status


@pytest.mark.embedded
def test_a_whole_report_is_submitted_and_received(browse, written, inspection, verbs, official):
    step(browse("official"), inspection, "submit")

    written.refresh_from_db()
    assert (written.status, written.received_on) == (S.SUBMITTED, date(2024, 6, 17))
    assert verbs(inspection) == ["self_report.submit"]
    assert inspection.code not in " ".join(item.title for item in waiting_for(official))


def test_empty_headings_are_named_before_it_goes(browse, written, inspection, procedures):
    written.sections.filter(item=procedures).delete()

    answer = step(browse("official"), inspection, "submit")

    assert f"còn trống: {procedures.mark}" in answer.text
    assert SelfReport.objects.get().status == S.DRAFT


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        ((date(2020, 1, 1), date(2020, 6, 30)), "nằm ngoài thời kỳ kiểm tra"),
        ((date(2024, 7, 1), date(2024, 12, 31)), "mới bắt đầu ngày 01/07/2024"),
    ],
)
def test_a_period_that_answers_nothing_is_refused(browse, written, inspection, period, sentence):
    SelfReport.objects.update(period_from=period[0], period_to=period[1])

    assert sentence in step(browse("official"), inspection, "submit").text


def test_what_was_submitted_is_not_changed(write, written):
    SelfReport.objects.update(status=S.SUBMITTED)

    assert write("1", "2", version=1).status_code == 422


@pytest.mark.parametrize("who", ["planner", "head", "member"])
def test_it_is_returned_with_a_note_and_waits_again(browse, written, inspection, who, official):
    step(browse("official"), inspection, "submit")
    step(browse(who), inspection, "return", "Thiếu số liệu cấp xã")

    written.refresh_from_db()
    assert (written.status, written.received_on) == (S.RETURNED, None)
    assert inspection.code in " ".join(item.title for item in waiting_for(official))
    assert "Thiếu số liệu cấp xã" in browse("official").get(inspection.get_absolute_url()).text


def test_levels_three_and_four_are_asked_in_their_time_only(world, make, inspection):
    def codes(day):
        return [one.code for one in reporting.figures_asked(inspection, day, ["A6"])]

    assert "A6.04" in codes(date(2022, 8, 14))
    assert "A6.03" not in codes(date(2022, 8, 14))
    assert "A6.04" not in codes(date(2022, 8, 15))
    assert "A6.03" in codes(date(2022, 8, 15))


def test_a_unit_counts_what_its_level_counts(world, make, inspection):
    commune = make.inspection(world, version=world.commune)

    def codes(one):
        return [row.code for row in reporting.figures_asked(one, date(2024, 6, 17), ["A3", "A4"])]

    assert "A3.05" in codes(inspection)
    assert "A3.05" not in codes(commune)
    assert "A4.04" in codes(commune)


def test_each_type_has_its_outline(make, inspection):
    inspection.plan.types.set([make.inspection_type("tthc_control")])

    titles = [item.title for item in reporting.headings_of(inspection)]
    assert "Rà soát, đánh giá thủ tục hành chính" in titles


def test_a_report_stays_on_the_outline_it_was_begun_on(write, report, inspection, make):
    write()
    inspection.plan.types.set([make.inspection_type("tthc_control")])

    report.refresh_from_db()
    assert report.outline == ReportOutline.objects.get(code="cchc", valid_to=None)
    assert reporting.headings_of(inspection, report).first().outline_id == report.outline_id


@pytest.mark.parametrize("who", ["planner", "head", "official"])
def test_the_report_costs_few_queries(count_queries, world, written, inspection, today, who):
    client = signed_in(getattr(world, who))
    give(inspection.plan, today)  # as every plan has them that was made here

    assert count_queries(client, f"/inspections/{inspection.code}/self-report/outline/") <= 10
    assert count_queries(client, f"/inspections/{inspection.code}/before/") <= 10

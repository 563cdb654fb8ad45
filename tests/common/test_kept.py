"""Questions compiled once answer as the same querysets do, whoever asks and however often."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from findings import questions as of_findings
from findings.models import Explanation, Finding
from inspections import questions as of_inspections
from inspections.models import Inspection, Minutes, Visit
from reform_portal.common.kept import kept
from reform_portal.common.paging import page_by_key, pages_by_key

PERSONAS = [
    *("chair", "planner", "head", "member", "official"),
    *("outsider", "stranger", "administrator", "auditor"),
]

pytestmark = pytest.mark.embedded
DAYS = [date(2024, 6, day) for day in (17, 18, 24)]


@pytest.fixture
def rows(make, world):
    """Findings of two units, of which one may read its own."""
    announced = make.inspection(world, status=Inspection.Status.ANNOUNCED)
    made = [announced, make.inspection(world, version=world.commune)]
    for one in made:
        make.visit(one)
    return [make.finding(one) for one in made]


@pytest.mark.parametrize("persona", PERSONAS)
def test_everybody_finds_what_the_queryset_finds(rows, persona, request):
    actor = request.getfixturevalue(persona)
    for finding in rows:
        seen = Finding.objects.visible_to(actor).filter(pk=finding.pk)
        assert of_findings.findings_of_key(actor, finding.pk) == list(seen)
        said = Explanation.objects.visible_to(actor).filter(finding=finding)
        assert of_findings.explanations_of(actor, finding.pk) == list(said)
        code, key = finding.inspection.code, finding.inspection_id
        seen = Inspection.objects.visible_to(actor).filter(code=code)
        assert of_inspections.inspections_of_code(actor, code) == list(seen)
        visits = Visit.objects.filter(inspection=key).as_read_by(actor)
        assert of_inspections.visits_of(actor, key) == list(visits)
        minutes = Minutes.objects.filter(inspection=key).visible_to(actor)
        assert of_inspections.minutes_of(actor, key) == list(minutes)


def test_it_is_compiled_once_and_asked_each_time(rows, planner):
    built = []

    @kept
    def findings(actor, pk):
        built.append(pk)
        return Finding.objects.visible_to(actor).filter(pk=pk)

    assert [findings(planner, row.pk) for row in rows] == [[row] for row in rows]
    Finding.objects.filter(pk=rows[0].pk).update(text="Khác")
    assert findings(planner, rows[0].pk)[0].text == "Khác"
    assert len(built) == 1


def test_what_a_page_prints_comes_in_one_query(rows, planner):
    of_findings.findings_of_key(planner, rows[0].pk)
    with CaptureQueriesContext(connection) as asked:
        (finding,) = of_findings.findings_of_key(planner, rows[0].pk)
        assert str(finding.area)
        assert finding.inspection.unit_version.authority
    assert len(asked) == 1


def test_actors_of_another_shape_get_a_question_of_their_own(rows, planner, stranger, outsider):
    found = [of_findings.findings_of_key(who, rows[0].pk) for who in (planner, stranger, outsider)]
    assert found == [[rows[0]], [], []]


def test_many_keys_are_asked_as_many(rows):
    @kept
    def findings(keys):
        return Finding.objects.filter(pk__in=keys).order_by("pk")

    keys = sorted(row.pk for row in rows)
    assert [row.pk for row in findings(keys)] == keys
    assert [row.pk for row in findings(keys[:1])] == keys[:1]
    assert findings([]) == []


def test_words_inside_a_text_cannot_be_kept(db):
    @kept
    def findings(words):
        return Finding.objects.filter(text__contains=words)

    with pytest.raises(TypeError, match="compares codes whole"):
        findings("số hóa")


@pytest.mark.parametrize("filters", [{}, {"kind": "strength"}, {"text": "số hóa"}])
def test_pages_of_a_kept_list_are_those_of_the_queryset(make, world, planner, filters):
    one = make.inspection(world)
    for number in range(8):
        make.finding(one, kind=("strength", "shortcoming")[number % 2], text=f"số hóa {number}")
    page = pages_by_key(Finding, size=3)(
        lambda actor, chosen: Finding.objects.visible_to(actor).filter(**chosen)
    )
    chosen = {"text__contains" if name == "text" else name: filters[name] for name in filters}
    found = Finding.objects.visible_to(planner).filter(**chosen)
    params, shown = {}, []
    while params is not None:
        kept_page, plain = page(params, planner, chosen), page_by_key(found, params, size=3)
        assert kept_page == plain
        shown += kept_page.rows
        params = {"after": plain.next_key} if plain.next_key else None
    assert len(shown) == found.count()


def test_a_list_in_the_order_of_days_goes_on_after_a_day(make, world, planner):
    made = [make.inspection(world, starts_on=day, ends_on=day) for day in DAYS]
    first = of_inspections.inspections_in_rows({}, planner, {})
    after = {"after": f"{DAYS[1]}_{made[1].pk}"}
    rest = of_inspections.inspections_in_rows(after, planner, {})
    assert [row.pk for row in first.rows] == [made[2].pk, made[1].pk, made[0].pk]
    assert [row.pk for row in rest.rows] == [made[0].pk]


@pytest.mark.parametrize(
    "typed", ["2024-13-45", "0001-01-01", "0001-04-01", "\ue0000\ue000", "4611686018427387904"]
)
def test_what_somebody_typed_is_never_taken_for_a_stand_in(make, world, browse, typed):
    make.finding(make.inspection(world, status="drafting"))
    page = browse("planner").get("/findings/", {"inspection": typed, "q": typed})

    assert page.status_code == 200
    assert page.context["page"].rows == []

"""Writing the words of papers: by Home Affairs, put in force by a leader, seen before on real data."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from reform_portal.common.models import AuditEntry
from reports import waiting
from reports.models import PaperTemplate
from reports.paper_templates import actions
from reports.paper_templates.built_in import FORMS
from tests import factories
from tests.factories import DAY
from tests.reports.templates import OWN, page

pytestmark = pytest.mark.django_db
TOMORROW = DAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def silent(bell):
    """The queue hears everything."""


@pytest.fixture
def series(world):
    return f"committee-{world.committee.pk}"


@pytest.fixture
def draft(world):
    return factories.paper_template(world, status="draft", texts={"opening": OWN})


@pytest.fixture
def submitted(world):
    return factories.paper_template(world, status="submitted", texts={"opening": OWN})


def typed(kind="plan", reason="Theo mẫu của tỉnh", **texts):
    words = FORMS[kind].built_in | texts
    return {f"text_{name}": text for name, text in words.items()} | {"reason": reason}


def new(series, kind="plan"):
    return reverse("reports:template_create", args=[series, kind])


@pytest.mark.embedded
def test_home_affairs_writes_a_version_that_begins_with_the_words_in_force(browse, series, planner):
    shown = browse("planner").get(new(series))
    answer = browse("planner").post(new(series), typed(opening=OWN))

    row = PaperTemplate.objects.get()
    assert shown.context["form"].initial["text_opening"] == FORMS["plan"].built_in["opening"]
    assert answer.url == row.get_absolute_url()
    assert (row.number, row.status, row.texts["opening"]) == (1, "draft", OWN)
    assert (row.issued_by, row.written_by_id) == (series, planner.person_id)
    assert AuditEntry.objects.about(row).get().verb == "paper_template.draft"


def test_a_second_click_makes_no_second_draft(browse, series):
    client = browse("planner")
    token = client.get(new(series)).context["form"].initial["submission"]

    answers = [client.post(new(series), typed() | {"submission": token}) for _click in "12"]

    assert [answer.url for answer in answers] == [
        PaperTemplate.objects.get().get_absolute_url()
    ] * 2


def test_a_second_draft_is_refused(browse, series, draft):
    answer = browse("planner").post(new(series), typed())

    assert answer.status_code == 422
    assert "Hãy sửa phiên bản đó" in answer.content.decode()
    assert PaperTemplate.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Năm {nam_sau}", "không có trường “{nam_sau}”"),
        ("Năm {nam", "ngoặc nhọn"),
        ("<img src=http://127.0.0.1/x>", "mã đánh dấu"),
        ("{% for x in y %}", "không có trường"),
        ("x" * 1_501, "quá dài"),
        ("Chữ\u202e ngược", "ký tự điều khiển"),
    ],
)
def test_wrong_words_are_named_at_their_field_and_nothing_typed_is_lost(browse, series, text, said):
    answer = browse("planner").post(new(series), typed(closing=text))

    form = answer.context["form"]
    assert answer.status_code == 422
    assert said in form.errors["text_closing"][0]
    assert list(form.errors) == ["text_closing"]
    assert form["text_closing"].value() == text
    assert not PaperTemplate.objects.exists()


def test_who_saved_first_is_not_overwritten(browse, draft):
    client = browse("planner")
    seen = client.get(page("edit", draft)).context["form"].initial["version"]
    client.post(page("edit", draft), typed(opening="Một {nam}") | {"version": seen})

    late = client.post(page("edit", draft), typed(opening="Hai {nam}") | {"version": seen})

    draft.refresh_from_db()
    shown = late.content.decode()
    assert late.status_code == 409
    assert draft.texts["opening"] == "Một {nam}"
    assert "Một {nam}" in shown
    assert "Hai {nam}" in shown


def test_what_was_submitted_or_adopted_is_not_edited(browse, world, submitted):
    sent = typed(opening="Khác") | {"version": submitted.version}
    answer = browse("planner").post(page("edit", submitted), sent)

    submitted.refresh_from_db()
    assert answer.status_code == 422
    assert "Hãy soạn phiên bản mới" in answer.content.decode()
    assert submitted.texts["opening"] == OWN


@pytest.mark.embedded
def test_a_leader_puts_it_in_force_from_a_day_on(browse, submitted):
    answer = browse("chair").post(page("enforce", submitted), {"day": "18/06/2024"})

    submitted.refresh_from_db()
    assert answer.url == submitted.get_absolute_url()
    assert (submitted.status, submitted.valid_from) == ("in_force", TOMORROW)
    assert AuditEntry.objects.about(submitted).first().verb == "paper_template.enforce"


@pytest.mark.parametrize("day", ["17/06/2024", "01/01/2024"])
def test_words_never_change_for_papers_that_may_be_made(browse, submitted, day):
    answer = browse("chair").post(page("enforce", submitted), {"day": day})

    submitted.refresh_from_db()
    assert "18/06/2024" in answer.context["form"].errors["day"][0]
    assert (submitted.status, submitted.valid_from) == ("submitted", None)


def test_of_a_day_one_version_begins(browse, world, submitted):
    factories.paper_template(world, valid_from=TOMORROW)

    answer = browse("chair").post(page("enforce", submitted), {"day": "18/06/2024"})

    assert "Hãy chọn ngày khác" in answer.context["form"].errors["day"][0]


def test_who_wrote_at_it_before_others_does_not_put_it_in_force(
    browse, world, draft, make, planner
):
    leader = actions.edit_template(draft, draft.version, by=make.actor(world.chair), reason="Mới")
    submitted = actions.edit_template(draft, leader.version, by=planner, reason="Rõ hơn")
    shown = browse("chair").get(draft.get_absolute_url()).text
    assert f"{world.chair}" in shown
    assert f"{world.planner}" in shown
    PaperTemplate.objects.update(status="submitted")

    answer = browse("chair").post(page("enforce", submitted), {"day": "18/06/2024"})

    submitted.refresh_from_db()
    assert (answer.status_code, submitted.status) == (403, "submitted")


def test_own_words_do_not_crowd_out_what_waits_for_a_leader(world, make, monkeypatch):
    monkeypatch.setattr(waiting, "MOST", 1)
    for kind in ("notice", "decision"):
        own = factories.paper_template(world, kind=kind, status="submitted")
        own.authors.add(world.chair)
    submitted = factories.paper_template(world, status="submitted")

    found = waiting.templates_to_decide_on(make.actor(world.chair))

    assert [item.url for item in found] == [submitted.get_absolute_url()]


def test_a_field_that_is_gone_since_it_was_typed_is_named_on_submitting(browse, draft):
    PaperTemplate.objects.update(texts=FORMS["plan"].built_in | {"closing": "Năm {da_bo}"})

    answer = browse("planner").post(page("step", draft, "submit"), follow=True)

    draft.refresh_from_db()
    assert "{da_bo}" in answer.content.decode()
    assert draft.status == "draft"


def test_submitted_words_wait_for_the_leader_and_go_back_with_a_reason(browse, draft):
    browse("planner").post(page("step", draft, "submit"))
    start = browse("chair").get("/").content.decode()
    browse("chair").post(page("step", draft, "return"), {"note": "Bổ sung nơi nhận"})

    draft.refresh_from_db()
    assert draft.get_absolute_url() in start
    assert draft.status == "draft"
    assert AuditEntry.objects.about(draft).first().note == "Bổ sung nơi nhận"


def test_steps_that_need_a_day_are_not_taken_without_it(browse, submitted):
    assert browse("chair").post(page("step", submitted, "enforce")).status_code == 404
    assert browse("chair").post(page("step", submitted, "nothing")).status_code == 404


def test_before_it_begins_a_version_is_taken_back_and_afterwards_not(browse, world):
    ahead = factories.paper_template(world, valid_from=TOMORROW)
    begun = factories.paper_template(world, kind="notice")

    for row in (ahead, begun):
        browse("chair").post(page("step", row, "recall"), {"note": "Sai nơi nhận"})
        row.refresh_from_db()

    assert (ahead.status, begun.status) == ("dropped", "in_force")


def test_an_issuer_goes_back_to_inherited_words(browse, world):
    row = factories.paper_template(world)

    today = browse("chair").post(page("end", row), {"day": "17/06/2024"})
    browse("chair").post(page("end", row), {"day": "20/06/2024"})

    row.refresh_from_db()
    assert today.status_code == 422
    assert (row.status, row.valid_to) == ("ended", date(2024, 6, 20))


def test_a_version_shows_its_words_against_those_in_force(browse, draft):
    shown = browse("planner").get(page("detail", draft)).content.decode()

    assert "<ins>này:</ins>" in shown
    assert "<del>{trich_yeu}" in shown


def test_versions_say_until_when_they_count(browse, world, series):
    factories.paper_template(world)
    factories.paper_template(world, valid_from=DAY)
    factories.paper_template(world, valid_from=TOMORROW, status="ended", valid_to=date(2024, 9, 1))

    shown = browse("planner").get(reverse("reports:template_series", args=[series, "plan"]))

    told = {row.number: (row.until, row.counts) for row in shown.context["versions"]}
    assert told == {1: (DAY, False), 2: (TOMORROW, True), 3: (date(2024, 9, 1), False)}


def test_the_list_says_whose_words_each_paper_has(browse, world, series):
    factories.paper_template(world, committee=False, kind="notice")
    factories.paper_template(world)

    shown = browse("planner").get(f"{reverse('reports:template_list')}?issuer={series}")

    rows = {row.kind: row for row in shown.context["rows"]}
    assert rows["plan"].is_own
    assert rows["notice"].template.issuer_name == "UBND tỉnh Lạng Sơn"
    assert not rows["notice"].is_own
    assert rows["minutes"].template is None


@pytest.mark.parametrize("key", ["unit-999999", "committee-0", "unit-x", "x"])
def test_an_issuer_that_is_not_there_is_no_page(browse, key):
    client = browse("planner")

    assert client.get(f"{reverse('reports:template_list')}?issuer={key}").status_code == 404
    assert client.get(reverse("reports:template_series", args=[key, "plan"])).status_code == 404


def test_another_province_is_not_there(browse, world, series):
    elsewhere = f"unit-{world.elsewhere.unit_id}"

    assert browse("planner").get(new(elsewhere)).status_code == 404
    assert browse("stranger").get(new(series)).status_code == 404


@pytest.mark.parametrize("kind", ["nothing", "draft", "overview"])
def test_other_papers_have_no_templates(browse, series, kind):
    assert browse("planner").get(new(series, kind)).status_code == 404


def test_pages_ask_few_questions_however_many_versions(
    browse, world, series, django_assert_max_num_queries
):
    client = browse("planner")
    for number in range(1, 12):
        factories.paper_template(world, valid_from=DAY + timedelta(days=number))
    row = factories.paper_template(world, status="draft")
    addresses = {
        f"{reverse('reports:template_list')}?issuer={series}": 8,
        reverse("reports:template_series", args=[series, "plan"]): 8,
        page("detail", row): 9,
        page("edit", row): 8,
    }

    for address, most in addresses.items():
        with django_assert_max_num_queries(most):
            client.get(address)


@pytest.mark.parametrize("page", ["template_enforce", "template_end"])
def test_a_page_for_a_step_that_is_not_open_leads_back_with_the_reason(draft, browse, page):
    answer = browse("chair").get(reverse(f"reports:{page}", args=[draft.pk]), follow=True)

    assert answer.redirect_chain == [(draft.get_absolute_url(), 302)]
    assert "đang ở trạng thái" in answer.text

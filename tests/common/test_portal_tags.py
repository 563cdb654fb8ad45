"""What templates say with the portal's tags: states, deadlines, steps, the line of a life."""

import re
from datetime import date
from types import SimpleNamespace

import pytest
from django import forms
from django.db.models import TextChoices
from django.template import Context, Engine, engines
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from inspections.models import DelegationMember, Plan
from reform_portal.common import life
from reform_portal.common.addresses import address
from reform_portal.common.templatetags import portal

TODAY = date(2024, 6, 18)


class Record(SimpleNamespace):
    class Status(TextChoices):
        DRAFT = "draft", "Draft"
        SUBMITTED = "submitted", "Submitted"
        APPROVED = "approved", "Approved"
        RETURNED = "returned", "Returned"
        CANCELLED = "cancelled", "Cancelled"

    def get_status_display(self):
        return self.Status(self.status).label


def line(status):
    states = Record.Status
    return [(one["label"], one["state"]) for one in life.stages(states, status, states.values)]


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield


def test_a_state_is_a_word_in_its_tone():
    html = portal.status(Plan(status="approved"))
    assert html == f'<span class="state state-good">{Plan.Status.APPROVED.label}</span>'


def test_a_state_nobody_named_is_quiet():
    assert "state-quiet" in portal.badge("something", "Something")


def test_the_label_of_a_state_is_escaped():
    assert "<b>" not in portal.badge("draft", "<b>")


@pytest.mark.parametrize(
    ("due_on", "words"),
    [
        (date(2024, 6, 15), "3 days overdue"),
        (date(2024, 6, 17), "1 day overdue"),
        (date(2024, 6, 18), "Due today"),
        (date(2024, 6, 20), "2 days left"),
    ],
)
def test_a_near_deadline_is_said_in_words(due_on, words):
    assert words in portal.due(due_on, TODAY)


def test_a_far_deadline_is_only_its_date():
    assert portal.due(date(2024, 12, 31), TODAY) == "31/12/2024"


def test_no_deadline_shows_nothing():
    assert portal.due(None, TODAY) == ""


def test_the_line_of_a_life_marks_what_is_done_and_where_it_stands():
    assert line("submitted") == [("Draft", "done"), ("Submitted", "now"), ("Approved", "next")]


def test_a_returned_record_stands_at_the_beginning():
    assert line("returned")[0] == ("Returned", "now")


def test_a_cancelled_record_has_nothing_done():
    assert [state for _label, state in line("cancelled")] == ["next", "next", "next", "now"]


def test_whose_turn_it_is_stands_escaped_beside_the_line():
    html = portal.stepper(Record(status="draft"), "A & <b>")

    assert '<p class="turn">' in html
    assert "A &amp; &lt;b&gt;" in html
    assert "turn" not in portal.stepper(Record(status="draft"))


def said(template, language, **context):
    with translation.override(language):
        return template.render(Context(context))


def test_words_of_a_template_are_in_the_language_of_each_reader():
    tags = (
        "{% load i18n portal %}{% translate 'Plans' %}|{% translate 'Units' as words %}{{ words }}"
    )
    template = Engine.get_default().from_string(tags)

    assert [said(template, one) for one in ("en", "vi", "en")] == [
        "Plans|Units",
        "Kế hoạch|Đơn vị",
        "Plans|Units",
    ]


def test_words_from_a_variable_are_looked_up_each_time():
    template = Engine.get_default().from_string("{% load i18n portal %}{% translate name %}")

    assert [said(template, "vi", name=one) for one in ("Plans", "Units", "<b>")] == [
        "Kế hoạch",
        "Đơn vị",
        "&lt;b&gt;",
    ]


def test_an_icon_may_be_named_by_a_variable():
    template = Engine.get_default().from_string(
        "{% load portal %}{% icon name %}|{% icon 'check-lg' %}"
    )
    drawn, fixed = template.render(Context({"name": "check-lg"})).split("|")

    assert "<svg" in drawn
    assert drawn == fixed


def test_text_sizes_stop_at_both_ends():
    assert portal.larger("large") == "large"
    assert portal.smaller("small") == "small"
    assert portal.larger("small") == "normal"
    assert portal.smaller("large") == "normal"


PAGES = {
    "base": "{% load portal %}<title>{% words_of 'heading' %}</title>{% block heading %}{% endblock %}",
    "page": "{% extends 'base' %}{% block heading %}<b>{{ name }}</b>{% endblock %}",
}


def test_the_title_repeats_the_words_of_the_heading():
    engine = Engine(
        loaders=[("django.template.loaders.locmem.Loader", PAGES)],
        libraries={"portal": "reform_portal.common.templatetags.portal"},
    )
    page = engine.get_template("page").render(Context({"name": "A & B"}))
    assert page == "<title>A &amp; B</title><b>A &amp; B</b>"


def test_a_filter_keeps_what_was_chosen_and_typed():
    class Filters(forms.Form):
        kind = forms.ChoiceField(choices=[("", "All"), ("good", "A < B")])
        words = forms.CharField(max_length=9)

    form = Filters({"kind": "good", "words": '"x"'})
    assert '<option value="good" selected>A &lt; B</option>' in portal.control(form["kind"])
    assert portal.control(form["words"]).count('value="&quot;x&quot;"') == 1


def test_a_select_with_groups_is_left_to_django():
    class Filters(forms.Form):
        unit = forms.ChoiceField(choices=[("Lạng Sơn", [("1", "Cao Lộc")])])

    assert "<optgroup" in portal.control(Filters({"unit": "1"})["unit"])


def written(source, **context):
    """What a page with the portal's tags says."""
    return engines["django"].from_string("{% load portal %}" + source).render(context)


@pytest.mark.parametrize(
    ("tag", "name", "refs"),
    [
        ("{% url 'findings:finding_list' %}", "findings:finding_list", []),
        ("{% url 'findings:finding_detail' key %}", "findings:finding_detail", [7]),
        ("{% url 'findings:draft' code %}", "findings:draft", ["KT-2024-001"]),
        ("{% url 'findings:draft' code as there %}{{ there }}", "findings:draft", ["KT-2024-001"]),
        ("{% url 'inspections:plan_step' key step %}", "inspections:plan_step", [7, "submit"]),
        ("{% url page key %}", "findings:finding_detail", [7]),
    ],
)
def test_an_address_is_the_one_django_makes(tag, name, refs):
    known = {"key": 7, "code": "KT-2024-001", "step": "submit", "page": "findings:finding_detail"}
    for _time in ("worked out", "remembered"):
        assert written(tag, **known) == reverse(name, args=refs)


def test_an_address_of_nothing_is_an_error_as_in_django():
    with pytest.raises(NoReverseMatch):
        written("{% url 'findings:finding_detail' key %}", key=None)
    assert written("{% url 'findings:finding_detail' key as there %}[{{ there }}]", key="") == "[]"


def test_what_stands_in_an_address_cannot_leave_it():
    assert (
        address("findings:draft", '"><b>/../x?')
        == "/inspections/%22%3E%3Cb%3E%2F..%2Fx%3F/conclusion/"
    )


def test_a_value_is_called_by_its_label_in_the_language_that_is_on():
    seat = DelegationMember(role="secretary")
    assert seat.get_role_display() == "secretary"
    with translation.override("vi"):
        assert seat.get_role_display() == "Thư ký"
    assert DelegationMember(role="cook").get_role_display() == "cook"
    assert DelegationMember(role=None).get_role_display() is None


def test_a_record_answers_a_template_where_it_asks_first():
    seat = DelegationMember(post_title="Giám đốc")
    assert seat["post_title"] == "Giám đốc"
    assert written("{{ seat.post_title }}|{{ seat.no_such }}|{{ seat.person }}", seat=seat) == (
        "Giám đốc||"
    )


def test_the_forms_of_a_page_share_one_token(browse):
    """To log out, and to save: each mask is drawn by thirty-two trips to the system."""
    page = browse("planner").get("/plans/new/").content.decode()
    tokens = re.findall('name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert len(tokens) > 1
    assert len(set(tokens)) == 1

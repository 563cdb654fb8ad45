"""Every form of the portal: required in words, hints and errors tied to their fields."""

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from reform_portal.common.forms import DayField, PortalForm


class Sample(forms.Form):
    number = forms.CharField(label="Number", help_text="As on the paper")
    areas = forms.MultipleChoiceField(
        label="Areas", choices=[("A0", "Direction")], widget=forms.CheckboxSelectMultiple
    )
    note = forms.CharField(label="Note", required=False)
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self):
        raise forms.ValidationError("There is no unit in this plan.")


def shown(form):
    with translation.override("en"):
        return Template("{% load portal %}{% form_fields form %}").render(Context({"form": form}))


@pytest.fixture
def fresh():
    return shown(Sample())


@pytest.fixture
def refused():
    return shown(Sample({"version": "1"}))


def test_required_is_said_in_words_and_only_where_it_is_so(fresh):
    assert fresh.count("(required)") == 2


def test_a_hint_is_tied_to_its_field(fresh):
    assert 'id="id_number_helptext"' in fresh
    assert 'aria-describedby="id_number_helptext"' in fresh


def test_an_error_is_tied_to_its_field(refused):
    assert 'aria-invalid="true"' in refused
    assert 'aria-describedby="id_number_helptext id_number_error"' in refused
    assert 'id="id_number_error"' in refused


def test_errors_are_summed_up_once_with_links_to_the_fields(refused):
    assert refused.count("There is no unit in this plan.") == 1
    assert 'href="#id_number"' in refused
    assert 'href="#div_id_areas"' in refused


def test_choices_stand_in_a_group_with_a_legend(fresh):
    assert "<fieldset" in fresh
    assert "<legend" in fresh


def test_the_page_keeps_the_form_tag_and_the_token(fresh):
    assert "<form" not in fresh
    assert "csrfmiddlewaretoken" not in fresh


class Counted(PortalForm):
    title = forms.CharField(label="Title", max_length=5)
    number = forms.IntegerField(label="Number", max_value=2**63 - 1, min_value=1)
    day = DayField(label="Day")
    file = forms.FileField(label="File")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "", "Fill in this field."),
        ("title", "a\x00b", "cannot be saved"),
        ("title", "sáu ký tự", "The text has 9 signs; at most 5"),
        ("number", "x", "Write it in digits."),
        ("number", "9" * 30, "Check its digits."),
        ("number", "0", "at least 1"),
        ("day", "32/13/2024", "dd/mm/yyyy"),
        ("file", "", "Choose a file."),
    ],
)
def test_errors_say_what_is_wrong_and_what_to_do(field, value, sentence):
    with translation.override("en"):
        assert sentence in Counted({field: value}).errors[field][0]

"""Days are typed and shown as papers write them, whatever language the machine is set to."""

from datetime import date

import pytest
from django import forms

from reform_portal.common.forms import DayField


class Form(forms.Form):
    day = DayField()


@pytest.mark.parametrize(
    "typed", ["05/06/2024", "5/6/2024", "05-06-2024", "05.06.2024", "05062024", "2024-06-05"]
)
def test_a_day_is_read_day_first(typed):
    form = Form({"day": typed})

    assert form.is_valid()
    assert form.cleaned_data["day"] == date(2024, 6, 5)


def test_a_day_is_shown_day_first():
    assert 'value="05/06/2024"' in str(Form(initial={"day": date(2024, 6, 5)})["day"])


@pytest.mark.parametrize("typed", ["31/02/2024", "06/17/2024", "hôm qua"])
def test_what_is_no_day_is_refused_with_an_example(typed):
    form = Form({"day": typed})

    assert "17/06/2024" in form.errors["day"][0]

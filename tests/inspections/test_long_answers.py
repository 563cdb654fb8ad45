"""Long answers are folded to their beginning; short ones stand as they were written."""

import pytest
from django.template.loader import render_to_string


def shown(text):
    return render_to_string("components/long_text.html", {"text": text})


def test_a_short_one_keeps_its_lines():
    assert shown("Một\nHai").strip() == "Một<br>Hai"


def test_a_long_one_is_folded_with_all_of_it_inside():
    page = shown("Một câu dài. " * 60)

    assert page.strip().startswith('<details class="long-text">')
    assert page.count("Một câu dài.") > 60


@pytest.mark.parametrize("text", ["<b>x</b>", "<b>x</b>" * 200])
def test_nothing_written_becomes_markup(text):
    assert "<b>" not in shown(text)

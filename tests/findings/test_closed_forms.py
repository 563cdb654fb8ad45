"""A form that cannot be saved any more leads back before anybody types into it."""

import pytest
from django.urls import reverse


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("finding_create", "inspection"),
        ("finding_edit", "finding"),
        ("evidence_add", "finding"),
        ("inspection_evidence_add", "inspection"),
        ("conclusion_edit", "inspection"),
        ("recommendation_create", "inspection"),
        ("recommendation_edit", "recommendation"),
    ],
)
def test_after_the_conclusion_a_form_says_so_and_leads_back(name, of, make, concluded, browse):
    keys = {
        "inspection": concluded.code,
        "finding": make.finding(concluded).pk,
        "recommendation": make.recommendation(concluded).pk,
    }

    answer = browse("head").get(reverse(f"findings:{name}", args=[keys[of]]), follow=True)

    assert [status for _url, status in answer.redirect_chain] == [302]
    assert concluded.code in str(next(iter(answer.context["messages"])))


def test_an_explanation_is_not_begun_once_it_is_sent(explained, browse):
    page = reverse("findings:explanation_edit", args=[explained.code])

    answer = browse("official").get(page, follow=True)

    assert (len(answer.redirect_chain), len(answer.context["messages"])) == (1, 1)

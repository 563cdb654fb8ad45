"""What people write is shown, never carried out: markup in findings, sentences and comments."""

import pytest
from django.urls import reverse

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)> {{ 7 }} <b>chưa</b>"
PAGES = ("draft", "drafting", "issuing", "announcement", "inspection_findings", "explanations")


@pytest.fixture
def marked(make, world, explained):
    """A conclusion in which everything anybody can write holds markup."""
    finding = make.finding(explained, text=MARKUP, cause=MARKUP)
    make.draft_line(finding, text=MARKUP + " sửa", finding_text=MARKUP + " cũ")
    make.draft_line(of=explained, area=finding.area, text=MARKUP)
    make.conclusion(explained, signer=world.head, opening=MARKUP, assessment=MARKUP)
    make.announcement(explained, by=world.head)
    make.recommendation(explained, text=MARKUP)
    comment = make.comment(explained, on=finding, by=world.member, text=MARKUP)
    comment.replies.create(text=MARKUP, written_by=world.head, written_on="2024-06-17")
    return explained


@pytest.mark.parametrize("page", PAGES)
def test_markup_is_text_on_every_page_of_the_draft(page, marked, browse):
    seen = browse("head").get(reverse(f"findings:{page}", args=[marked.code])).content.decode()

    assert "<script>alert" not in seen
    assert "<img src=x" not in seen
    assert "<b>chưa" not in seen


@pytest.mark.parametrize("name", ["finding_words", "comment_reply"])
def test_markup_is_text_in_the_forms(name, marked, browse):
    record = marked.findings.get() if name == "finding_words" else marked.comments.get()

    seen = browse("head").get(reverse(f"findings:{name}", args=[record.pk])).content.decode()

    assert "&lt;script&gt;alert" in seen
    assert "<script>alert" not in seen


@pytest.mark.parametrize("text", ["", "   ", "x" * 5_001, "a\x00b"])
def test_words_that_cannot_be_kept_come_back_with_a_sentence(text, make, inspection, browse):
    finding = make.finding(inspection)
    sent = {"text": text, "seen_finding": finding.version}

    answer = browse("head").post(reverse("findings:finding_words", args=[finding.pk]), sent)

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["text"])
    assert not inspection.draft_lines.exists()


def test_a_number_already_used_is_refused_and_the_page_says_what_is_missing(
    make, world, explained, browse
):
    taken = make.conclusion(make.inspection(world, status="explained"), signer=world.head)
    make.finding(explained)
    make.conclusion(explained)
    client, url = browse("head"), reverse("findings:conclusion_edit", args=[explained.code])
    form = client.get(url).context["form"]
    typed = {field.html_name: field.value() for field in form if field.value() is not None}
    used = {"number": taken.number, "symbol": taken.symbol, "issued_on": "01/07/2024"}

    answer = client.post(url, typed | used | {"signer": world.head.pk})
    gaps = client.get(reverse("findings:issuing", args=[explained.code])).context["gaps"]

    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["number"])
    assert url in [address for _sentence, address in gaps]

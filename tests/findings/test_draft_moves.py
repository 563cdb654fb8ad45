"""Sentences of a draft change places, and disturb nobody who is writing."""

import pytest
from django.urls import reverse

from findings.models import DraftLine
from reform_portal.common.models import AuditEntry
from tests.findings.drafts import WORDS, said, words_of


def move(client, inspection, mark, direction, place):
    sent = {"sentence": mark, "direction": direction, "place": place}
    return client.post(reverse("findings:line_move", args=[inspection.code]), sent)


@pytest.mark.embedded
def test_sentences_change_places_within_their_area(make, inspection, browse):
    rows = [make.finding(inspection, text=text) for text in ("Một.", "Hai.", "Ba.")]
    make.finding(inspection, text="Khác.", area=make.area("A6"))
    client = browse("head")

    move(client, inspection, f"f{rows[2].pk}", "up", 3)
    move(client, inspection, f"f{rows[0].pk}", "down", 1)

    assert said(inspection) == ["Ba.", "Một.", "Hai.", "Khác."]
    assert AuditEntry.objects.about(inspection).filter(verb="draft_line.move").count() == 2


@pytest.mark.parametrize(
    ("direction", "place"), [("up", 1), ("down", 2), ("down", 7)], ids=["first", "moved", "wrong"]
)
def test_a_move_from_another_order_moves_nothing(direction, place, make, inspection, browse):
    rows = [make.finding(inspection, text=text) for text in ("Một.", "Hai.")]

    move(browse("head"), inspection, f"f{rows[0].pk}", direction, place)

    assert said(inspection) == ["Một.", "Hai."]


def test_a_move_disturbs_nobody_who_is_writing(make, inspection, fields, browse):
    rows = [make.finding(inspection, text=text) for text in ("Một.", "Hai.")]
    client = browse("head")
    began = fields(client, words_of(rows[0]), text=WORDS)
    move(client, inspection, f"f{rows[0].pk}", "down", 1)

    assert client.post(words_of(rows[0]), began).status_code == 302
    assert said(inspection) == ["Hai.", WORDS]


@pytest.mark.parametrize("mark", ["f0", "x", "", "f99999999999"])
def test_an_unknown_sentence_is_not_moved(mark, inspection, browse):
    assert move(browse("head"), inspection, mark, "up", 1).status_code == 302
    assert not DraftLine.objects.exists()

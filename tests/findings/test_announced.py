"""What the unit read stands beside its explanation, and in its draft until the conclusion."""

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.actions import conclusions, draft_lines
from findings.models import DraftLine
from inspections.models import Inspection
from reports.datasets import conclusion, draft

READ = "Hồ sơ trả lại chưa kèm phiếu từ chối."
LATER = "CANARY viết lại sau giải trình."
FREE = "Nhìn chung còn chậm."
PAGES = ("draft", "announcement", "explanations", "inspection_findings")


@pytest.fixture
def finding(make, world, explained):
    """Announced in other words than recorded, and explained by the unit."""
    finding = make.finding(explained)
    make.draft_line(finding, text=READ, place=1)
    make.draft_line(of=explained, area=finding.area, text=FREE, place=2)
    make.conclusion(explained, signer=world.head)
    make.announcement(explained, by=world.head)
    make.explanation(explained, on=finding, by=world.official, text="Đã bổ sung.")
    return finding


@pytest.fixture
def later(finding, head):
    """The head says it otherwise for the conclusion."""
    of = finding.inspection
    conclusions.write_conclusion(of, by=head, seen_version=1, assessment=f"{LATER} Đánh giá.")
    free = DraftLine.objects.get(finding=None)
    kept = {"kind": free.kind, "area": free.area}
    draft_lines.revise_line(free, by=head, seen_version=1, text=f"{LATER} Câu tự do.", **kept)
    return draft_lines.reword(finding, by=head, text=LATER, seen_finding=1, seen_version=1)


def told(paper):
    """Every word of a paper or a workbook."""
    return str([getattr(paper, "blocks", None), *(getattr(paper, "__dict__", {}).values())])


def shown(client, name, *parts):
    return client.get(reverse(f"findings:{name}", args=parts)).content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_until_the_conclusion_the_unit_reads_no_later_words(page, later, explained, browse):
    assert "CANARY" not in shown(browse("official"), page, explained.code)


def test_until_the_conclusion_the_unit_reads_the_draft_as_announced(
    later, finding, explained, browse
):
    draft = shown(browse("official"), "draft", explained.code)
    detail = shown(browse("official"), "finding_detail", finding.pk)

    assert (READ in draft, FREE in draft, READ in detail) == (True, True, True)
    assert "CANARY" not in detail


def test_an_announcement_of_before_there_were_lines_keeps_its_words(later, explained, browse):
    announcement = explained.announcements.get()
    del announcement.said["lines"]
    for row in announcement.said["findings"].values():
        del row["place"]
    announcement.save()

    draft = shown(browse("official"), "draft", explained.code)

    assert (READ in draft, "CANARY" in draft) == (True, False)


def test_the_delegation_reads_what_it_writes(later, finding, explained, browse):
    client = browse("head")

    assert LATER in shown(client, "draft", explained.code)
    assert LATER in shown(client, "finding_detail", finding.pk)
    assert "CANARY" in shown(client, "announcement", explained.code)


def test_with_the_conclusion_both_sides_see_what_changed(later, explained, browse):
    Inspection.objects.update(status="concluded")

    for persona in ("official", "head"):
        assert "CANARY" in shown(browse(persona), "announcement", explained.code)


@pytest.mark.parametrize("persona", ["official", "head"])
def test_beside_an_explanation_stand_the_words_the_unit_read(persona, later, explained, browse):
    seen = shown(browse(persona), "explanations", explained.code)

    assert (READ in seen, "CANARY" in seen) == (True, False)


def test_the_conclusion_prints_them_beside_the_explanation(later, explained):
    paper = conclusion.conclusion(explained, as_of=timezone.now(), reader=None)

    assert [row.item for row in paper.explanations] == [READ]
    assert LATER in str(paper.shortcomings)


@pytest.mark.parametrize("made", [conclusion.paper, conclusion.workbook, draft.paper])
@pytest.mark.parametrize(("persona", "reads_later"), [("official", False), ("head", True)])
def test_papers_the_unit_has_made_meanwhile_say_what_was_announced(
    persona, reads_later, made, later, explained, make, world
):
    reader = make.actor(getattr(world, persona))
    reads_later = reads_later and made is not draft.paper

    paper = told(made(explained, as_of=timezone.now(), reader=reader))

    assert (FREE in paper, "CANARY" in paper) == (not reads_later, reads_later)


def test_what_was_never_announced_is_explained_in_its_own_words(make, world, explained, browse):
    finding = make.finding(explained)
    make.draft_line(finding, text=LATER)
    make.explanation(explained, on=finding, by=world.official)

    seen = shown(browse("head"), "explanations", explained.code)

    assert (finding.text in seen, "CANARY" in seen) == (True, False)

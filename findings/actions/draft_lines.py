"""The words of the draft, line by line: reworded, put back, added, moved.

Everything holds the inspection still, as whoever announces or concludes does. A finding's own
record is never touched here.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from inspections.actions.locking import lock
from reform_portal.common import audit
from reform_portal.common.editing import Stale, create_once, save_if_unchanged
from reform_portal.common.workflow import Refused

from ..models import DraftLine, Finding
from ..sentences import free_lines, neighbours, sentences_of
from .conclusions import WRITABLE

UP, DOWN = "up", "down"
GROUP = ("kind", "area")  # what a place counts in


@transaction.atomic
def reword(finding, *, by, text, seen_finding, seen_version=None, submission=None):
    """Say a finding in other words in the draft.

    Stale when somebody reworded it first; Refused when the finding itself was changed since
    `seen_finding`, for the words were written to what it said then.
    """
    row = lock(finding.inspection, *WRITABLE)
    current = Finding.objects.select_related("line").get(pk=finding.pk)
    if current.version != seen_finding:
        raise Refused(
            _(
                "The finding was changed after you opened the page. It now reads: “%(text)s” "
                "Check your words against it, then save again."
            )
            % {"text": current.text}
        )
    own = text == current.text
    values = {"text": "" if own else text, "finding_text": "" if own else current.text}
    line = current.own_line
    if line is None:
        made, _created = create_once(
            DraftLine, submission, inspection=row, finding=current, **values
        )
        audit.record("draft_line.word", made, by=by, text=[current.text, text])
        return made
    if submission and line.submission == submission and line.text == values["text"]:
        return line  # a second click
    if seen_version is None and not line.text:
        seen_version = line.version  # only its place was given meanwhile
    if seen_version is None:
        raise Stale(line)
    return save_if_unchanged(line, seen_version, by=by, verb="draft_line.word", **values)


@transaction.atomic
def put_back(line, *, by, seen_version):
    """Let the draft say the finding in its own words again."""
    lock(line.inspection, *WRITABLE)
    return save_if_unchanged(
        line, seen_version, by=by, verb="draft_line.put_back", text="", finding_text=""
    )


@transaction.atomic
def keep_words(line, *, by, seen_version, seen_finding):
    """The words of the draft still fit the finding, which was changed since they were written."""
    lock(line.inspection, *WRITABLE)
    finding = Finding.objects.get(pk=line.finding_id)
    if finding.version != seen_finding:
        raise Refused(_("The finding was changed once more. Compare both texts again."))
    return save_if_unchanged(
        line, seen_version, by=by, verb="draft_line.keep_words", finding_text=finding.text
    )


@transaction.atomic
def add_line(inspection, *, by, kind, area, text, submission=None):
    """A sentence that belongs to no finding, at the end of its area."""
    row = lock(inspection, *WRITABLE)
    line, created = create_once(
        DraftLine, submission, inspection=row, kind=kind, area=area, text=text
    )
    if created:
        _put_in_order(_around(row, line.mark))
        audit.record("draft_line.add", line, by=by)
        line.refresh_from_db()
    return line


@transaction.atomic
def revise_line(line, *, by, seen_version, **values):
    """Change a sentence that belongs to no finding, unless somebody saved first (Stale).

    In another kind or area it comes last: its place was one among other sentences.
    """
    row = lock(line.inspection, *WRITABLE)
    before = free_lines(row).filter(pk=line.pk).first()
    if before and any(name in values and values[name] != getattr(before, name) for name in GROUP):
        values["place"] = None
    return save_if_unchanged(line, seen_version, by=by, verb="draft_line.revise", **values)


@transaction.atomic
def delete_line(inspection, pk, *, by, seen_version):
    """Take a free sentence out of a draft the unit has not read, unless somebody changed it (Stale).

    After a second click there is nothing left to do.
    """
    row = lock(inspection, *inspection.RECORDING)
    line = free_lines(row).filter(pk=pk).first()
    if line is None:
        return row
    if line.version != seen_version:
        raise Stale(line)
    audit.record("draft_line.delete", row, by=by, line=[line.text, None])
    line.delete()
    return row


@transaction.atomic
def move(inspection, mark, direction, *, by, seen_place):
    """Change places with the sentence above or below in the same area.

    `seen_place` counts from 1 as the person saw it: a second click, or somebody else's move,
    moves nothing further.
    """
    row = lock(inspection, *WRITABLE)
    around = _around(row, mark)
    at = next((at for at, one in enumerate(around) if one.mark == mark), None)
    to = None if at is None else at + (-1 if direction == UP else 1)
    if at != seen_place - 1 or not 0 <= to < len(around):
        raise Refused(_("The order was changed in the meantime. Look at it again, then move."))
    around[at], around[to] = around[to], around[at]
    _put_in_order(around)
    audit.record("draft_line.move", row, by=by, sentence=mark)
    return row


def _around(inspection, mark):
    """The sentences of the same kind and area, in their order; none for an unknown mark."""
    everything = sentences_of(inspection)
    found = [one for one in everything if one.mark == mark]
    return neighbours(everything, found[0]) if found else []


def _put_in_order(sentences):
    """Give each its place. No new version: the words of nobody who is writing are touched."""
    for place, one in enumerate(sentences, start=1):
        if one.line is None:
            DraftLine.objects.create(
                inspection_id=one.finding.inspection_id, finding=one.finding, place=place
            )
        elif one.place != place:
            DraftLine.objects.filter(pk=one.line.pk).update(place=place)

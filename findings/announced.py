"""The draft as the unit read it: the sentences and words of the last announcement."""

from copy import copy
from dataclasses import replace

from django.db.models import OuterRef, Subquery

from inspections.models import Inspection

from . import permissions
from .models import Announcement
from .sentences import sentences_of

AROUND = ("subject", "bases", "opening", "assessment", "implementation")
# Of an inspection: what was announced last, also where that was withdrawn.
LAST_SAID = Subquery(
    Announcement.objects.filter(inspection=OuterRef("pk")).order_by("-number").values("said")[:1]
)


def announced(inspection):
    """The newest announcement that stands, or None."""
    if inspection.status not in inspection.UNIT_READS_FINDINGS:
        return None
    return Announcement.objects.filter(inspection=inspection).order_by("number").last()


def as_announced(sentences, said):
    """The sentences that were announced, in their words and order of that day.

    The head may reword for the conclusion afterwards. Announcements of before there were lines
    did not keep an order.
    """
    told = {f"f{key}": row for key, row in said["findings"].items()}
    told |= {f"l{key}": row for key, row in said.get("lines", {}).items()}
    then = [
        replace(one, words=row["text"], place=row.get("place", one.place))
        for one in sentences
        if (row := told.get(one.mark))
    ]
    return sorted(then, key=lambda sentence: sentence.order)


def words_as_announced(paper, said):
    """The conclusion with the words around its sentences that were announced."""
    then = copy(paper)
    for name in AROUND:
        setattr(then, name, said["words"].get(name, getattr(paper, name)))
    return then


def reads_as_announced(actor, inspection):
    """While the head writes on after the explanation, the unit reads what was announced."""
    is_written = inspection.status == inspection.Status.EXPLAINED
    return is_written and not permissions.reads_drafting(actor, inspection)


def draft_for(actor, inspection):
    """(the conclusion or None, the sentences) of the draft as this person may read them today."""
    paper, now = getattr(inspection, "conclusion", None), sentences_of(inspection)
    told = announced(inspection) if reads_as_announced(actor, inspection) else None
    if told is None:
        return paper, now
    return paper and words_as_announced(paper, told.said), as_announced(now, told.said)


def words_for(actor, finding):
    """What the draft says for a finding, as this person may read it today."""
    if finding.own_line is None or not reads_as_announced(actor, finding.inspection):
        return finding.words
    return words_read(finding.inspection_id).get(finding.pk, finding.text)


def words_read(inspection):
    """{key of a finding: the words the unit explained}; what was never announced is not in it."""
    return words_in(Inspection.objects.filter(pk=inspection).values_list(LAST_SAID, flat=True)[0])


def words_in(said):
    """The words of the findings in what an announcement keeps; none without an announcement."""
    return {int(key): row["text"] for key, row in said["findings"].items()} if said else {}

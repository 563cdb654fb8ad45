"""What the pages of templates show: whose words count, the versions of a series, what differs."""

from dataclasses import dataclass

from django.urls import reverse

from findings.differences import SAME, pieces

from . import choosing
from .built_in import FORMS
from .catalogue import Kind
from .records import PaperTemplate


@dataclass(frozen=True)
class PaperOf:
    """A kind of paper of an issuer: whose words it says, and what is being written."""

    kind: str
    label: str
    url: str
    template: object  # the version in force, of the issuer or of who stands above; None of none
    is_own: bool
    open: object


def address_of(issuer, kind):
    return reverse("reports:template_series", args=[issuer.key, kind])


def papers_of(issuer, day):
    """Every kind of paper of an issuer, in three questions."""
    chain = choosing.chain_from(issuer.unit, issuer.committee)
    standing = PaperTemplate.objects.standing(day, issued_by=chain, kinds=Kind.values)
    drafts = PaperTemplate.objects.filter(issued_by=issuer.key).open()
    waiting = {row.kind: row for row in drafts}
    return [_paper_of(kind, issuer, chain, standing, waiting.get(kind)) for kind in Kind.values]


def _paper_of(kind, issuer, chain, standing, draft):
    template = choosing.nearest(kind, chain, standing).template
    own = template is not None and template.issued_by == issuer.key
    return PaperOf(kind, Kind(kind).label, address_of(issuer, kind), template, own, draft)


def in_force(issuer, kind, day):
    """The wording an issuer's papers of that day have."""
    chain = choosing.chain_from(issuer.unit, issuer.committee)
    return choosing.of_chain(kind, chain, day)


def series_of(issuer, kind, actor):
    """The words in force, the versions with the days they count, the open one."""
    wording = in_force(issuer, kind, actor.day)
    rows = PaperTemplate.objects.filter(issued_by=issuer.key, kind=kind)
    versions = list(rows.select_related("written_by").order_by("-number"))
    begun = sorted(row.valid_from for row in versions if row.status in row.STANDING)
    for row in versions:
        later = [day for day in begun if row.valid_from and day > row.valid_from]
        ends = [day for day in (row.valid_to, *later[:1]) if day]
        row.until = min(ends, default=None) if row.status in row.STANDING else None
        row.counts = row == wording.template
    return {
        "wording": wording,
        "is_own": wording.template is not None and wording.template.issued_by == issuer.key,
        "slots": [(slot.label, wording.texts.get(slot.name, slot.text)) for slot in _slots(kind)],
        "versions": versions,
        "open": next((row for row in versions if row.status in row.OPEN), None),
    }


def slots_of(template, day):
    """(label, pieces, changed) of each slot against the words in force, or the version before."""
    before = _before(template, day)
    found = []
    for slot in _slots(template.kind):
        was, now = (texts.get(slot.name, slot.text) for texts in (before, template.texts))
        read = [(SAME, now)] if was == now else pieces(was, now)
        found.append((slot.label, read, was != now))
    return found


def _before(template, day):
    """The words a version replaces: while it is written those in force, then the version before."""
    series = PaperTemplate.objects.filter(issued_by=template.issued_by, kind=template.kind)
    if template.status in template.STANDING:
        earlier = series.filter(status__in=template.STANDING, valid_from__lt=template.valid_from)
        if row := earlier.order_by("valid_from").last():
            return row.texts
        chain = choosing.chain_of(template.issuer_id, template.committee, template.valid_from)
        return choosing.of_chain(template.kind, chain[1:], template.valid_from).texts
    chain = choosing.chain_of(template.issuer_id, template.committee, day)
    return choosing.of_chain(template.kind, chain, day).texts


def changed(lines):
    """How many lines of a reading say something else."""
    return sum(any(how != SAME for how, _text in line) for line in lines)


def _slots(kind):
    return FORMS[kind].slots

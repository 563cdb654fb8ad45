"""Which words a paper is made with: those in force on its day for its issuer, or for who stands

above it: a committee, the one it replaced, the unit it belongs to, the units above, the portal's.
"""

from dataclasses import dataclass

from reports.datasets import bodies

from .built_in import FORMS
from .catalogue import BUILT_IN
from .filling import filled
from .records import PaperTemplate


@dataclass(frozen=True)
class Wording:
    """The words of a kind of paper: of a template's version, or the portal's own."""

    kind: str
    texts: dict
    label: str = BUILT_IN
    template: object = None  # the PaperTemplate it is, None for the portal's own

    def lines(self, slot, values):
        """The lines of a slot with the fields filled."""
        text = self.texts.get(slot)
        return filled(FORMS[self.kind].built_in[slot] if text is None else text, values)

    def text(self, slot, values):
        """The same as one running text."""
        return " ".join(self.lines(slot, values))


def built_in(kind):
    """What the portal says where no issuer chose otherwise."""
    return Wording(kind, FORMS[kind].built_in)


def worded(template):
    """The words of a version, whatever its state: for a preview as well."""
    return Wording(template.kind, template.texts, template.label, template)


def of_plan(kind, plan, day):
    """For papers of who issued a plan, and of its delegations."""
    return of_chain(kind, chain_of(plan.issuer_id, plan.committee, day), day)


def of_unit(kind, unit_id, day):
    """For papers of a unit: an agency, an authority."""
    return of_chain(kind, chain_of(unit_id, None, day), day)


def chain_of(unit_id, committee, day):
    """Whose words count that day, the nearest first, as `PaperTemplate.issued_by` names them."""
    return chain_from(bodies.version_on(unit_id, day), committee)


def chain_from(version, committee):
    """The same for a unit as it is on the day."""
    found = []
    while committee is not None:
        found.append(f"committee-{committee.pk}")
        committee = committee.replaces
    above = [version.unit_id, *reversed(version.ancestor_ids)]
    return [*found, *(f"unit-{key}" for key in above)]


def nearest(kind, chain, standing):
    """The wording of a kind of paper, of the versions that stand."""
    row = next((standing[key, kind] for key in chain if (key, kind) in standing), None)
    return worded(row) if row else built_in(kind)


def of_chain(kind, chain, day):
    """The same for issuers that are known already."""
    standing = PaperTemplate.objects.standing(day, issued_by=chain, kinds=[kind])
    return nearest(kind, chain, standing)

"""What every change of the tree is made of: hold it, read the last version, place a new one."""

from reform_portal.common.editing import Stale
from reform_portal.common.workflow import Refused
from units import rules
from units.models import Unit

FACTS = ("name", "type", "level", "code", "parent_id", "decision")


def hold_the_tree():
    """Changes of the tree take turns: whoever changes it holds the first unit.

    So does who puts something on a unit that must stand: a post, a seat, a visit, an inspection.
    Otherwise an act in the same moment would end the unit unseen. Held before any other row.
    """
    Unit.objects.select_for_update(no_key=True).order_by("pk").first()


def last_version(unit, seen_version=None):
    """How the unit is, or was last; Stale when that is not what the person had on the screen."""
    last = unit.versions.select_related("unit").latest("valid_from")
    if seen_version is not None and last.pk != seen_version:
        raise Stale(last)
    return last


def refuse(*reasons):
    """Refused with every sentence among these; rules that are kept say None."""
    if found := [reason for reason in reasons if reason]:
        raise Refused(*found)


def refuse_if_broken(draft, today=None):
    """Refused when a rule of versions is broken."""
    refuse(*(sentence for _field, sentence in rules.broken(draft, today)))


def place(draft):
    """Path, province and district from the unit above."""
    draft.stand_below(rules.parent_on(draft))


def facts_of(version):
    """What the record of acts keeps of a version."""
    return {name: getattr(version, name) for name in FACTS}


def changes_between(last, following):
    """Of these facts the ones that differ: {name: [before, after]}."""
    before, after = facts_of(last), facts_of(following)
    return {name: [before[name], after[name]] for name in after if before[name] != after[name]}

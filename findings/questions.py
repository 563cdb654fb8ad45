"""What the pages of findings ask, compiled once (see reform_portal.common.kept)."""

from collections import defaultdict

from reform_portal.common.kept import kept
from reform_portal.common.paging import pages_by_key
from units.models.unit import authority_of

from .models import Evidence, Explanation, Finding, FindingUnit, Recommendation

CHILDREN = 50  # more than anybody reads on one page


@pages_by_key(Finding)
def findings_in_rows(actor, chosen):
    """The list; `chosen` are its filters."""
    return Finding.objects.visible_to(actor).search(day=actor.day, **chosen).in_rows()


@kept
def _units_concerned(finding_ids):
    of_unit = (f"unit_version__{name}" for name in ("type", "name", "level"))
    return FindingUnit.objects.filter(finding__in=finding_ids).values("finding_id", *of_unit)


def units_concerned(finding_ids):
    """The units each finding concerns, as papers name them, by the key of the finding."""
    units = defaultdict(list)
    for row in _units_concerned(finding_ids):
        named = (row[f"unit_version__{name}"] for name in ("type", "name", "level"))
        units[row["finding_id"]].append(authority_of(*named))
    return units


@kept
def findings_of_key(actor, pk):
    """The finding of this key with what its pages print; nothing for those it is closed to."""
    related = ("area", "second_area", "sector", "visit", "line")
    found = Finding.objects.visible_to(actor).filter(pk=pk)
    return found.select_related(
        *related, "inspection__unit_version", "inspection__plan", "inspection__delegation"
    )


@kept
def units_of(finding_id):
    """The units it concerns, from the top of the tree down."""
    found = FindingUnit.objects.filter(finding=finding_id).select_related("unit_version")
    return found.order_by("unit_version__path")[:CHILDREN]


@kept
def evidence_of(finding_id):
    return Evidence.objects.filter(finding=finding_id).select_related("visit")[:CHILDREN]


@kept
def explanations_of(actor, finding_id):
    """What its unit said; at most one."""
    found = Explanation.objects.visible_to(actor).filter(finding=finding_id)
    return found.select_related("written_by")


@kept
def recommendations_from(finding_id):
    return Recommendation.objects.filter(findings=finding_id)[:CHILDREN]

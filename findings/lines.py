"""The rows of the list of findings: what `findings_in_rows` asked, in words."""

from dataclasses import dataclass, replace

from django.utils.html import format_html
from django.utils.translation import gettext as _

from reform_portal.common.addresses import address
from reform_portal.common.lines import Line, shortened
from reform_portal.common.states import state_of
from units.models.unit import authority_of

from .models import Finding
from .questions import units_concerned

LONGEST = 160
NAMED = 3
KIND = Finding._meta.get_field("kind")


@dataclass(frozen=True)
class FindingLine(Line):
    """What was found, where it belongs, whom it concerns, and where it was found."""

    url: str
    text: str
    kind: str
    area: str
    sector: str
    units: str
    inspection_url: str
    inspection: str
    inspected: str


def in_lines(page):
    """The same page with its rows as lines."""
    units = units_concerned([row["id"] for row in page.rows])
    return replace(page, rows=[_line(row, units[row["id"]]) for row in page.rows])


def _line(row, units):
    version = (row[f"inspection__unit_version__{name}"] for name in ("type", "name", "level"))
    code = row["inspection__code"]
    return FindingLine(
        url=address("findings:finding_detail", row["id"]),
        text=shortened(row["text"], LONGEST),
        kind=state_of(KIND, row["kind"]),
        area=f"{row['area__code']} {row['area__name']}",
        sector=row["sector__name"] or "",
        units=first_of(units),
        inspection_url=address("findings:inspection_findings", code),
        inspection=code,
        inspected=authority_of(*version),
    )


def first_of(units):
    """The first three by name, and how many there are."""
    names = ", ".join(units[:NAMED])
    if len(units) <= NAMED:
        return names
    total = _("%(total)s units in all") % {"total": len(units)}
    return format_html("{} <small>{}</small>", names, total)

"""Templates of papers."""

from reports.models import PaperTemplate
from reports.paper_templates.built_in import FORMS

from .units import BEGIN


def paper_template(world, *, kind="plan", committee=True, unit=None, **fields):
    """A version of the committee (or of a unit), in force from the beginning unless said otherwise."""
    texts = FORMS[kind].built_in | fields.pop("texts", {})
    committee = world.committee if committee is True and unit is None else None
    issuer = (unit or world.province).unit
    issued_by = f"committee-{committee.pk}" if committee else f"unit-{issuer.pk}"
    rows = PaperTemplate.objects.filter(issued_by=issued_by, kind=kind)
    values = {
        "kind": kind,
        "province": world.province.unit,
        "issuer": issuer,
        "committee": committee,
        "issued_by": issued_by,
        "issuer_name": str(committee or (unit or world.province).authority),
        "number": rows.count() + 1,
        "reason": "Theo mẫu của tỉnh",
        "texts": texts,
        "written_by": world.planner,
        "status": "in_force",
        "valid_from": BEGIN,
    }
    if fields.get("status") in ("draft", "submitted"):
        values["valid_from"] = None
    row = PaperTemplate.objects.create(**values | fields)
    row.authors.add(row.written_by)
    return row

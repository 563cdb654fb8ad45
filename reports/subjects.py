"""What a report can be about: an inspection, its minutes, a delegation, a plan, a province's year.

A request keeps it as a key ("minutes-5"), with the columns that say whose content it is.
"""

import re
from dataclasses import dataclass

from inspections.models import Delegation, Inspection, Minutes, Plan
from reform_portal.common.kept import kept
from reform_portal.common.text import fold
from units.models import Unit

MODELS = {model._meta.model_name: model for model in (Inspection, Minutes, Delegation, Plan)}
# What its papers and its permissions read with it.
RELATED = {
    "inspection": ("plan__committee", "delegation", "unit_version"),
    "minutes": (
        "inspection__plan__committee",
        "inspection__delegation",
        "inspection__unit_version",
    ),
    "delegation": ("plan__committee",),
    "plan": ("committee",),
}
YEAR = re.compile(r"^year-(\d+)-(\d{4})$")


def _finder(name):
    """Its question in SQL that is made once: every report asks it, in the worker and at the door."""
    rows = MODELS[name].objects.select_related(*RELATED[name])
    return kept(lambda pk: rows.filter(pk=pk))


FINDERS = {name: _finder(name) for name in MODELS}


@dataclass(frozen=True)
class Year:
    """The inspections of a province in a year."""

    province_id: int
    year: int

    @property
    def key(self):
        return f"year-{self.province_id}-{self.year}"


def name_of(subject):
    """Which of the things it is: "inspection", "minutes", "delegation", "plan", "year"."""
    return "year" if isinstance(subject, Year) else subject._meta.model_name


def key_of(subject):
    return subject.key if isinstance(subject, Year) else f"{name_of(subject)}-{subject.pk}"


def find(key):
    """The record of a key, read anew; None when it is gone."""
    if found := YEAR.match(key):
        return Year(int(found[1]), int(found[2]))
    name, _dash, pk = key.partition("-")
    found = FINDERS[name](int(pk))
    return found[0] if found else None


def columns_of(subject):
    """Whose content it is, as the columns of a request."""
    if isinstance(subject, Year):
        return {"province": Unit.objects.get(pk=subject.province_id)}
    if isinstance(subject, Plan):
        return {"province_id": subject.province_id, "plan": subject}
    if isinstance(subject, Delegation):
        of = {"province_id": subject.province_id, "plan_id": subject.plan_id}
        return of | {"delegation": subject}
    inspection = subject.inspection if isinstance(subject, Minutes) else subject
    return {
        "province_id": inspection.province_id,
        "plan_id": inspection.plan_id,
        "delegation_id": inspection.delegation_id,
        "inspection": inspection,
        "unit_id": inspection.unit_id,
    }


def code_of(subject):
    """How files about it begin: KT-2024-001, 80-KH-BCDCCHC, nam-2024."""
    if isinstance(subject, Year):
        return f"nam-{subject.year}"
    if isinstance(subject, Inspection):
        return subject.code
    if isinstance(subject, Minutes):
        return subject.inspection.code
    plan = subject if isinstance(subject, Plan) else subject.plan
    code = plain(plan.reference) or f"ke-hoach-{plan.pk}"
    return code if subject is plan else f"{code}-doan-{subject.pk}"


def plain(text):
    """The letters and numbers of a text, without marks, joined by dashes."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(text))).upper()

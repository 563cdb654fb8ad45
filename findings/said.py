"""What a draft says at a moment, as plain values that can be kept and compared.

{"words": {field: text}, "findings": {key: {field: text}}, "recommendations": {key: {...}}};
every value is a text as a reader sees it, fields are those of `FIELDS`.
"""

from itertools import groupby

from django.utils.translation import gettext_lazy as _

from reform_portal.common.dates import vn_number, vn_short_date

from .models import Finding, Remediation

FIELDS = {
    "words": {
        "subject": _("subject"),
        "bases": _("bases"),
        "opening": _("opening"),
        "assessment": _("general assessment"),
        "implementation": _("carrying out"),
        "report_due": _("remediation report due"),
    },
    "findings": {
        "kind": _("strength or shortcoming"),
        "area": _("reform area"),
        "text": _("what was found"),
        "units": _("units concerned"),
        "cause": _("cause"),
    },
    "recommendations": {
        "number": _("number"),
        "area": _("reform area"),
        "text": _("what must be done"),
        "target": _("target"),
        "due": _("deadline"),
        "basis": _("basis"),
        "units": _("addressees"),
    },
}


def said_in(inspection):
    """What the draft of this inspection says now; three questions, whatever its length.

    A recommendation is said once it has an addressee; without one no draft is announced.
    """
    findings = Finding.objects.filter(inspection=inspection).select_related("area", "second_area")
    return {
        "words": _words(getattr(inspection, "conclusion", None)),
        "findings": {
            str(row.pk): _finding(row) for row in findings.with_units().in_order_of_the_paper()
        },
        "recommendations": dict(_recommendations(inspection)),
    }


def _recommendations(inspection):
    """Each with its addressees, who are what the question asks for."""
    related = ("unit_version", "recommendation__area", "recommendation__second_area")
    rows = Remediation.objects.filter(inspection=inspection).select_related(*related)
    for _number, addressed in groupby(
        rows.order_by("recommendation__number", "pk"), key=lambda row: row.recommendation.number
    ):
        addressed = list(addressed)
        point = addressed[0].recommendation
        yield str(point.pk), _recommendation(point, addressed)


def _words(paper):
    if paper is None:
        return {}
    return {
        "subject": paper.subject,
        "bases": paper.bases,
        "opening": paper.opening,
        "assessment": paper.assessment,
        "implementation": paper.implementation,
        "report_due": _day(paper.remediation_report_due_on),
    }


def _finding(row):
    return {
        "kind": row.kind,
        "area": _areas(row),
        "text": row.text,
        "units": _names(row.finding_units.all()),
        "cause": row.cause,
    }


def _recommendation(row, addressed):
    target = f"{vn_number(row.target)} {row.target_unit}".strip() if row.target is not None else ""
    return {
        "number": str(row.number),
        "area": _areas(row),
        "text": row.text,
        "target": target,
        "due": _day(row.due_on),
        "basis": row.basis,
        "units": _names(addressed),
    }


def _areas(row):
    return "; ".join(str(area) for area in row.areas)


def _names(rows):
    return "; ".join(sorted(row.unit_version.authority for row in rows))


def _day(day):
    return vn_short_date(day) if day else ""

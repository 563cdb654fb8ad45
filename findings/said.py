"""What a draft says at a moment, as plain values that can be kept and compared.

{"words": {field: text}, "findings": {key: {field: text}}, "lines": {...}, "recommendations": {...}};
every value is a text as a reader sees it, fields are those of `FIELDS`; sentences also have the
place they stood at. Announcements before there were free lines have no "lines".
"""

from itertools import groupby

from django.utils.translation import gettext_lazy as _

from reform_portal.common.dates import vn_number, vn_short_date

from .models import Remediation
from .sentences import sentences_of

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
    "lines": {
        "kind": _("strength or shortcoming"),
        "area": _("reform area"),
        "text": _("words of the draft"),
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
    """What the draft of this inspection says now; four questions, whatever its length.

    A recommendation is said once it has an addressee; without one no draft is announced.
    """
    said = list(enumerate(sentences_of(inspection)))
    return {
        "words": _words(getattr(inspection, "conclusion", None)),
        "findings": {
            str(one.finding.pk): _finding(one, place) for place, one in said if one.finding
        },
        "lines": {str(one.line.pk): _line(one, place) for place, one in said if not one.finding},
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


def _finding(sentence, place):
    row = sentence.finding
    return {
        "kind": row.kind,
        "area": _areas(row),
        "text": sentence.words,
        "units": _names(row.finding_units.all()),
        "cause": row.cause,
        "place": place,
    }


def _line(sentence, place):
    return {
        "kind": sentence.kind,
        "area": str(sentence.area),
        "text": sentence.words,
        "place": place,
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

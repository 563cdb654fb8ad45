"""The issued conclusion as its readers get it: whole, or the part of one unit and nothing else."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from inspections import workflow as inspections
from inspections.turns import inspection_turn
from reform_portal.common.access import portal_page
from units.heirs import ending_of

from .. import permissions
from ..actions.announcing import note_reading
from ..actions.reading import note_part_read
from ..models import Finding, FindingUnit, Reading, Remediation
from ..news.permissions import writes
from ..querysets import inspections_read_in_part
from ..sentences import sentences_of
from ..standing import with_answering
from ..summing_up import summing_up
from .findings import SHOWN

STEPS = ("reopen", "close", "reopen_followup")


def conclusion(request, inspection):
    """In short, what must be done by whom until when, the text, the papers, who has read it."""
    readers = _readers(inspection)
    if permissions.reads_for_the_unit(request.actor, inspection):
        readers = _with_reader(readers, request, lambda: note_reading(inspection, by=request.actor))
    tasks = Remediation.objects.filter(inspection=inspection).in_checklist(request.actor)
    ending = ending_of(inspection.unit, request.day)
    known = {inspection.unit_id: ending.heir} if ending else {}
    tasks = with_answering(tasks.with_sums(request.day)[:SHOWN], request.day, known)
    sentences = sorted(sentences_of(inspection), key=lambda sentence: sentence.order_by_area)
    findings = [sentence.finding for sentence in sentences if sentence.finding]
    sums = summing_up(findings, tasks)
    steps = inspections.inspection.available(inspection, request.actor)
    context = {
        "item": inspection,
        "turn": inspection_turn(inspection),
        "steps": [step for step in steps if step.name in STEPS],
        "step_url": "inspections:inspection_step",
        "step_ref": inspection.code,
        "paper": getattr(inspection, "conclusion", None),
        "sentences": sentences[:SHOWN],
        "tasks": tasks,
        "sums": sums,
        "tasks_left_out": sums.tasks - len(tasks),
        "ending": ending,
        "readers": readers,
        "tells_the_public": writes(request.actor, inspection),
    }
    return render(request, "findings/conclusion.html", context)


@portal_page
@require_safe
def part(request, code):
    """What a conclusion on another unit says of the own one, and what that must do.

    Who answers for the inspected unit as well reads all of it.
    """
    readable = inspections_read_in_part(request.actor)
    related = ("unit_version", "delegation", "conclusion")
    inspection = get_object_or_404(readable.select_related(*related), code=code)
    if inspection.unit_id in request.actor.officer_unit_ids:
        return redirect("findings:draft", code)
    own = Remediation.objects.borne_by(request.actor).filter(inspection=inspection)
    rows = with_answering(own.with_page_data().order_by("recommendation__number"), request.day)
    findings = Finding.objects.about_own_units(request.actor).filter(inspection=inspection)
    findings = list(findings.select_related("area", "line").in_order_of_the_paper()[:SHOWN])
    concerned = FindingUnit.objects.filter(finding__in=findings).select_related("unit_version")
    own_units = concerned.filter(unit__in=request.actor.officer_unit_ids).order_by("pk")
    versions = {row.unit_version_id: row.unit_version for row in (*rows, *own_units)}
    readers = _with_reader(
        _readers(inspection).filter(unit_version__in=versions),
        request,
        lambda: note_part_read(inspection, next(iter(versions.values())), by=request.actor),
    )
    context = {
        "item": inspection,
        "paper": getattr(inspection, "conclusion", None),
        "versions": list(versions.values()),
        "rows": rows,
        "findings": findings,
        "readers": readers,
    }
    return render(request, "findings/conclusion_part.html", context)


def _readers(inspection):
    """Of the inspected unit first, then of others that the conclusion concerns."""
    readings = Reading.objects.filter(inspection=inspection, announcement=None)
    return readings.select_related("person", "unit_version").order_by("-unit_version", "id")


def _with_reader(readers, request, note):
    """The readings with that of this person, noted where it is the first."""
    if request.actor.person_id in {reading.person_id for reading in readers}:
        return readers
    note()
    return readers.all()

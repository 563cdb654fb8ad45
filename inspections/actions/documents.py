"""Documents: asked for one by one, sent by the unit, accepted or returned, taken as one archive."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from inspections import filing
from inspections.models import DocumentFile, DocumentRequest, Inspection
from inspections.rules import documents as rules
from inspections.workflow_before import document as flow
from reform_portal.common import audit, uploads
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.workflow import Refused

from .locking import lock, require_state

audit.name_verbs(
    document__ask=_("Asked for a document"),
    document__edit=_("Changed what is asked for"),
    document__take_all=_("Took all received files as one archive"),
)


@transaction.atomic
def ask_for(inspection, *, by, submission=None, **values):
    """Ask the unit for one more document."""
    row = lock(inspection, *Inspection.BEFORE_CONCLUSION)
    last = DocumentRequest.objects.filter(inspection=row).aggregate(last=Max("ordinal"))["last"]
    made, created = create_once(
        DocumentRequest,
        submission,
        inspection=row,
        computed={
            "ordinal": (last or 0) + 1,
            "asked_by_id": by.person_id,
            "asked_on": by.day,
        },
        **values,
    )
    if created:
        audit.record("document.ask", row, by=by, note=str(made))
    return made


@transaction.atomic
def edit_document(document, seen_version, *, by, **values):
    """Other words or another day, while the unit has not sent it."""
    row = lock(document.inspection, *Inspection.BEFORE_CONCLUSION)
    require_state(DocumentRequest.objects.get(pk=document.pk), DocumentRequest.WITH_THE_UNIT)
    saved = save_if_unchanged(document, seen_version, by=by, verb="document.edit", **values)
    audit.record("document.edit", row, by=by, note=str(saved))
    return saved


@transaction.atomic
def send_file(document, *, by, accepted):
    """A file of the unit, filed under a name of its own. An earlier one stays in the store."""
    row = lock(document.inspection, *Inspection.BEFORE_CONCLUSION)
    held = DocumentRequest.objects.select_for_update().get(pk=document.pk)
    if not flow.steps["receive"].allow(by, document):
        raise PermissionDenied
    require_state(held, flow.steps["receive"].sources)
    columns = accepted.columns()
    content = columns.pop("file")
    edition = (held.files.aggregate(last=Max("edition"))["last"] or 0) + 1
    ending = uploads.ENDINGS[accepted.content_type][0]
    stored = default_storage.save(f"documents/{content.name}", content)
    try:
        sent = DocumentFile.objects.create(
            request=held,
            edition=edition,
            name=filing.filed_name(row.code, held.ordinal, held.title, edition, ending),
            file=stored,
            sent_by_id=by.person_id,
            sent_on=by.day,
            **columns,
        )
        flow.take("receive", held, by=by, note=sent.name)
    except Exception:
        default_storage.delete(stored)
        raise
    audit.record("document.receive", row, by=by, note=sent.name)
    return sent


@transaction.atomic
def move_document(document, step, *, by, note=""):
    """Accept, return, withdraw, ask again; told on the inspection too."""
    if not flow.steps[step].allow(by, document):
        raise PermissionDenied
    row = lock(document.inspection, *Inspection.BEFORE_CONCLUSION)
    moved = flow.take(step, document, by=by, note=note)
    audit.record(f"document.{step}", row, by=by, note=f"{moved}. {note}" if note else str(moved))
    return moved


@dataclass(frozen=True)
class Filed:
    """A file as it lies in the archive."""

    name: str
    day: date
    file: File
    size: int


@transaction.atomic
def take_all(inspection, *, by):
    """All received files, for one archive; Refused when there are none or too much."""
    files = [
        Filed(one.name, one.sent_on, one.file, one.size)
        for one in DocumentFile.objects.handed_in(inspection)
    ]
    report = getattr(inspection, "self_report", None)
    if report and report.file:
        ending = uploads.ENDINGS.get(report.content_type, (".pdf",))[0]
        name = filing.filed_name(inspection.code, 0, "Báo cáo của đơn vị", 1, ending)
        files.insert(0, Filed(name, report.received_on or by.day, report.file, report.size))
    checks = (
        rules.there_is_something_to_take,
        rules.fits_into_one_archive,
        rules.all_are_in_the_store,
    )
    if reasons := [sentence for check in checks if (sentence := check(files))]:
        raise Refused(*reasons)
    audit.record("document.take_all", inspection, by=by, note=", ".join(one.name for one in files))
    return files

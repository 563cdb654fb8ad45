"""The unit's own report, and what the delegation asks about it."""

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from inspections.models import ClarifyingQuestion, Inspection, QuestionMessage, SelfReport
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged

from .locking import lock
from .questions import require_open

audit.name_verbs(
    self_report__set=_("Asked for the self-report"),
    self_report__edit=_("Changed the self-report's entry"),
    self_report__file=_("Filed the self-report"),
    question__create=_("Asked a clarifying question"),
    question__answer=_("Answered a clarifying question"),
)


@transaction.atomic
def set_self_report(inspection, seen_version, *, by, accepted=None, **values):
    """Enter what is asked for, and file the report itself when `accepted` holds one.

    `seen_version` is None for the first entry. An earlier file stays in the store; the history
    keeps the hash of both.
    """
    row = lock(inspection, *Inspection.BEFORE_CONCLUSION)
    report = SelfReport.objects.filter(inspection=row).first()
    if report is None:
        report = SelfReport.objects.create(inspection=row, **values)
        audit.record("self_report.set", row, by=by, note=str(report))
        seen_version = report.version
    if accepted is None:
        return _save(report, row, seen_version, by=by, verb="self_report.edit", **values)
    columns = accepted.columns()
    stored = default_storage.save(f"self-reports/{columns['file'].name}", columns.pop("file"))
    values = {**values, **columns, "file": stored}
    values["received_on"] = values.get("received_on") or by.day
    try:
        return _save(report, row, seen_version, by=by, verb="self_report.file", **values)
    except Exception:
        default_storage.delete(stored)
        raise


def _save(report, inspection, seen_version, *, by, verb, **values):
    changed = any(getattr(report, name) != value for name, value in values.items())
    if not changed:
        return report
    saved = save_if_unchanged(report, seen_version, by=by, verb=verb, **values)
    audit.record(verb, inspection, by=by, note=saved.file_name if "file" in values else "")
    return saved


@transaction.atomic
def ask(inspection, *, by, question, submission=None):
    """Put a question to the unit about its report."""
    row = lock(inspection, *Inspection.BEFORE_CONCLUSION)
    asked, created = create_once(
        ClarifyingQuestion,
        submission,
        inspection=row,
        question=question,
        asked_by_id=by.person_id,
        asked_on=by.day,
    )
    if created:
        asked.messages.create(
            kind=QuestionMessage.Kind.QUESTION, text=question, by_id=by.person_id, said_on=by.day
        )
        audit.record("question.create", row, by=by)
    return asked


@transaction.atomic
def answer(question, seen_version, *, by, answer):
    """Answer a question, or add to the answer, while it is open; Stale when somebody else did."""
    row = lock(question.inspection, *Inspection.BEFORE_CONCLUSION)
    require_open(question)
    saved = save_if_unchanged(
        question,
        seen_version,
        by=by,
        verb="question.answer",
        answer=answer,
        answered_by_id=by.person_id,
        answered_on=by.day,
        awaits_unit=False,
    )
    saved.messages.create(
        kind=QuestionMessage.Kind.ANSWER, text=answer, by_id=by.person_id, said_on=by.day
    )
    audit.record("question.answer", row, by=by)
    return saved

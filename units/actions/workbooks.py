"""A workbook is sent, tried, and imported: what people may do with lists of units and people."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reform_portal.common import audit
from reform_portal.common.workflow import Refused
from units.models import Workbook, WorkbookRow
from units.models.workbook import KEPT_FOR
from units.workbooks import importing
from units.workbooks.exporting import rows_on
from units.workbooks.writing import write

audit.name_verbs(
    workbook__send=_("Sent a workbook"),
    workbook__import=_("Imported a workbook"),
    workbook__give_out=_("Took units, people and committees away as a workbook"),
)
BATCH = 1000
Outcome = WorkbookRow.Outcome


@transaction.atomic
def send(accepted, *, by):
    """Keep a workbook with what its dry run found. The sender's earlier ones make room for it."""
    result = importing.rehearse(accepted.content, by=by)
    _make_room(by)
    row = Workbook.objects.create(
        sent_by=by.user,
        file_name=accepted.name,
        sha256=accepted.sha256,
        content=accepted.content,
        **_counts(result),
    )
    _write_rows(row, result)
    audit.record("workbook.send", row, by=by, sha256=row.sha256, **_counts(result))
    return row


def import_workbook(workbook, *, by):
    """Carry out what the dry run showed, all of it or nothing. Returns the workbook.

    Refused when something would now happen that was not shown; the new dry run is then kept.
    """
    with transaction.atomic():
        row = Workbook.objects.select_for_update().get(pk=workbook.pk)
        if row.imported_at:
            return row  # a second click
        if not row.may_be_imported:
            raise Refused(
                _("This workbook has wrong rows or nothing to import. Mend it and send it anew.")
            )
        result = importing.carry_out(bytes(row.content), by=by, agreed=_shown(row))
        if result.kept:
            row.imported_at, row.content = timezone.now(), b""
            row.save(update_fields=["imported_at", "content"])
            audit.record("workbook.import", row, by=by, sha256=row.sha256, **_counts(result))
        else:
            Workbook.objects.filter(pk=row.pk).update(**_counts(result))
            row.rows.all().delete()
            _write_rows(row, result)
    if not result.kept:
        raise Refused(
            _("Since the dry run something changed in the portal; nothing was imported. "
              "Below is what would happen now: check it and confirm again.")
        )  # fmt: skip
    return row


def give_out(day, provinces, *, by):
    """The bytes of a workbook of that day; who took whose people away is recorded."""
    content = write(rows_on(day, provinces))
    taken = "all" if provinces is None else sorted(provinces)
    audit.record("workbook.give_out", by.user, by=by, as_on=str(day), provinces=taken)
    return content


def forget_old():
    """Workbooks older than a day go: they hold names, addresses and telephone numbers."""
    Workbook.objects.sent_before(timezone.now() - KEPT_FOR).delete()


def _counts(result):
    return {outcome.value: result.count(outcome) for outcome in Outcome}


def _shown(workbook):
    columns = ("sheet", "number", "outcome", "title", "remarks")
    return list(workbook.rows.order_by("id").values_list(*columns))


def _write_rows(workbook, result):
    WorkbookRow.objects.bulk_create(
        [
            WorkbookRow(
                workbook=workbook,
                sheet=sheet,
                number=number,
                outcome=outcome,
                title=title,
                remarks=remarks,
            )
            for sheet, number, outcome, title, remarks in result.told
        ],
        batch_size=BATCH,
    )


def _make_room(by):
    """One workbook a person waits at a time, none for longer than a day."""
    Workbook.objects.filter(sent_by=by.user).delete()
    forget_old()

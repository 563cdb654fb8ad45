"""A workbook is sent, tried, and imported: what people may do with lists of units and people.

A worker does the long part (units/workbooks/queue.py); here it is asked for.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from reform_portal.common import audit
from reform_portal.common.workflow import Refused
from units.models import Workbook
from units.models.workbook import KEPT_FOR
from units.workbooks.exporting import rows_on, written
from units.workbooks.queue import QUEUE

audit.name_verbs(
    workbook__send=_("Sent a workbook"),
    workbook__import=_("Imported a workbook"),
    workbook__give_out=_("Took units, people and committees away as a workbook"),
)


@transaction.atomic
def send(accepted, *, by):
    """Keep a workbook for its dry run. The sender's earlier ones make room for it."""
    _make_room(by)
    row = Workbook.objects.create(
        sent_by=by.user,
        asked_at=timezone.now(),
        language=get_language(),
        file_name=accepted.name,
        sha256=accepted.sha256,
        content=accepted.content,
    )
    QUEUE.ring(row)
    audit.record("workbook.send", row, by=by, sha256=row.sha256)
    return row


@transaction.atomic
def import_workbook(workbook, *, by):
    """Have what the dry run showed carried out, all of it or nothing. Returns the workbook.

    When something would then happen that was not shown, nothing does; the new dry run is kept.
    """
    row = Workbook.objects.visible_to(by).select_for_update().get(pk=workbook.pk)
    if row.imported_at or (row.is_open and row.is_import):
        return row  # a second click
    if not row.may_be_imported:
        raise Refused(
            _("This workbook has wrong rows or nothing to import. Mend it and send it anew.")
        )
    QUEUE.ask_again(row, work=Workbook.Work.IMPORT)
    return row


def give_out(day, provinces, *, by):
    """The bytes of a workbook of that day; who took whose people away is recorded."""
    content = written(rows_on(day, provinces))
    taken = "all" if provinces is None else sorted(provinces)
    audit.record("workbook.give_out", by.user, by=by, as_on=str(day), provinces=taken)
    return content


def forget_old():
    """Workbooks older than a day go: they hold names, addresses and telephone numbers."""
    Workbook.objects.sent_before(timezone.now() - KEPT_FOR).droppable().delete()


def _make_room(by):
    """One workbook a person waits at a time, none for longer than a day."""
    own = Workbook.objects.filter(sent_by=by.user)
    if running := own.being_imported().first():
        raise Refused(
            _("%(file)s is still being imported. Wait until it is done, then send the next file.")
            % {"file": running}
        )
    own.delete()
    forget_old()

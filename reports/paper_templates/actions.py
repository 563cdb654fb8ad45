"""Writing versions of templates, putting them in force, going back to the words from above."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reform_portal.common import audit
from reform_portal.common.dates import vn_date
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.workflow import Refused
from units.models import Unit

from .records import PaperTemplate
from .workflow import paper_template as flow

audit.name_verbs(
    paper_template__draft=gettext_lazy("Drafted a template"),
    paper_template__edit=gettext_lazy("Changed the draft of a template"),
)


@transaction.atomic
def draft_template(issuer, kind, *, by, submission=None, **values):
    """The next version of an issuer's words for a kind of paper; one draft at a time."""
    Unit.objects.select_for_update().get(pk=issuer.unit.unit_id)  # one number for each
    rows = PaperTemplate.objects.filter(issued_by=issuer.key, kind=kind)
    rows = rows.exclude(submission=submission) if submission else rows  # a second click
    if other := rows.open().first():
        raise Refused(_("%(other)s is still open. Change that one.") % {"other": other})
    last = rows.aggregate(last=Max("number"))["last"]
    made, created = create_once(
        PaperTemplate,
        submission,
        kind=kind,
        province_id=issuer.unit.province_id,
        issuer_id=issuer.unit.unit_id,
        committee=issuer.committee,
        issued_by=issuer.key,
        computed={
            "number": (last or 0) + 1,
            "issuer_name": str(issuer),
            "written_by_id": by.person_id,
        },
        **values,
    )
    if created:
        made.authors.add(by.person_id)
        audit.record("paper_template.draft", made, by=by, note=made.reason)
    return made


@transaction.atomic
def edit_template(template, seen_version, *, by, **values):
    """Other words in a draft; Stale when somebody saved first."""
    row = PaperTemplate.objects.select_for_update().get(pk=template.pk)
    if not row.is_editable:
        raise Refused(
            _("%(template)s is “%(state)s” and is not edited any more. Write a new version.")
            % {"template": row, "state": row.get_status_display()}
        )
    saved = save_if_unchanged(
        row,
        seen_version,
        by=by,
        verb="paper_template.edit",
        written_by_id=by.person_id,
        **values,
    )
    saved.authors.add(by.person_id)
    return saved


def put_in_force(template, *, by, valid_from):
    """From a day on, tomorrow at the earliest: papers of today may be made already."""
    _require_ahead(valid_from, by)
    return flow.take("enforce", template, by=by, valid_from=valid_from)


def go_back_to_inherited(template, *, by, valid_to):
    """From that day on the words of who stands above count again."""
    _require_ahead(valid_to, by)
    return flow.take("end", template, by=by, valid_to=valid_to)


def take_step(template, name, *, by, note=""):
    """A step without a day of its own; what has begun is not taken back."""
    if name == "recall" and template.valid_from and template.valid_from <= by.day:
        raise Refused(
            _("It is in effect since %(day)s, and papers were made with it. Write a new version.")
            % {"day": vn_date(template.valid_from)}
        )
    return flow.take(name, template, by=by, note=note)


def _require_ahead(day, by):
    if day <= by.day:
        raise Refused(
            _(
                "Papers of today may have been made already, so words change from tomorrow on. "
                "Choose %(tomorrow)s or later."
            )
            % {"tomorrow": vn_date(by.day + timedelta(days=1))}
        )

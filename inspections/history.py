"""The acts a page shows: what was done to a record, as far as its reader may know."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from reform_portal.common.kept import kept
from reform_portal.common.models import AuditEntry

from . import permissions

SHOWN = 50
# What the inspected unit learns before the draft is announced. Everything else could tell it
# what was found, and notes of steps back say why.
TOLD_TO_THE_UNIT = (
    "inspection.schedule",
    "inspection.edit",
    "inspection.move",
    "visit.move",
    "visit.cancel",
    "inspection.start",
    "inspection.cancel",
    "inspection.restore",
    "inspection.withdraw_draft",
    "notice.issue",
    "notice.acknowledge",
    "inspection.end_check",
    "inspection.resume_check",
    "document.ask",
    "document.edit",
    "document.receive",
    "document.accept",
    "document.return",
    "document.withdraw",
    "document.ask_again",
    "self_report.set",
    "self_report.edit",
    "self_report.file",
    "self_report.submit",
    "self_report.withdraw",
    "self_report.return",
    "question.create",
    "question.answer",
    "question.follow_up",
    "question.settle",
    "question.reopen",
)
# How the draft was written and reviewed stays with those who did it, also after the announcement.
OF_DRAFTING = Q(verb__startswith="draft_line.")
OF_DRAFTING |= Q(verb__startswith="review.") | Q(verb__startswith="comment.")

# A plan that came back says why in a note; units it names learn only that it was approved.
TOLD_OF_A_PLAN = ("plan.approve",)


@kept
def _acts(kind_id, pk):
    return AuditEntry.objects.filter(content_type=kind_id, object_id=pk).order_by("-id")[:SHOWN]


@kept
def _acts_told_to_the_unit(kind_id, pk):
    found = AuditEntry.objects.filter(content_type=kind_id, object_id=pk)
    return found.filter(verb__in=TOLD_TO_THE_UNIT).order_by("-id")[:SHOWN]


@kept
def _acts_but_drafting(kind_id, pk):
    found = AuditEntry.objects.filter(content_type=kind_id, object_id=pk)
    return found.exclude(OF_DRAFTING).order_by("-id")[:SHOWN]


def acts_on(obj):
    """The newest acts on a record."""
    return _acts(ContentType.objects.get_for_model(obj).pk, obj.pk)


def acts_on_plan(plan, actor):
    """The newest acts on a plan that this person may know of."""
    entries = AuditEntry.objects.about(plan)
    if not permissions.reads_province(actor, plan):
        entries = entries.filter(verb__in=TOLD_OF_A_PLAN)
    return entries[:SHOWN]


def acts_on_inspection(inspection, actor):
    """The newest acts on an inspection that this person may know of."""
    if permissions.reads_drafting(actor, inspection):
        return acts_on(inspection)
    reads = permissions.reads_fieldwork(actor, inspection)
    told = _acts_but_drafting if reads else _acts_told_to_the_unit
    return told(ContentType.objects.get_for_model(inspection).pk, inspection.pk)

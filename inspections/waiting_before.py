"""What waits before a visit, for the start page: notices and documents."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from reform_portal.common.roles import Role
from reform_portal.common.waiting import Waiting, register

from . import notices
from .models import DocumentRequest, Inspection, Notice
from .querysets import own_delegations
from .waiting import MOST

N = Notice.Status


@register
def notices_to_issue(actor):
    """For Home Affairs: units that are not told yet that they will be inspected."""
    if not actor.is_a(Role.PLANNER):
        return []
    mine = Inspection.objects.filter(province_id__in=actor.province_ids)
    untold = notices.to_announce(mine, actor.day).select_related("unit_version")
    rows = list(untold.order_by("starts_on", "pk")[:MOST])
    days = notices.due_days(rows)
    return [
        Waiting(
            title=_("Notice to the unit: %(inspection)s") % {"inspection": row},
            url=reverse("inspections:preparation", args=[row.code]),
            action=_("Prepare and issue"),
            about=_("The inspection begins on %(day)s.") % {"day": vn_date(row.starts_on)},
            due_on=days[row.pk],
        )
        for row in rows
    ]


@register
def notices_to_follow(actor):
    """For Home Affairs: revisions to issue, and notices the unit should have acknowledged."""
    if not actor.is_a(Role.PLANNER):
        return []
    mine = Notice.objects.filter(inspection__province_id__in=actor.province_ids)
    revisions = mine.filter(status=N.DRAFTED, revision__gt=0)
    live = mine.unacknowledged().filter(inspection__status=Inspection.Status.PLANNED)
    late = live.filter(acknowledge_by__lt=actor.day)
    related = "inspection__unit_version"
    return [_to_issue(row) for row in revisions.select_related(related).order_by("pk")[:MOST]] + [
        _to_chase(row) for row in late.select_related(related).order_by("acknowledge_by")[:MOST]
    ]


def _to_issue(notice):
    return Waiting(
        title=_("Revised notice: %(inspection)s") % {"inspection": notice.inspection},
        url=notice.get_absolute_url(),
        action=_("Complete and issue"),
        about=notice.changes,
        due_on=notice.inspection.starts_on,
    )


def _to_chase(notice):
    return Waiting(
        title=_("Not acknowledged: notice %(notice)s") % {"notice": notice},
        url=notice.get_absolute_url(),
        action=_("Chase the unit"),
        about=str(notice.inspection),
        due_on=notice.acknowledge_by,
    )


@register
def notices_to_acknowledge(actor):
    """For the unit: what Home Affairs told it and it has not said to know."""
    if not actor.is_a(Role.OFFICIAL):
        return []
    mine = (
        Notice.objects.visible_to(actor)
        .unacknowledged()
        .filter(
            Q(inspection__status=Inspection.Status.PLANNED)
            | Q(inspection__status=Inspection.Status.CANCELLED, occasion=Notice.Occasion.CANCELLED),
            inspection__unit_id__in=actor.officer_unit_ids,
        )
    )
    found = mine.select_related("inspection__unit_version").order_by("acknowledge_by", "pk")
    return [
        Waiting(
            title=_("Notice of the inspection %(code)s") % {"code": row.inspection.code},
            url=row.get_absolute_url(),
            action=_("Read and acknowledge"),
            about=row.get_occasion_display(),
            due_on=row.acknowledge_by,
        )
        for row in found[:MOST]
    ]


@register
def documents_to_send(actor):
    """For the unit: what it was asked for and has not sent, or has to send anew."""
    if not actor.is_a(Role.OFFICIAL):
        return []
    mine = DocumentRequest.objects.visible_to(actor).filter(
        inspection__unit_id__in=actor.officer_unit_ids,
        inspection__status__in=Inspection.BEFORE_CONCLUSION,
        status__in=DocumentRequest.WITH_THE_UNIT,
    )
    return [
        _document(row, _("Send the file"))
        for row in mine.select_related("inspection").order_by("due_on", "pk")[:MOST]
    ]


@register
def documents_to_judge(actor):
    """For the delegation: what the unit sent and nobody has read."""
    if not actor.is_a(Role.INSPECTOR):
        return []
    sent = DocumentRequest.objects.filter(
        inspection__delegation__in=own_delegations(actor.person_id),
        inspection__status__in=Inspection.BEFORE_CONCLUSION,
        status=DocumentRequest.Status.RECEIVED,
    )
    return [
        _document(row, _("Read and judge"))
        for row in sent.select_related("inspection").order_by("pk")[:MOST]
    ]


def _document(row, action):
    return Waiting(
        title=_("Document for the inspection %(code)s") % {"code": row.inspection.code},
        url=row.get_absolute_url(),
        action=action,
        about=f"{row} ({row.get_status_display()})",
        due_on=row.due_on,
    )

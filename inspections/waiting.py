"""What waits in plans and inspections, for the start page."""

from datetime import datetime, time, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from reform_portal.common.models import AuditEntry
from reform_portal.common.roles import Role
from reform_portal.common.waiting import Waiting, register

from . import schedule
from .issuers import below_posts, leads_a_province
from .models import ClarifyingQuestion, Delegation, Inspection, Plan
from .querysets import NOTHING, own_delegations

MOST = 10
# Changes of the schedule stand on the start page of those concerned for so long.
TOLD_FOR = timedelta(days=7)
# Home Affairs is told of decisions to be taken so long before the first visit.
ESTABLISHED_AHEAD = timedelta(days=21)
CHANGES = ("visit.move", "visit.cancel", "inspection.move", "inspection.cancel")


@register
def plans_to_approve(actor):
    """For a committee leader: plans that were submitted."""
    if not actor.is_a(Role.CHAIR):
        return []
    submitted = Plan.objects.filter(status=Plan.Status.SUBMITTED)
    own = submitted.filter(committee=None, province_id__in=actor.province_ids)
    if not leads_a_province(actor):
        own = own.filter(issuer_id__in=below_posts(own.values("issuer_id"), actor))
    found = own | submitted.filter(committee__in=actor.chaired_committee_ids)
    return [
        Waiting(
            title=_("Plan %(plan)s waits for approval") % {"plan": plan},
            url=plan.get_absolute_url(),
            action=_("Read and decide"),
            about=plan.title,
        )
        for plan in found.order_by("pk")[:MOST]
    ]


@register
def plans_to_mend_and_schedule(actor):
    """For Home Affairs: plans that came back, and plans with units nobody has scheduled."""
    if not actor.is_a(Role.PLANNER):
        return []
    plans = Plan.objects.filter(province_id__in=actor.province_ids)
    # Work under a plan is done in the plan's year: what is left of an old one stays left.
    current = plans.filter(year__gte=actor.day.year)
    to_schedule = current.with_units_to_schedule(actor).order_by("-pk")
    returned = plans.filter(status=Plan.Status.RETURNED).order_by("pk")
    return [_to_mend(plan) for plan in returned[:MOST]] + [
        _to_schedule(plan) for plan in to_schedule[:MOST]
    ]


def _to_mend(plan):
    return Waiting(
        title=_("Plan %(plan)s was returned") % {"plan": plan},
        url=plan.get_absolute_url(),
        action=_("Mend and submit"),
        about=plan.title,
    )


def _to_schedule(plan):
    return Waiting(
        title=_("Plan %(plan)s has units to schedule") % {"plan": plan},
        url=plan.get_absolute_url(),
        action=_("Schedule"),
        about=plan.title,
    )


@register
def delegations_to_establish(actor):
    """For Home Affairs: delegations that soon inspect, and that no decision established yet."""
    if not actor.is_a(Role.PLANNER):
        return []
    seen = Inspection.objects.visible_to(actor).filter(status="planned", starts_on__gte=actor.day)
    planned = Q(inspections__in=seen)
    found = Delegation.objects.filter(province_id__in=actor.province_ids, decision="")
    soon = found.annotate(first=Min("inspections__starts_on", filter=planned)).filter(
        first__lte=actor.day + ESTABLISHED_AHEAD
    )
    rows = list(soon.select_related("plan").order_by("first", "pk")[:MOST])
    due = schedule.due_days({row.pk: ("establishing", row.plan_id, row.first) for row in rows})
    return [_to_establish(row, due[row.pk]) for row in rows]


def _to_establish(row, due_on):
    return Waiting(
        title=_("Decision on %(delegation)s of %(plan)s") % {"delegation": row, "plan": row.plan},
        url=reverse("inspections:delegation_edit", args=[row.pk]),
        action=_("Enter the decision"),
        about=_("It inspects from %(day)s and was not established by a decision yet.")
        % {"day": vn_date(row.first)},
        due_on=due_on,
    )


@register
def inspections_to_carry_out(actor):
    """For a delegation: inspections that are scheduled or under way."""
    if not actor.is_a(Role.INSPECTOR):
        return []
    found = Inspection.objects.visible_to(actor).filter(
        delegation__in=own_delegations(actor.person_id),
        status__in=(Inspection.Status.PLANNED, Inspection.Status.ON_SITE),
    )
    return [
        Waiting(
            title=str(inspection),
            url=inspection.get_absolute_url(),
            action=_("Open the inspection"),
            about=inspection.get_status_display(),
            due_on=inspection.starts_on if inspection.status == "planned" else inspection.ends_on,
        )
        for inspection in found.select_related("unit_version").order_by("starts_on", "pk")[:MOST]
    ]


@register
def changes_of_the_schedule(actor):
    """For the delegation, the unit and Home Affairs: what others moved or cancelled lately."""
    concerned = NOTHING
    if actor.is_a(Role.INSPECTOR):
        concerned |= Q(delegation__in=own_delegations(actor.person_id))
    if actor.is_a(Role.OFFICIAL):
        concerned |= Q(unit_id__in=actor.officer_unit_ids)
    if actor.is_a(Role.PLANNER):
        concerned |= Q(province_id__in=actor.province_ids)
    if concerned == NOTHING:
        return []
    since = datetime.combine(actor.day - TOLD_FOR, time.min, timezone.get_current_timezone())
    told = AuditEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Inspection),
        object_id__in=Inspection.objects.visible_to(actor).filter(concerned).values("pk"),
        verb__in=CHANGES,
        at__gte=since,
    ).exclude(actor=actor.user)
    return [_changed(entry) for entry in told.order_by("-id")[:MOST]]


def _changed(entry):
    """The subject of an act on an inspection begins with its code."""
    return Waiting(
        title=_("The schedule changed: %(inspection)s") % {"inspection": entry.subject},
        url=reverse("inspections:inspection_detail", args=[entry.subject.split()[0]]),
        action=_("Open the inspection"),
        about=f"{entry.label}: {entry.note}",
    )


@register
def self_reports_to_file(actor):
    """For the inspected unit: self-reports that were asked for, and questions without an answer."""
    if not actor.is_a(Role.OFFICIAL):
        return []
    mine = Inspection.objects.visible_to(actor).filter(unit_id__in=actor.officer_unit_ids)
    unfiled = mine.filter(
        status__in=Inspection.BEFORE_FIELDWORK_ENDS,
        self_report__isnull=False,
        self_report__received_on=None,
    )
    related = unfiled.select_related("self_report").order_by("self_report__due_on", "pk")
    asked = ClarifyingQuestion.objects.unanswered().filter(
        inspection__in=mine.filter(status__in=Inspection.BEFORE_CONCLUSION)
    )
    return [_to_file(inspection) for inspection in related[:MOST]] + [
        _to_answer(question) for question in asked.select_related("inspection")[:MOST]
    ]


def _to_file(inspection):
    report = inspection.self_report
    return Waiting(
        title=_("Self-report for the inspection %(code)s") % {"code": inspection.code},
        url=reverse("inspections:report_outline", args=[inspection.code]),
        action=_("Write and submit"),
        about=report.title,
        due_on=report.due_on,
    )


def _to_answer(question):
    return Waiting(
        title=_("A question in the inspection %(code)s") % {"code": question.inspection.code},
        url=reverse("inspections:question_answer", args=[question.pk]),
        action=_("Answer"),
        about=str(question),
    )

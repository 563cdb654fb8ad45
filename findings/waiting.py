"""What waits in findings, explanations and remediation, for the start page."""

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from inspections import schedule
from inspections.models import Course, DelegationMember, Inspection
from reform_portal.common.roles import Role
from reform_portal.common.waiting import Waiting, register

from .models import Explanation, Extension, Reading, Remediation, Review
from .querysets import inspections_read_by, inspections_read_in_part

MOST = 10
S = Inspection.Status
R = Remediation.Status


@register
def drafts_to_explain(actor):
    """The unit explains the announced draft."""
    if not actor.is_a(Role.OFFICIAL):
        return []
    announced = Inspection.objects.filter(
        unit__in=actor.officer_unit_ids, status=S.ANNOUNCED
    ).select_related("unit_version")
    return [
        Waiting(
            title=_("Draft of %(inspection)s") % {"inspection": row},
            url=reverse("findings:explanations", args=[row.code]),
            action=_("Explain"),
            about=_("The unit explains the findings, then sends its explanation."),
            due_on=row.explanation_due_on,
        )
        for row in announced.order_by("explanation_due_on", "id")[:MOST]
    ]


@register
def conclusions_to_read(actor):
    """Somebody of the unit has not read an issued conclusion yet, or the own part of one."""
    if not actor.is_a(Role.OFFICIAL):
        return []
    mine = inspections_read_by(actor).filter(unit__in=actor.officer_unit_ids)
    whole, part = (
        Q(pk__in=mine.values("pk")),
        Q(pk__in=inspections_read_in_part(actor).values("pk")),
    )
    read = Reading.objects.filter(inspection=OuterRef("pk"), announcement=None)
    rows = Inspection.objects.filter(whole | part, ~Exists(read.filter(person=actor.person_id)))
    unread = rows.filter(status=S.CONCLUDED, course=Course.WRITTEN).select_related("unit_version")
    return [_to_read(row, actor) for row in unread.order_by("-starts_on", "-id")[:MOST]]


def _to_read(row, actor):
    is_own = row.unit_id in actor.officer_unit_ids
    page = "findings:draft" if is_own else "findings:part"
    return Waiting(
        title=_("Conclusion of %(inspection)s") % {"inspection": row},
        url=reverse(page, args=[row.code]),
        action=_("Read"),
        about="" if is_own else _("What concerns your unit"),
    )


@register
def recommendations_to_carry_out(actor):
    """The addressee acts and reports."""
    if not actor.is_a(Role.OFFICIAL):
        return []
    mine = Remediation.objects.running().filter(
        bearer__in=actor.officer_unit_ids, status__in=(R.ASSIGNED, R.IN_PROGRESS)
    )
    return [
        Waiting(
            title=str(row.recommendation),
            url=row.get_absolute_url(),
            action=_("Report"),
            about=" · ".join(_where(row, actor)),
            due_on=row.due_on,
        )
        for row in mine.with_page_data().order_by("due_on", "id")[:MOST]
    ]


def _where(row, actor):
    """The inspection, the unit that left it to the own one, and the state."""
    yield row.inspection.code
    if row.unit_id not in actor.unit_ids:
        yield row.unit_version.authority
    yield row.get_status_display()


@register
def what_the_head_must_do(actor):
    """Announce the draft, decide on explanations, issue the conclusion."""
    if not actor.is_a(Role.INSPECTOR):
        return []
    led = DelegationMember.objects.filter(
        person=actor.person_id, role=DelegationMember.Role.HEAD
    ).values("delegation")
    pending = Q(
        explanations__status=Explanation.Status.PENDING, explanations__sent_on__isnull=False
    )
    rows = (
        Inspection.objects.filter(delegation__in=led, status__in=(S.DRAFTING, S.EXPLAINED))
        .select_related("unit_version")
        .annotate(undecided=Count("explanations", filter=pending))
    )
    tasks = list(rows.order_by("starts_on", "id")[:MOST])
    due = schedule.due_days({row.pk: _counted_from(row) for row in tasks})
    return [_head_task(row, due[row.pk]) for row in tasks]


def _counted_from(row):
    """The step that is next, and from when its days run."""
    if row.status == S.DRAFTING:
        return "draft", row.plan_id, row.ends_on
    return "conclusion", row.plan_id, row.announced_on


@register
def extensions_to_decide(actor):
    """The head answers a unit that asks for more days."""
    if not actor.is_a(Role.INSPECTOR):
        return []
    led = DelegationMember.objects.filter(
        person=actor.person_id, role=DelegationMember.Role.HEAD
    ).values("delegation")
    waiting = Extension.objects.filter(
        status=Extension.Status.PENDING,
        inspection__delegation__in=led,
        inspection__status=S.ANNOUNCED,
    )
    return [
        Waiting(
            title=str(row),
            url=row.get_absolute_url(),
            action=_("Decide"),
            about=row.reason,
            due_on=row.inspection.explanation_due_on,
        )
        for row in waiting.select_related("inspection").order_by("id")[:MOST]
    ]


@register
def drafts_to_review(actor):
    """A member reads the draft that another wrote."""
    if not actor.is_a(Role.INSPECTOR):
        return []
    asked = Review.objects.filter(reviewer=actor.person_id, status=Review.Status.ASKED)
    open_ones = asked.filter(inspection__status__in=Inspection.RECORDING)
    return [
        Waiting(
            title=_("Draft of %(inspection)s") % {"inspection": row.inspection},
            url=row.get_absolute_url(),
            action=_("Review"),
            about=_("Comment on the sentences that are not right yet, then finish the review."),
        )
        for row in open_ones.select_related("inspection__unit_version").order_by("id")[:MOST]
    ]


@register
def reports_to_verify(actor):
    """Home Affairs, or the head of the delegation, verifies what was reported."""
    if not actor.is_a(Role.PLANNER, Role.INSPECTOR):
        return []
    led = DelegationMember.objects.filter(
        person=actor.person_id, role=DelegationMember.Role.HEAD
    ).values("delegation")
    scope = Q(delegation__in=led)
    if actor.is_a(Role.PLANNER):
        scope |= Q(province__in=actor.province_ids)
    reported = Remediation.objects.running().filter(scope, status=R.REPORTED)
    return [
        Waiting(
            title=str(row.recommendation),
            url=row.get_absolute_url(),
            action=_("Verify"),
            about=f"{row.inspection.code} · {row.unit_version.authority}",
        )
        for row in reported.with_page_data().order_by("reported_on", "id")[:MOST]
    ]


def _head_task(row, due_on):
    name = {"inspection": row}
    if row.status == S.DRAFTING:
        title, action, page = _("Draft of %(inspection)s"), _("Announce"), "findings:issuing"
    elif row.undecided:
        title, action = _("Explanation of %(inspection)s"), _("Decide")
        page = "findings:explanations"
    else:
        title, action = _("Conclusion of %(inspection)s"), _("Issue")
        page = "findings:issuing"
    url = reverse(page, args=[row.code])
    return Waiting(title=title % name, url=url, action=action, due_on=due_on)

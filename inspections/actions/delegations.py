"""Forming delegations under an approved plan, and seating people in them."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections import numbering, rules
from inspections.models import Delegation, DelegationMember, Inspection, Plan
from reform_portal.common import audit
from reform_portal.common.editing import create_once, save_if_unchanged
from reform_portal.common.workflow import Refused

from .locking import lock_delegation, lock_plan
from .slots import settle

HEAD = DelegationMember.Role.HEAD
MEMBER = DelegationMember.Role.MEMBER

audit.name_verbs(
    delegation__create=gettext_lazy("Formed the delegation"),
    delegation__edit=gettext_lazy("Edited the delegation"),
    delegation__seat=gettext_lazy("Seated a member"),
    delegation__unseat=gettext_lazy("Took a member out of the delegation"),
    delegation__replace_head=gettext_lazy("Replaced the head of the delegation"),
)


@transaction.atomic
def create_delegation(plan, *, by, head, submission=None, **values):
    """A delegation with its head; the plan must be approved."""
    row = lock_plan(plan, Plan.Status.APPROVED)
    delegation, created = create_once(
        Delegation, submission, plan=row, province_id=row.province_id, **values
    )
    if created:
        audit.record("delegation.create", delegation, by=by)
        numbering.keep_decision(delegation, by=by)
        _seat(delegation, head, HEAD, [])
    return delegation


@transaction.atomic
def edit_delegation(delegation, seen_version, *, by, **values):
    """Change its words or its day; with the day every post is taken as of the new day."""
    before = lock_delegation(delegation)
    row = save_if_unchanged(delegation, seen_version, by=by, verb="delegation.edit", **values)
    if (row.decision, row.decision_on) != (before.decision, before.decision_on):
        numbering.keep_decision(row, by=by, before=before)
    if row.formed_on != before.formed_on:
        for seat in row.members.select_related("person"):
            seat.post, seat.post_title = _post(seat.person, row.formed_on)
            seat.save(update_fields=["post", "post_title"])
    return row


@transaction.atomic
def seat_member(delegation, *, by, person, role=MEMBER, areas=()):
    """Give a person a seat, or another role and areas to one who has a seat.

    A new head takes the place of the present one, who stays as a member.
    """
    row = lock_delegation(delegation)
    if conflict := rules.candidate_conflict(person, row):
        raise Refused(conflict)
    head = row.members.filter(role=HEAD).exclude(person=person).first()
    _keep_a_head(row, person, role)
    if role == HEAD and head:
        DelegationMember.objects.filter(pk=head.pk).update(role=MEMBER)
        note = f"{head.person} → {person}"
        audit.record("delegation.replace_head", row, by=by, note=note)
    is_new = not row.members.filter(person=person).exists()
    seat = _seat(row, person, role, areas)
    settle(row.pk, by=by, people=[person.pk] if is_new else [])
    audit.record("delegation.seat", row, by=by, note=f"{seat} ({seat.get_role_display()})")
    return seat


@transaction.atomic
def remove_member(seat, *, by):
    """Take a person out. The head of a delegation at work is replaced, not removed."""
    row = lock_delegation(seat.delegation)
    if seat.role == HEAD:
        _keep_a_head(row, seat.person, None)
    DelegationMember.objects.filter(pk=seat.pk).delete()
    settle(row.pk)
    audit.record("delegation.unseat", row, by=by, note=str(seat))
    return row


def _keep_a_head(delegation, person, role):
    """Refuse to leave a delegation without a head while it inspects."""
    leads = delegation.members.filter(person=person, role=HEAD).exists()
    resting = (Inspection.Status.PLANNED, Inspection.Status.CANCELLED, Inspection.Status.CLOSED)
    at_work = delegation.inspections.exclude(status__in=resting)
    if leads and role != HEAD and at_work.exists():
        raise Refused(
            _(
                "%(person)s leads inspections that are under way. Name another head; then this "
                "person can leave or change the role."
            )
            % {"person": person}
        )


def _seat(delegation, person, role, areas):
    post, title = _post(person, delegation.formed_on)
    seat, _created = DelegationMember.objects.update_or_create(
        delegation=delegation,
        person=person,
        defaults={"role": role, "post": post, "post_title": title},
    )
    seat.areas.set(areas)
    return seat


def _post(person, day):
    held = rules.post_held(person, day)
    if held is None:
        raise Refused(rules.holds_a_post(person, day))
    return held

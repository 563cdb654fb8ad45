"""Steering committees are established and changed; people take seats on them and leave."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from reform_portal.common import audit, editing
from reform_portal.common.workflow import Refused
from units import rules
from units.models import CommitteeMember, SteeringCommittee

audit.name_verbs(
    committee__establish=_("Established the committee"),
    committee__edit=_("Changed the committee"),
    committee__seat=_("Gave a seat"),
    committee__end_seat=_("Ended a seat"),
)


@transaction.atomic
def establish_committee(*, by, submission=None, **particulars):
    """A committee, by its establishing decision. The same form sent twice makes one."""
    committee, created = editing.create_once(SteeringCommittee, submission, **particulars)
    if created:
        audit.record("committee.establish", committee, by=by, note=committee.decision)
    return committee


def edit_committee(committee, *, by, seen_version, **particulars):
    """Particulars of a committee; Stale when somebody else saved first."""
    return editing.save_if_unchanged(
        committee, seen_version, by=by, verb="committee.edit", **particulars
    )


@transaction.atomic
def seat(committee, *, by, post, role, from_on, decision=""):
    """Somebody sits on the committee by virtue of a post, from a day on."""
    committee = SteeringCommittee.objects.select_for_update().get(pk=committee.pk)
    draft = CommitteeMember(
        committee=committee,
        person=post.person,
        post=post,
        role=role,
        from_on=from_on,
        decision=decision,
    )
    reasons = [rules.seat_is_possible(draft), rules.one_chair(draft)]
    if reasons := [reason for reason in reasons if reason]:
        raise Refused(*reasons)
    draft.save()
    audit.record(
        "committee.seat",
        committee,
        by=by,
        note=str(draft),
        person=draft.person_id,
        role=role,
        from_on=str(from_on),
    )
    return draft


@transaction.atomic
def end_seat(taken, *, by, day, note=""):
    """The seat ends; `day` is the first day without it. Approving ends with it."""
    taken = CommitteeMember.objects.select_for_update(of=("self",)).get(pk=taken.pk)
    if reason := rules.seat_can_end(taken, day):
        raise Refused(reason)
    before, taken.to_on = taken.to_on, day
    taken.save(update_fields=["to_on"])
    audit.record(
        "committee.end_seat",
        taken.committee,
        by=by,
        note=note,
        person=taken.person_id,
        to_on=[before and str(before), str(day)],
    )
    return taken

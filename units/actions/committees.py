"""Steering committees are established and changed; people take seats on them and leave."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from reform_portal.common import audit, editing
from reform_portal.common.workflow import Refused
from units import rules
from units.models import CommitteeMember, SteeringCommittee, Unit

from .tree import hold_the_tree, refuse

audit.name_verbs(
    committee__establish=_("Established the committee"),
    committee__edit=_("Changed the committee"),
    committee__replace=_("Replaced the committee"),
    committee__end=_("Ended the committee"),
    committee__change_agency=_("Changed the standing agency"),
    committee__seat=_("Gave a seat"),
    committee__end_seat=_("Ended a seat"),
)


@transaction.atomic
def establish_committee(*, by, submission=None, **particulars):
    """A committee, by its establishing decision. The same form sent twice makes one."""
    if not _sent_before(submission):
        _refuse_a_taken_symbol(None, **particulars)
    committee, created = editing.create_once(SteeringCommittee, submission, **particulars)
    if created:
        audit.record("committee.establish", committee, by=by, note=committee.decision)
    return committee


@transaction.atomic
def edit_committee(committee, *, by, seen_version, **particulars):
    """Particulars of a committee; Stale when somebody else saved first."""
    begin = particulars.get("established_on")
    if begin:
        held = _held(committee)
        refuse(rules.seats_lie_inside(held, begin), rules.changes_lie_inside(held, begin))
    if {"short_symbol", "established_on"} & set(particulars):
        _refuse_a_taken_symbol(committee, **particulars)
    return editing.save_if_unchanged(
        committee, seen_version, by=by, verb="committee.edit", **particulars
    )


@transaction.atomic
def replace_committee(old, *, by, submission=None, keep_seats=False, **particulars):
    """A new committee follows by a decision; the old one and its seats end the same day.

    With `keep_seats` everybody who sits goes on sitting, whose post is held that day, by the new
    decision. `particulars`: established_on (the day), decision, name and what else it is.
    """
    hold_the_tree()
    old = _held(old)
    day, decision = particulars["established_on"], particulars["decision"]
    sent_before = _sent_before(submission)
    if not sent_before and (reason := rules.committee_can_be_replaced(old, day)):
        raise Refused(reason)
    particulars |= {"unit": old.unit, "replaces": old}
    if not sent_before:
        _refuse_a_taken_symbol(None, **particulars)
    new, created = editing.create_once(SteeringCommittee, submission, **particulars)
    if not created:
        return new
    sitting = list(old.seats.on(day).select_related("person", "post")) if keep_seats else []
    _end(old, by=by, day=day, decision=decision, verb="committee.replace")
    audit.record("committee.establish", new, by=by, note=decision, replaces=old.pk)
    for taken in sitting:
        _go_on(taken, new, by=by)
    return new


@transaction.atomic
def change_standing_agency(committee, *, by, seen_version, unit, from_on, decision):
    """Another agency from a day on, by a decision; what was before stays.

    On the day of the last change it corrects that one, or takes it back where the agency before
    is named again; Stale when somebody changed the committee first. The same change sent twice
    is one.
    """
    hold_the_tree()
    committee = _held(committee)
    if rules.agency_changed_so(committee, unit, from_on, decision):
        return committee
    if committee.version != seen_version:
        raise editing.Stale(committee.last_agency_change())
    refuse(*(sentence for _f, sentence in rules.agency_can_change(committee, unit, from_on)))
    before = committee.standing_agency_on(from_on - timedelta(days=1))
    was = committee.standing_agency_on(from_on)
    if unit.pk == before:
        committee.agency_changes.filter(from_on=from_on).delete()
    else:
        committee.agency_changes.update_or_create(
            from_on=from_on, defaults={"unit": unit, "decision": decision}
        )
    committee.version += 1
    committee.save(update_fields=["version", "updated_at"])
    audit.record(
        "committee.change_agency",
        committee,
        by=by,
        note=decision,
        standing_agency=[was, unit.pk],
        from_on=str(from_on),
    )
    return committee


@transaction.atomic
def end_committee(committee, *, by, day, decision, note=""):
    """The committee ends without another; all its seats end with it."""
    hold_the_tree()
    committee = _held(committee)
    if reason := rules.committee_can_end(committee, day):
        raise Refused(reason)
    return _end(committee, by=by, day=day, decision=decision, verb="committee.end", note=note)


@transaction.atomic
def seat(committee, *, by, post, role, from_on, decision="", to_on=None):
    """Somebody sits on the committee by virtue of a post, from a day on.

    By a decision of its own, or by the one that established the committee.
    """
    hold_the_tree()
    committee = _held(committee)
    draft = CommitteeMember(
        committee=committee,
        person=post.person,
        post=post,
        role=role,
        from_on=from_on,
        to_on=to_on,
        decision=decision or committee.decision,
    )
    reasons = [rules.seat_is_possible(draft), rules.one_chair(draft)]
    if reasons := [reason for reason in reasons if reason]:
        raise Refused(*reasons)
    return _sit(draft, by=by)


@transaction.atomic
def end_seat(taken, *, by, day, decision="", note=""):
    """The seat ends; `day` is the first day without it. Approving ends with it."""
    hold_the_tree()
    taken = CommitteeMember.objects.select_for_update(of=("self",)).get(pk=taken.pk)
    if reason := rules.seat_can_end(taken, day):
        raise Refused(reason)
    before, taken.to_on, taken.end_decision = taken.to_on, day, decision
    taken.save(update_fields=["to_on", "end_decision"])
    audit.record(
        "committee.end_seat",
        taken.committee,
        by=by,
        note="\n".join(filter(None, [decision, note])),
        person=taken.person_id,
        to_on=[before and str(before), str(day)],
    )
    return taken


def _sent_before(submission):
    return submission and SteeringCommittee.objects.filter(submission=submission).exists()


def _refuse_a_taken_symbol(committee, **particulars):
    """`committee`: the one that changes, or None for a new one. Those of a unit take turns."""
    kept = committee or SteeringCommittee()
    names = ("unit_id", "short_symbol", "established_on", "ended_on")
    facts = {name: particulars.get(name, getattr(kept, name)) for name in names}
    if "unit" in particulars:
        facts["unit_id"] = particulars["unit"].pk
    Unit.objects.select_for_update(no_key=True).get(pk=facts["unit_id"])
    replaced = particulars.get("replaces")
    besides = [one.pk for one in (committee, replaced) if one]
    if reason := rules.symbol_is_free(*facts.values(), besides=besides):
        raise Refused(reason)


def _held(committee):
    return SteeringCommittee.objects.select_for_update(of=("self",)).get(pk=committee.pk)


def _end(committee, *, by, day, decision, verb, note=""):
    """The committee and whoever sits on it that day or later; needs the lock on it."""
    before, committee.ended_on, committee.end_decision = committee.ended_on, day, decision
    committee.version += 1
    committee.save(update_fields=["ended_on", "end_decision", "version", "updated_at"])
    for taken in committee.seats.meeting(day):
        end_seat(taken, by=by, day=day, decision=decision)
    said = "\n".join(filter(None, [decision, note]))
    ends = [before and str(before), str(day)]
    audit.record(verb, committee, by=by, note=said, ended_on=ends)
    return committee


def _go_on(taken, new, *, by):
    """The same role on the committee that follows, if the post is held that day."""
    draft = CommitteeMember(
        committee=new,
        person=taken.person,
        post=taken.post,
        role=taken.role,
        from_on=new.established_on,
        to_on=taken.to_on,
        decision=new.decision,
    )
    if not rules.seat_is_possible(draft):
        _sit(draft, by=by)


def _sit(draft, *, by):
    draft.save()
    audit.record(
        "committee.seat",
        draft.committee,
        by=by,
        note=str(draft),
        person=draft.person_id,
        role=draft.role,
        from_on=str(draft.from_on),
    )
    return draft

"""The deadlines of a plan: given when it is drafted, changed while it may be edited."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from inspections.models import DeadlineRule, Plan, PlanDeadline
from reform_portal.common import audit
from reform_portal.common.workflow import Refused

from .locking import lock_plan

audit.name_verbs(plan__set_deadlines=gettext_lazy("Changed deadlines of the plan"))


def give(plan, day, *, like=None):
    """Every deadline in force on that day, as usual or as the plan it is `like` sets it."""
    usual = {rule.code: rule for rule in DeadlineRule.objects.on(day).exclude(anchor="")}
    own = {row.code: row for row in like.deadlines.all()} if like else {}
    PlanDeadline.objects.bulk_create(
        PlanDeadline(plan=plan, code=code, days=row.days, counted=row.counted, anchor=row.anchor)
        for code, row in (usual | own).items()
    )


@transaction.atomic
def set_deadlines(plan, changes, *, by):
    """Days of the steps of a draft: `changes` is {code: {field: (seen, new)}}.

    What somebody else changed since it was seen is not overwritten. Returns what was changed.
    """
    row = lock_plan(plan, *Plan.EDITABLE)
    found = {deadline.code: deadline for deadline in row.deadlines.all()}
    changed = {found[code]: fields for code, fields in changes.items() if code in found}
    if reasons := [_changed_meanwhile(*pair) for pair in changed.items() if _differs(*pair)]:
        raise Refused(*reasons)
    acts = {}
    for deadline, fields in changed.items():
        before = deadline.words
        for name, (_seen, new) in fields.items():
            setattr(deadline, name, new)
        deadline.save(update_fields=list(fields))
        acts[deadline.code] = [before, deadline.words]
    if acts:
        audit.record("plan.set_deadlines", row, by=by, **acts)
    return list(changed)


def _differs(deadline, fields):
    return any(getattr(deadline, name) not in pair for name, pair in fields.items())


def _changed_meanwhile(deadline, _fields):
    return _(
        "“%(step)s” was meanwhile changed by somebody else; nothing was saved. Read the list again."
    ) % {"step": deadline.get_code_display()}

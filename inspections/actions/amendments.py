"""Beginning an amendment: a draft that says what the plan in force says, to be changed."""

from django.db import transaction
from django.utils.translation import gettext_lazy

from inspections.models import Plan, PlanUnit
from inspections.rules.amendments import amended_already
from reform_portal.common import audit
from reform_portal.common.dates import vn_short_date
from reform_portal.common.workflow import Refused

from .locking import lock_plan
from .plans import create_plan

audit.name_verbs(
    plan__begin_amendment=gettext_lazy("Began to amend the plan"),
)
SAME = ("issuer_id", "year", "symbol", "period_from", "period_to", "purpose")


@transaction.atomic
def begin_amendment(plan, *, by, reason, submission=None):
    """The draft of an amendment of an approved plan; only one at a time.

    The same form twice makes one draft.
    """
    row = lock_plan(plan, Plan.Status.APPROVED)
    again = submission and row.amendments.filter(submission=submission).first()
    if again:
        return again
    if row.amendments.filter(status__in=Plan.OPEN).exists():
        raise Refused(amended_already(row))
    draft = create_plan(
        by=by,
        submission=submission,
        committee=row.committee,
        types=row.types.all(),
        areas=row.areas.all(),
        like=row,
        title=_title(row),
        amends=row,
        reason=reason,
        **{name: getattr(row, name) for name in SAME},
    )
    PlanUnit.objects.bulk_create(
        PlanUnit(
            plan=draft,
            unit_id=item.unit_id,
            unit_version_id=item.unit_version_id,
            form=item.form,
            month=item.month,
            day=item.day,
        )
        for item in row.plan_units.order_by("pk")
    )
    audit.record("plan.begin_amendment", row, by=by, note=reason)
    return draft


def _title(plan):
    """Vietnamese, for it is the subject of an official paper."""
    dated = f" ngày {vn_short_date(plan.issued_on)}" if plan.issued_on else ""
    return f"Sửa đổi, bổ sung Kế hoạch số {plan.reference}{dated}"

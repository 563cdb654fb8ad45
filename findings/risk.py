"""What findings tell of a unit's risk: what it left open or overdue, and what came up again."""

from django.db.models import CharField, Count, Q, Value

from inspections.risk import Reason, register

from .models import Finding, FindingUnit, Remediation

AGAIN = 2


@register
def open_and_repeated(actor, unit_ids):
    """Recommendations in force and not settled; areas with shortcomings in two inspections.

    One query: rows of (unit, word, number), where the word of a repeated area is its code.
    """
    running = Remediation.objects.visible_to(actor).running().filter(bearer_id__in=unit_ids)
    left = running.exclude(status__in=Remediation.SETTLED)
    found = Finding.objects.visible_to(actor).filter(kind=Finding.Kind.SHORTCOMING)
    shortcomings = FindingUnit.objects.filter(unit_id__in=unit_ids, finding__in=found)
    repeated = (
        shortcomings.order_by()
        .values_list("unit_id", "finding__area__code")
        .annotate(number=Count("finding__inspection_id", distinct=True))
        .filter(number__gte=AGAIN)
    )
    rows = _counted(left, Reason.OPEN).union(
        _counted(left.filter(Q(due_on__lt=actor.day)), Reason.OVERDUE), repeated, all=True
    )
    for unit_id, word, number in rows:
        if word in Reason:
            yield unit_id, Reason(word), number
        else:
            yield unit_id, Reason.REPEATED, 1


def _counted(rows, reason):
    word = Value(reason.value, output_field=CharField())
    return rows.order_by().values_list("bearer_id").annotate(word=word, number=Count("pk"))

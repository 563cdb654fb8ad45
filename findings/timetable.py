"""When the unit explained, when the conclusion was issued and what was remedied was reported."""

from django.db.models import Max

from inspections.models import Inspection, PlanDeadline
from inspections.timetable import Fact, tells

from .models import Conclusion, Explanation

Code = PlanDeadline.Code
S = Inspection.Status


@tells
def explanation(inspection):
    """Sent, or passed over by the head."""
    if not inspection.explanation_due_on:
        return {}
    sent = Explanation.objects.filter(inspection=inspection).aggregate(day=Max("sent_on"))["day"]
    is_over = inspection.status in (S.EXPLAINED, *inspection.ISSUED)
    return {
        Code.EXPLANATION: Fact(sent if is_over else None, inspection.explanation_due_on, is_over)
    }


@tells
def conclusion(inspection):
    """Its day, and once it is issued what was reported by everybody it orders something."""
    if not inspection.is_issued:
        return {Code.CONCLUSION: Fact()}
    # A row for each who reports, one in all where nobody has to.
    rows = Conclusion.objects.filter(inspection=inspection).values_list(
        "issued_on",
        "remediation_report_due_on",
        "inspection__remediations__pk",
        "inspection__remediations__reported_on",
    )
    days = [day for _issued, _due, key, day in rows if key]
    issued, due = next(((row[0], row[1]) for row in rows), (None, None))
    reported = max(days) if days and all(days) else None
    return {
        Code.CONCLUSION: Fact(issued, is_over=True),
        Code.REMEDIATION_REPORT: Fact(reported, due, is_over=bool(reported) or not days),
    }

"""The inspections of a plan or of a year as tables: what was found, what is open, per addressee.

What a person reads here is what the same person counts on the lists: the same querysets.
"""

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from findings.models import Finding, Remediation
from findings.querysets import ISSUED
from inspections.models import Inspection, Plan
from reform_portal.common.models import AuditEntry
from reports.papers.overview_workbook import OverviewWorkbook
from reports.subjects import Year
from units.models.unit import authority_of

from . import words

AT_ONCE = 2000
UNIT = ("type", "name", "level")


def workbook(subject, *, as_of, reader):
    """Of a plan, or of a province's year."""
    day = timezone.localdate(as_of)
    inspections = _inspections(subject, reader)
    found = _of(Finding, inspections, reader)
    asked = _of(Remediation, inspections, reader).running()  # as the list of recommendations
    counts = (inspections.count(), found.count(), asked.count())
    return OverviewWorkbook(
        title=_title(subject),
        data_as_of=as_of,
        state=_state(subject, day, counts),
        overview=tuple(_overview(subject, reader, inspections, found, asked, as_of)),
        inspections=_inspection_rows(inspections, day),
        findings=_finding_rows(found),
        recommendations=_recommendation_rows(asked, day),
        counts=counts,
    )


def _inspections(subject, reader):
    rows = Inspection.objects.visible_to(reader) if reader else Inspection.objects.all()
    if isinstance(subject, Year):
        return rows.filter(province=subject.province_id, starts_on__year=subject.year)
    return rows.filter(plan=subject)


def _of(model, inspections, reader):
    rows = model.objects.visible_to(reader) if reader else model.objects.all()
    return rows.filter(inspection__in=inspections.values("pk"))


def _title(subject):
    if isinstance(subject, Plan):
        return f"Tổng hợp kết quả kiểm tra theo Kế hoạch {subject.reference or subject.title}"
    return f"Tổng hợp kết quả kiểm tra năm {subject.year}"


def _state(subject, day, counts):
    """Changes with every act but those on reports themselves; what is overdue changes by day."""
    acts = AuditEntry.objects.exclude(verb__startswith="report.")
    last = acts.order_by("-pk").values_list("pk", flat=True).first()
    return f"{subject} {day} {counts} {last}"


def _overview(subject, reader, inspections, found, asked, as_of):
    day = timezone.localdate(as_of)
    yield "Phạm vi", _title(subject)
    if isinstance(subject, Plan):
        yield "Tên kế hoạch", subject.title
        named = subject.plan_units.all()
        named = named.visible_to(reader) if reader else named
        yield "Số đơn vị trong kế hoạch", named.count()
    states = dict(inspections.values_list("status").annotate(n=Count("pk")).order_by())
    yield "Số cuộc kiểm tra", sum(states.values())
    for state, label in words.INSPECTION.items():
        if states.get(state):
            yield f"  {label}", states[state]
    kinds = dict(found.values_list("kind").annotate(n=Count("pk")).order_by())
    for kind, label in words.KIND.items():
        yield f"Số {label.lower()}", kinds.get(kind, 0)
    done = dict(asked.values_list("status").annotate(n=Count("pk")).order_by())
    yield "Số kiến nghị đã giao (theo đơn vị thực hiện)", sum(done.values())
    for state, label in words.REMEDIATION.items():
        if done.get(state):
            yield f"  {label}", done[state]
    yield "  Quá hạn", asked.overdue(day).count()
    yield "Số liệu đến thời điểm", as_of


def _counted(model, condition=None, column="inspection"):
    rows = model.objects.filter(**{column: OuterRef("pk")}).order_by()
    rows = rows.filter(condition) if condition is not None else rows
    counted = rows.values(column).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def _inspection_rows(inspections, day):
    opened = ~Q(status__in=Remediation.SETTLED)
    rows = inspections.annotate(
        strengths=_counted(Finding, Q(kind=Finding.Kind.STRENGTH)),
        shortcomings=_counted(Finding, Q(kind=Finding.Kind.SHORTCOMING)),
        asked=_counted(Remediation, ISSUED),
        left=_counted(Remediation, ISSUED & opened),
        late=_counted(Remediation, ISSUED & opened & Q(due_on__lt=day)),
    ).order_by("starts_on", "pk")
    named = rows.select_related("unit_version", "plan", "delegation", "conclusion")
    for number, row in enumerate(named.iterator(AT_ONCE), start=1):
        paper = getattr(row, "conclusion", None) if row.is_issued else None
        yield (
            number,
            row.code,
            row.unit_version.authority,
            row.plan.reference,
            row.delegation.name,
            words.FORM[row.form],
            row.starts_on,
            row.ends_on,
            words.INSPECTION[row.status],
            paper.reference if paper else "",
            paper.issued_on if paper else None,
            row.strengths,
            row.shortcomings,
            row.asked,
            row.left,
            row.late,
        )


def _finding_rows(found):
    unit = [F(f"inspection__unit_version__{name}") for name in UNIT]
    rows = found.order_by("inspection__starts_on", "inspection_id", "-kind", "area__code", "pk")
    columns = ("kind", "area__code", "area__name", "sector__name", "text", "cause_kind", "cause")
    listed = rows.values_list("inspection__code", *unit, *columns)
    for number, (code, type, name, level, kind, *told) in enumerate(
        listed.iterator(AT_ONCE), start=1
    ):
        area_code, area, sector, text, cause_kind, cause = told
        yield (
            number,
            code,
            authority_of(type, name, level),
            words.KIND[kind],
            area_code,
            area,
            sector or "",
            text,
            words.CAUSE.get(cause_kind, ""),
            cause,
        )


def _recommendation_rows(asked, day):
    unit = [F(f"unit_version__{name}") for name in UNIT]
    of = [f"recommendation__{name}" for name in ("number", "text", "area__code", "area__name")]
    rows = asked.order_by("inspection__starts_on", "inspection_id", "recommendation__number", "pk")
    columns = ("due_on", "status", "progress", "reported_on", "outcome")
    listed = rows.values_list("inspection__code", *of, *unit, *columns)
    for number, (code, point, text, area_code, area, *rest) in enumerate(
        listed.iterator(AT_ONCE), start=1
    ):
        type, name, level, due_on, status, progress, reported_on, outcome = rest
        told = status in (Remediation.Status.REPORTED, Remediation.Status.ACCEPTED)
        late = due_on is not None and due_on < day and status not in Remediation.SETTLED
        yield (
            number,
            code,
            point,
            text,
            area_code,
            area,
            authority_of(type, name, level),
            due_on,
            words.REMEDIATION[status],
            progress if told or progress else None,
            reported_on if told else None,
            outcome if told else "",
            "Quá hạn" if late else "",
        )

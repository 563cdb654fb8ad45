"""Deadlines as settings of a plan: the usual ones of domain §5.1, copied into every plan there is.

No national rule fixes them; the basis says what they follow.
"""

from datetime import date

import django.db.models.deletion
from django.db import migrations, models

BEGIN = date(2011, 11, 8)
PRACTICE = "Thông lệ; không có quy định chung"
AS_INSPECTORS = "Vận dụng Nghị định 217/2025/NĐ-CP; không có quy định chung"
AS_ISSUED = "Các quyết định thành lập Đoàn kiểm tra đã ban hành; không có quy định chung"
AS_PLANNED = "Các kế hoạch kiểm tra năm đã ban hành; không có quy định chung"
USUAL = (
    (
        "establishing",
        "Ban hành quyết định thành lập Đoàn kiểm tra",
        (10, "calendar", "before_first_visit"),
        AS_ISSUED,
    ),
    (
        "notice",
        "Ban hành thông báo lịch kiểm tra",
        (7, "working", "before_first_visit"),
        AS_INSPECTORS,
    ),
    ("self_report", "Nộp báo cáo tự kiểm tra", (5, "working", "before_first_visit"), PRACTICE),
    ("draft", "Công bố dự thảo kết luận", (10, "working", "after_last_visit"), AS_INSPECTORS),
    ("explanation", "Giải trình dự thảo kết luận", (5, "working", "after_draft"), PRACTICE),
    ("conclusion", "Ban hành kết luận", (15, "calendar", "after_draft"), AS_INSPECTORS),
    (
        "remediation_plan",
        "Gửi kế hoạch khắc phục",
        (15, "calendar", "after_conclusion"),
        PRACTICE,
    ),
    (
        "remediation_report",
        "Báo cáo kết quả khắc phục",
        (30, "calendar", "after_conclusion"),
        PRACTICE,
    ),
    (
        "year_finished",
        "Hoàn thành việc kiểm tra trong năm",
        (21, "calendar", "before_year_end"),
        AS_PLANNED,
    ),
    (
        "year_summary",
        "Báo cáo tổng hợp kết quả kiểm tra năm",
        (16, "calendar", "before_year_end"),
        PRACTICE,
    ),
)


def fill(apps, schema_editor):
    rules = apps.get_model("inspections", "DeadlineRule").objects
    for code, name, (days, counted, anchor), basis in USUAL:
        usual = {"name": name, "days": days, "counted": counted, "anchor": anchor}
        known = rules.filter(code=code)
        # What somebody changed stays; only where it is counted from is new.
        if known.exists():
            known.update(anchor=anchor)
            known.filter(valid_from=BEGIN, days=days).update(name=name, basis=basis)
        else:
            rules.create(code=code, valid_from=BEGIN, basis=basis, **usual)


def copy_into_plans(apps, schema_editor):
    rules = list(apps.get_model("inspections", "DeadlineRule").objects.exclude(anchor=""))
    deadlines = apps.get_model("inspections", "PlanDeadline").objects
    for plan in apps.get_model("inspections", "Plan").objects.order_by("pk").iterator():
        day = plan.issued_on or date(plan.year, 1, 1)
        deadlines.bulk_create(
            deadlines.model(
                plan=plan, code=rule.code, days=rule.days, counted=rule.counted, anchor=rule.anchor
            )
            for rule in rules
            if rule.valid_from <= day and (rule.valid_to is None or rule.valid_to > day)
        )


def forget(apps, schema_editor):
    """The rules that were there before stay."""
    new = ("establishing", "notice", "draft", "remediation_plan", "year_finished", "year_summary")
    apps.get_model("inspections", "DeadlineRule").objects.filter(code__in=new).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0010_coverage_targets"),
    ]

    operations = [
        migrations.AddField(
            model_name="deadlinerule",
            name="anchor",
            field=models.CharField(
                blank=True,
                choices=[
                    ("before_first_visit", "before the first visit"),
                    ("after_last_visit", "after the last visit"),
                    ("after_draft", "after the draft is announced"),
                    ("after_conclusion", "after the conclusion is issued"),
                    ("before_year_end", "before the year ends"),
                ],
                max_length=20,
                verbose_name="counted from",
            ),
        ),
        migrations.CreateModel(
            name="PlanDeadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("days", models.PositiveSmallIntegerField(verbose_name="days")),
                (
                    "counted",
                    models.CharField(
                        choices=[("working", "working days"), ("calendar", "calendar days")],
                        max_length=10,
                        verbose_name="counted in",
                    ),
                ),
                (
                    "anchor",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("before_first_visit", "before the first visit"),
                            ("after_last_visit", "after the last visit"),
                            ("after_draft", "after the draft is announced"),
                            ("after_conclusion", "after the conclusion is issued"),
                            ("before_year_end", "before the year ends"),
                        ],
                        max_length=20,
                        verbose_name="counted from",
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        choices=[
                            ("establishing", "Decision on the delegation issued"),
                            ("notice", "Notice issued to the unit"),
                            ("self_report", "Self-report filed by the unit"),
                            ("draft", "Draft conclusion announced"),
                            ("explanation", "Explanation sent by the unit"),
                            ("conclusion", "Conclusion issued"),
                            ("remediation_plan", "Plan to remedy sent by the unit"),
                            ("remediation_report", "Report on what was remedied"),
                            ("year_finished", "Inspections of the year finished"),
                            ("year_summary", "Summary of the year's inspections"),
                        ],
                        max_length=20,
                        verbose_name="step",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deadlines",
                        to="inspections.plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "deadline of a plan",
                "verbose_name_plural": "deadlines of a plan",
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "code"), name="a_deadline_once_a_plan")
                ],
            },
        ),
        migrations.RunPython(fill, forget),
        migrations.RunPython(copy_into_plans, migrations.RunPython.noop),
    ]

"""What warns whoever schedules a visit: other bodies' visits, and from when on to warn.

No national rule fixes these numbers; they are our choice, and rows with validity like others.
"""

from datetime import date

import django.db.models.deletion
from django.db import migrations, models

BEGIN = date(2011, 11, 8)
OUR_CHOICE = "Lựa chọn của phần mềm; không có quy định chung"
DAYS = (
    ("unit_gap", "Khoảng cách giữa hai lần kiểm tra cùng một đơn vị", 30),
    ("last_post", "Thời gian kể từ khi thôi giữ chức vụ tại đơn vị được kiểm tra", 365),
)
KILOMETRES = ("travel_km", "Khoảng cách đường chim bay giữa buổi sáng và buổi chiều", 40)


def fill(apps, schema_editor):
    rules = apps.get_model("inspections", "DeadlineRule").objects
    for code, name, days in DAYS:
        rules.get_or_create(
            code=code,
            valid_from=BEGIN,
            defaults={"name": name, "days": days, "counted": "calendar", "basis": OUR_CHOICE},
        )
    code, name, value = KILOMETRES
    apps.get_model("inspections", "Threshold").objects.create(
        code=code, name=name, value=value, valid_from=BEGIN, basis=OUR_CHOICE
    )


def forget(apps, schema_editor):
    codes = [code for code, _name, _days in DAYS]
    apps.get_model("inspections", "DeadlineRule").objects.filter(code__in=codes).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0004_half_days"),
        ("units", "0006_workbooks"),
    ]

    operations = [
        migrations.AddField(
            model_name="visit",
            name="in_spite_of",
            field=models.TextField(
                blank=True, max_length=1000, verbose_name="reason in spite of the warnings"
            ),
        ),
        migrations.CreateModel(
            name="Threshold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=20, verbose_name="code")),
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="legal basis")),
                ("value", models.PositiveIntegerField(verbose_name="value")),
            ],
            options={
                "verbose_name": "threshold",
                "verbose_name_plural": "thresholds",
                "ordering": ["code", "valid_from"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "valid_from"), name="threshold_once_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="threshold_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OtherVisit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("submission", models.UUIDField(editable=False, null=True, unique=True)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                ("body", models.CharField(max_length=200, verbose_name="visiting body")),
                ("subject", models.CharField(max_length=300, verbose_name="subject")),
                ("starts_on", models.DateField(verbose_name="first day")),
                ("ends_on", models.DateField(verbose_name="last day")),
                (
                    "basis",
                    models.CharField(blank=True, max_length=200, verbose_name="plan or decision"),
                ),
                (
                    "province",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.unit",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.unit",
                        verbose_name="unit",
                    ),
                ),
                (
                    "unit_version",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.unitversion",
                    ),
                ),
            ],
            options={
                "verbose_name": "visit of another body",
                "verbose_name_plural": "visits of other bodies",
                "indexes": [
                    models.Index(fields=["unit", "starts_on"], name="other_visit_of_unit"),
                    models.Index(
                        fields=["province", "-starts_on", "-id"], name="other_visit_province"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="other_visit_runs_forward",
                        violation_error_message="The last day lies before the first day.",
                    )
                ],
            },
        ),
        migrations.RunPython(fill, forget),
    ]

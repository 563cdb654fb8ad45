"""How much each reason to inspect a unit counts. No rule fixes it: our choice to begin with."""

from datetime import date

from django.db import migrations, models

BEGIN = date(2011, 11, 8)
BASIS = "Lựa chọn ban đầu của hệ thống; không có quy định chung"
WEIGHTS = (
    # An overdue one is open as well, so it counts three points in all.
    ("overdue", "Kiến nghị quá hạn", 2, 10),
    ("open", "Kiến nghị chưa hoàn thành", 1, 5),
    ("repeated", "Lĩnh vực có tồn tại, hạn chế lặp lại", 3, 9),
    # As much as the highest is given to a unit of which no inspection is recorded.
    ("age", "Số năm chưa được kiểm tra", 1, 5),
)


def fill(apps, schema_editor):
    weights = apps.get_model("inspections", "RiskWeight").objects
    for code, name, points, most in WEIGHTS:
        words = {"name": name, "valid_from": BEGIN, "basis": BASIS}
        weights.create(code=code, points=points, most=most, **words)


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0006_days_of_plan_units"),
    ]

    operations = [
        migrations.CreateModel(
            name="RiskWeight",
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
                ("points", models.PositiveSmallIntegerField(verbose_name="points each")),
                ("most", models.PositiveSmallIntegerField(verbose_name="points at most")),
            ],
            options={
                "verbose_name": "risk weight",
                "verbose_name_plural": "risk weights",
                "ordering": ["code", "valid_from"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "valid_from"), name="riskweight_once_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_to", None),
                            ("valid_to__gt", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="riskweight_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]

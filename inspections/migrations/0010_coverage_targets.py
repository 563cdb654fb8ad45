import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0009_holidays"),
        ("units", "0006_workbooks"),
    ]

    operations = [
        migrations.CreateModel(
            name="CoverageTarget",
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
                ("year", models.PositiveSmallIntegerField(editable=False, verbose_name="year")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("province", "province"),
                            ("district", "district"),
                            ("commune", "commune"),
                            ("agency", "agency"),
                            ("one_stop", "one-stop section"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="kind of unit",
                    ),
                ),
                (
                    "percent",
                    models.DecimalField(
                        decimal_places=2, max_digits=5, verbose_name="target, in percent"
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        blank=True,
                        help_text="The paper that sets the target.",
                        max_length=200,
                        verbose_name="basis",
                    ),
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
            ],
            options={
                "verbose_name": "coverage target",
                "verbose_name_plural": "coverage targets",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("province", "year", "level"),
                        name="one_target_a_kind_and_year",
                        violation_error_message="There is a target for this kind of unit and year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("percent__range", (0, 100))),
                        name="target_is_a_percentage",
                        violation_error_message="A target is a share from 0 to 100 percent.",
                    ),
                ],
            },
        ),
    ]

"""Public-duty checks end with what was said at each visit; stops have an order in a half-day."""

import django.db.models.deletion
from django.db import migrations, models

COURSES = [
    ("written", "with draft, explanation and conclusion"),
    ("spoken", "with a spoken conclusion at each visit"),
]
PUBLIC_DUTY = "public_duty"


def course(**options):
    return models.CharField(
        choices=COURSES, default="written", max_length=7, verbose_name="course", **options
    )


def public_duty_is_spoken(apps, schema_editor):
    types = apps.get_model("inspections", "InspectionType").objects
    types.filter(code=PUBLIC_DUTY).update(course="spoken")


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0015_report_outline"),
        ("units", "0007_types_of_units"),
    ]

    operations = [
        migrations.AddField("inspectiontype", "course", course()),
        migrations.AddField("inspection", "course", course(editable=False)),
        migrations.AddField(
            "visit",
            "stop",
            models.PositiveSmallIntegerField(
                blank=True,
                help_text="When a delegation goes to several places in one half-day: 1, 2, 3 …",
                null=True,
                verbose_name="place in the order of the half-day",
            ),
        ),
        migrations.CreateModel(
            name="SpokenConclusion",
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
                ("text", models.TextField(max_length=10000, verbose_name="conclusion")),
                (
                    "answered_by",
                    models.CharField(blank=True, max_length=200, verbose_name="for the unit"),
                ),
                (
                    "answer",
                    models.TextField(
                        blank=True, max_length=5000, verbose_name="answer of the unit"
                    ),
                ),
                (
                    "said_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.person",
                        verbose_name="said by",
                    ),
                ),
                (
                    "visit",
                    models.OneToOneField(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="spoken",
                        to="inspections.visit",
                    ),
                ),
            ],
            options={
                "verbose_name": "spoken conclusion",
                "verbose_name_plural": "spoken conclusions",
                "ordering": ["visit__day", "visit__stop", "id"],
            },
        ),
        migrations.RunPython(public_duty_is_spoken, migrations.RunPython.noop),
    ]

"""Days off of 2022 to 2027 from our own table of facts; a row somebody entered before stays.

The table is read once, here: later years are entered on the page of days off.
"""

import csv
from datetime import date
from pathlib import Path

import django.utils.timezone
from django.db import migrations, models

FACTS = Path(__file__).resolve().parent.parent / "data" / "holidays.csv"


def load(apps, schema_editor):
    objects = apps.get_model("inspections", "Holiday").objects
    present = set(objects.values_list("day", flat=True))
    with FACTS.open(encoding="utf-8", newline="") as lines:
        facts = [row | {"day": date.fromisoformat(row["day"])} for row in csv.DictReader(lines)]
    objects.bulk_create(
        objects.model(**row | {"is_worked": row["is_worked"] == "1"})
        for row in facts
        if row["day"] not in present
    )


class Migration(migrations.Migration):
    dependencies = [("inspections", "0008_calendar_feed")]

    operations = [
        migrations.AddField(
            "holiday", "version", models.PositiveIntegerField(default=1, editable=False)
        ),
        migrations.AddField(
            "holiday", "submission", models.UUIDField(editable=False, null=True, unique=True)
        ),
        migrations.AddField(
            "holiday",
            "created_at",
            models.DateTimeField(auto_now_add=True, default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AddField("holiday", "updated_at", models.DateTimeField(auto_now=True)),
        migrations.AddField(
            "holiday",
            "basis",
            models.CharField(blank=True, max_length=200, verbose_name="decision or notice"),
        ),
        migrations.AlterField(
            "holiday",
            "day",
            models.DateField(
                error_messages={"unique": "This day is in the list already. Change that entry."},
                unique=True,
                verbose_name="day",
            ),
        ),
        migrations.AlterField(
            "holiday",
            "is_worked",
            models.BooleanField(
                default=False,
                help_text="A Saturday or Sunday on which people work to make up for a day off.",
                verbose_name="worked",
            ),
        ),
        migrations.RunPython(load, migrations.RunPython.noop),
    ]

"""Workbooks are tried and imported by a worker; those that wait now were tried already."""

import django.utils.timezone
from django.db import migrations, models

STATUSES = [("queued", "Queued"), ("running", "Running"), ("done", "Ready"), ("failed", "Failed")]


class Migration(migrations.Migration):
    dependencies = [("units", "0009_digits_of_codes")]
    operations = [
        migrations.AddField(
            "workbook",
            "asked_at",
            models.DateTimeField(default=django.utils.timezone.now),
            preserve_default=False,
        ),
        migrations.AddField(
            "workbook",
            "status",
            models.CharField(choices=STATUSES, default="done", max_length=9),
        ),
        migrations.AlterField(
            "workbook",
            "status",
            models.CharField(choices=STATUSES, default="queued", max_length=9),
        ),
        migrations.AddField("workbook", "progress", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("workbook", "run", models.UUIDField(null=True)),
        migrations.AddField("workbook", "alive_at", models.DateTimeField(null=True)),
        migrations.AddField("workbook", "attempts", models.PositiveSmallIntegerField(default=0)),
        migrations.AddField("workbook", "error", models.TextField(blank=True)),
        migrations.AddField(
            "workbook",
            "work",
            models.CharField(
                choices=[("trial", "Dry run"), ("import", "Import")],
                default="trial",
                max_length=6,
            ),
        ),
        migrations.AddField("workbook", "language", models.CharField(default="vi", max_length=10)),
    ]

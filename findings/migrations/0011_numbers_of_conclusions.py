"""Enters the numbers that conclusions bear already."""

from importlib import import_module

from django.db import migrations

enter = import_module("inspections.migrations.0019_numbers_of_papers").enter


def enter_conclusions(apps, _schema):
    rows = apps.get_model("findings", "Conclusion").objects.exclude(number=None)
    for row in rows.select_related("inspection").order_by("pk").iterator():
        enter(
            apps,
            issuer_id=row.issuer_id,
            province_id=row.inspection.province_id,
            year=row.year,
            symbol=row.symbol,
            number=row.number,
            paper=f"conclusion-{row.inspection.code}",
            subject=row.subject,
            day=row.issued_on or row.created_at.date(),
            issued=row.inspection.status in ("concluded", "closed"),
        )


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0010_beginnings_of_words"),
        ("inspections", "0019_numbers_of_papers"),
    ]

    operations = [migrations.RunPython(enter_conclusions, migrations.RunPython.noop)]

"""Enters the numbers that letters of correction bear already."""

from importlib import import_module

from django.db import migrations

enter = import_module("inspections.migrations.0019_numbers_of_papers").enter


def enter_corrections(apps, _schema):
    numbers = apps.get_model("inspections", "RegisterNumber").objects
    rows = apps.get_model("reports", "Correction").objects.order_by("pk")
    for row in rows.select_related("paper__inspection__plan").iterator():
        inspection = row.paper.inspection
        key = f"correction-{inspection.code}-{row.pk}"
        if numbers.filter(paper=key).exists():
            continue
        # Before letters were numbered here only conclusions were corrected, by who issued the plan.
        enter(
            apps,
            issuer_id=inspection.plan.issuer_id,
            province_id=inspection.province_id,
            year=row.issued_on.year,
            symbol=row.symbol,
            number=row.number,
            paper=key,
            subject=f"Đính chính {row.paper.reference}: {inspection.code}",
            day=row.issued_on,
            issued=True,
        )


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0024_numbers_of_more_papers"),
        ("reports", "0009_spoken_paper"),
    ]

    operations = [migrations.RunPython(enter_corrections, migrations.RunPython.noop)]

"""Plans and inspections are found by their references typed without signs; trigrams."""

from django.db import migrations

from reform_portal.common.text import solid
from reform_portal.common.trigrams import gin_index, write_keys


def of_plan(row):
    reference = f"{row.number:02d}/{row.symbol}" if row.number else ""
    return f"{reference} {row.title} {row.year} {solid(reference)}"


def of_inspection(row):
    """The unit and the plan are in the key already."""
    without = row.search_key.removesuffix(f" {solid(row.code)}")
    return f"{without} {solid(row.code)}"


class Migration(migrations.Migration):
    dependencies = [("common", "0005_trigrams"), ("inspections", "0002_catalogue")]
    operations = [
        write_keys("inspections", "Plan", of_plan),
        write_keys("inspections", "Inspection", of_inspection),
        gin_index("inspections_plan"),
        gin_index("inspections_inspection"),
    ]

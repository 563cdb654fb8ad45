"""Units and people are found by initials too, names come first, and trigrams make it fast."""

from django.db import migrations

from reform_portal.common.text import initials
from reform_portal.common.trigrams import gin_index, write_keys

TERRITORIAL = ("province", "district", "commune")


def of_version(row):
    body = f"{row.type} UBND" if row.level in TERRITORIAL else row.type
    return f"{row.name} {body} {row.code} {initials(f'{row.type} {row.name}')}"


def of_person(row):
    return f"{row.full_name} {row.email} {initials(row.full_name)}"


class Migration(migrations.Migration):
    dependencies = [("common", "0005_trigrams"), ("units", "0003_units_through_time")]
    operations = [
        write_keys("units", "UnitVersion", of_version),
        write_keys("units", "Person", of_person),
        gin_index("units_unitversion"),
        gin_index("units_person"),
    ]

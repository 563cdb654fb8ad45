"""How many digits an official code has: 2 of a province, 3 of a district, 5 of a commune.

Source: Decision 124/2004/QĐ-TTg on the codes of administrative units; Decision 19/2025/QĐ-TTg
keeps the 2 and the 5 digits.
"""

from django.db import migrations, models

DIGITS = {"province": 2, "district": 3, "commune": 5}


def fill(apps, schema_editor):
    objects = apps.get_model("units", "UnitType").objects
    for level, digits in DIGITS.items():
        objects.filter(level=level).update(code_digits=digits)


class Migration(migrations.Migration):
    dependencies = [("units", "0008_beginnings_of_words")]
    operations = [
        migrations.AddField(
            "unittype",
            "code_digits",
            models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="digits of the official code"
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=False),
    ]

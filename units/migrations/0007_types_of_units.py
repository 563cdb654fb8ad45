"""The types of territorial units and when each was one.

Sources: Constitution of 2013, article 110; Law 77/2015/QH13 on the organisation of local
government, article 2; Law 72/2025/QH15, articles 1 and 54: no districts and no towns (thị trấn)
from 1/7/2025, special zones (đặc khu) from that day. The first day is that of independence:
what was before is nobody's concern here.
"""

from datetime import date

from django.db import migrations, models
from django.db.models import F, Q

BEGIN, REFORM = date(1945, 9, 2), date(2025, 7, 1)
EARLIER, NOW = "Luật 77/2015/QH13", "Luật 72/2025/QH15"
TYPES = (
    ("province", "tỉnh", BEGIN, None, NOW),
    ("province", "thành phố", BEGIN, None, NOW),
    ("district", "huyện", BEGIN, REFORM, EARLIER),
    ("district", "quận", BEGIN, REFORM, EARLIER),
    ("district", "thị xã", BEGIN, REFORM, EARLIER),
    ("district", "thành phố", BEGIN, REFORM, EARLIER),
    ("commune", "xã", BEGIN, None, NOW),
    ("commune", "phường", BEGIN, None, NOW),
    ("commune", "thị trấn", BEGIN, REFORM, EARLIER),
    ("commune", "đặc khu", REFORM, None, NOW),
)
LEVELS = [
    ("province", "province"),
    ("district", "district"),
    ("commune", "commune"),
    ("agency", "agency"),
    ("one_stop", "one-stop section"),
]


def fill(apps, schema_editor):
    objects = apps.get_model("units", "UnitType").objects
    names = ("level", "name", "valid_from", "valid_to", "source")
    objects.bulk_create(objects.model(**dict(zip(names, row, strict=True))) for row in TYPES)


class Migration(migrations.Migration):
    dependencies = [("units", "0006_workbooks")]

    operations = [
        migrations.CreateModel(
            name="UnitType",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("level", models.CharField(choices=LEVELS, max_length=10, verbose_name="level")),
                ("name", models.CharField(max_length=60, verbose_name="type")),
                ("valid_from", models.DateField(verbose_name="valid from")),
                ("valid_to", models.DateField(blank=True, null=True, verbose_name="valid to")),
                ("source", models.CharField(max_length=200, verbose_name="source")),
            ],
            options={
                "verbose_name": "type of units",
                "verbose_name_plural": "types of units",
                "ordering": ["level", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("level", "name", "valid_from"),
                        name="one_type_of_a_level_from_a_day",
                    ),
                    models.CheckConstraint(
                        condition=Q(
                            ("valid_to", None), ("valid_to__gt", F("valid_from")), _connector="OR"
                        ),
                        name="unit_type_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=False),
    ]

"""Who carries a recommendation out. Two steps: rows are filled before the column must be."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F


def the_addressee_carries_it_out(apps, schema_editor):
    apps.get_model("findings", "Remediation").objects.update(bearer_id=F("unit_id"))


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0004_what_was_sent_stays"),
        ("units", "0003_units_through_time"),
    ]

    operations = [
        migrations.AddField(
            model_name="remediation",
            name="bearer",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="units.unit",
                verbose_name="carried out by",
            ),
        ),
        migrations.RunPython(the_addressee_carries_it_out, migrations.RunPython.noop),
    ]

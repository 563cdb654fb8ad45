"""A number is given once in a register, and the delegation reads only explanations sent."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0002_register_of_conclusions"),
        ("inspections", "0002_catalogue"),
        ("units", "0002_no_overlap"),
    ]

    operations = [
        migrations.AddField(
            model_name="explanation",
            name="sent_on",
            field=models.DateField(editable=False, null=True, verbose_name="sent on"),
        ),
        migrations.AlterField(
            model_name="conclusion",
            name="issuer",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="units.unit",
            ),
        ),
        migrations.AddConstraint(
            model_name="conclusion",
            constraint=models.UniqueConstraint(
                fields=("issuer", "symbol", "year", "number"), name="one_conclusion_a_number"
            ),
        ),
    ]

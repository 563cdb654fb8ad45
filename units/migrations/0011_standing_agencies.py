"""The standing agency of a committee changes by decisions, from one day to another."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("units", "0010_workbooks_in_the_queue")]
    operations = [
        migrations.CreateModel(
            name="AgencyChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", models.DateField(verbose_name="from")),
                ("decision", models.CharField(max_length=120, verbose_name="decision")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agency_changes",
                        to="units.steeringcommittee",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.unit",
                        verbose_name="standing agency",
                    ),
                ),
            ],
            options={
                "verbose_name": "change of the standing agency",
                "verbose_name_plural": "changes of the standing agency",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("committee", "from_on"), name="one_agency_a_day"
                    ),
                    models.CheckConstraint(
                        condition=~Q(decision=""), name="an_agency_cites_its_decision"
                    ),
                ],
            },
        ),
    ]

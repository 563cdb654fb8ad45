"""Conclusions know the register their number is taken from; rows made before are filled in."""

import django.db.models.deletion
from django.db import migrations, models


def fill(apps, schema_editor):
    papers = apps.get_model("findings", "Conclusion").objects
    for paper in papers.select_related("inspection__plan"):
        paper.issuer_id = paper.inspection.plan.issuer_id
        paper.year = (paper.issued_on or paper.inspection.starts_on).year
        paper.save(update_fields=["issuer", "year"])


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0001_initial"),
        ("inspections", "0001_initial"),
        ("units", "0001_initial"),
    ]
    operations = [
        migrations.AddField(
            "conclusion",
            "issuer",
            models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="units.unit",
            ),
        ),
        migrations.AddField(
            "conclusion",
            "year",
            models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="year"),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]

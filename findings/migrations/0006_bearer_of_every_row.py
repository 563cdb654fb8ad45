import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("findings", "0005_bearer"),
    ]

    operations = [
        migrations.AlterField(
            model_name="remediation",
            name="bearer",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="units.unit",
                verbose_name="carried out by",
            ),
        ),
    ]

"""The form "unannounced", and the day the delegation arrived: until then the unit knows nothing."""

from django.db import migrations, models

FORMS = [
    ("on_site", "on site"),
    ("by_report", "by report"),
    ("again", "re-inspection"),
    ("unannounced", "unannounced"),
]


def form():
    return models.CharField(choices=FORMS, default="on_site", max_length=12, verbose_name="form")


class Migration(migrations.Migration):
    dependencies = [("inspections", "0011_plan_deadlines")]

    operations = [
        migrations.AddField(
            model_name="inspection",
            name="arrived_on",
            field=models.DateField(
                blank=True, editable=False, null=True, verbose_name="arrived on"
            ),
        ),
        migrations.AlterField(model_name="inspection", name="form", field=form()),
        migrations.AlterField(model_name="planunit", name="form", field=form()),
    ]

"""When the draft was announced: for inspections whose draft is out, the day of the last act."""

from zoneinfo import ZoneInfo

from django.db import migrations, models

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
OUT = ("announced", "explained", "concluded", "closed")


def fill(apps, schema_editor):
    kinds = apps.get_model("contenttypes", "ContentType").objects
    kind = kinds.filter(app_label="inspections", model="inspection").first()
    if kind is None:
        return
    acts = apps.get_model("common", "AuditEntry").objects.filter(
        content_type=kind, verb="inspection.announce"
    )
    inspections = apps.get_model("inspections", "Inspection").objects.filter(status__in=OUT)
    for pk, at in acts.order_by("id").values_list("object_id", "at"):
        inspections.filter(pk=pk).update(announced_on=at.astimezone(HERE).date())


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0012_unannounced"),
        ("common", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.AddField(
            model_name="inspection",
            name="announced_on",
            field=models.DateField(editable=False, null=True, verbose_name="draft announced on"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]

"""What a unit has sent is kept while it writes anew; recipients may name a whole province."""

from django.db import migrations, models
from django.db.models import F


def keep_what_was_sent(apps, schema_editor):
    explanations = apps.get_model("findings", "Explanation").objects
    explanations.filter(sent_on__isnull=False).update(sent_text=F("text"))


class Migration(migrations.Migration):
    dependencies = [("findings", "0003_one_number_and_unsent_explanations")]

    operations = [
        migrations.AddField(
            model_name="explanation",
            name="sent_text",
            field=models.TextField(blank=True, default="", editable=False),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name="conclusion",
            name="recipients",
            field=models.TextField(
                help_text="One on each line; the last is “Lưu: …”.",
                max_length=20000,
                verbose_name="recipients",
            ),
        ),
        migrations.RunPython(keep_what_was_sent, migrations.RunPython.noop),
    ]

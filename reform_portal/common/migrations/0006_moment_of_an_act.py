"""The moment of an act is given by who records it.

The column stays as it is. On SQLite altering it would build the table anew, and with it the
trigger that keeps entries unchanged would go.
"""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("common", "0005_trigrams")]
    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="auditentry",
                    name="at",
                    field=models.DateTimeField(default=django.utils.timezone.now),
                ),
            ]
        )
    ]

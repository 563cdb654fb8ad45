"""PostgreSQL learns trigrams: the apps index their search keys with them.

The extension is "trusted": who owns the database may create it, no superuser is needed.
"""

from django.db import migrations

from reform_portal.common.trigrams import EXTENSION, on_postgresql


class Migration(migrations.Migration):
    dependencies = [("common", "0004_issued_passwords")]
    # Going back leaves it: other databases of the cluster do not mind, other tables may use it.
    operations = [migrations.RunPython(on_postgresql(EXTENSION), migrations.RunPython.noop)]

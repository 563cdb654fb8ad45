"""One group per role, from the enum."""

from django.db import migrations

from reform_portal.common.roles import Role


def make_groups(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects
    for role in Role.values:
        groups.get_or_create(name=role)


class Migration(migrations.Migration):
    dependencies = [("common", "0001_initial"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]

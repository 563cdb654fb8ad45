"""PostgreSQL refuses two versions of a unit, or two holders of a code, on the same day.

SQLite has no exclusion constraints; there `units.rules` alone guards the ranges.
"""

from django.db import migrations

POSTGRESQL = """
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE units_unitversion
  ADD CONSTRAINT versions_do_not_overlap EXCLUDE USING gist
  (unit_id WITH =, daterange(valid_from, valid_to) WITH &&) DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT a_code_has_one_holder EXCLUDE USING gist
  (code WITH =, level WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (code <> '')
  DEFERRABLE INITIALLY DEFERRED;
"""
BACK = """
ALTER TABLE units_unitversion
  DROP CONSTRAINT versions_do_not_overlap, DROP CONSTRAINT a_code_has_one_holder;
"""


def run(sql):
    def on_postgresql(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            with schema_editor.connection.cursor() as cursor:
                cursor.execute(sql)

    return on_postgresql


class Migration(migrations.Migration):
    dependencies = [("units", "0001_initial")]
    operations = [migrations.RunPython(run(POSTGRESQL), run(BACK))]

"""The database itself refuses to change an audit entry; PostgreSQL refuses to delete one too.

SQLite lets rows go, because emptying a test database there means deleting.
"""

from django.db import migrations

POSTGRESQL = """
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'An audit entry is never changed or removed.'; END $$;
CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE ON common_auditentry
FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
"""
POSTGRESQL_BACK = """
DROP TRIGGER audit_is_append_only ON common_auditentry;
DROP FUNCTION audit_is_append_only();
"""
SQLITE = """
CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON common_auditentry
BEGIN SELECT RAISE(ABORT, 'An audit entry is never changed or removed.'); END
"""


def guard(apps, schema_editor):
    sql = POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(sql)


def unguard(apps, schema_editor):
    on_postgresql = schema_editor.connection.vendor == "postgresql"
    sql = POSTGRESQL_BACK if on_postgresql else "DROP TRIGGER audit_is_append_only"
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(sql)


class Migration(migrations.Migration):
    dependencies = [("common", "0002_roles")]
    operations = [migrations.RunPython(guard, unguard)]

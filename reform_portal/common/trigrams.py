"""Indexes that make the search keys fast: trigrams, on each database in its own way (ADR 0021).

PostgreSQL: a GIN index per key, made by a migration of each app with `gin_index`.
SQLite: an FTS5 table per key, kept by triggers. Changing a table there makes it anew and drops its
triggers in silence, so they are looked after at the end of every `migrate`, not in a migration.
"""

from django.db import connections, migrations

from .text import (
    TRIGRAM,
    Searchable,
    fold,
    matching,
    trigram_query,
    trigram_table,
    words_of,
)

AT_ONCE = 500

EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
# Plain CREATE INDEX: in this first release the tables are small. On a table in use a later
# migration would have to build it CONCURRENTLY, outside a transaction (atomic = False).
GIN = 'CREATE INDEX "{table}_words" ON "{table}" USING gin (search_key gin_trgm_ops)'
# Written at once, not into a pending list: records are read far more often than written.
GIN += " WITH (fastupdate = off)"
GIN_AWAY = 'DROP INDEX "{table}_words"'

MADE_ONCE = """
CREATE VIRTUAL TABLE IF NOT EXISTS "{trigrams}" USING fts5(
    search_key, content='{table}', content_rowid='id', tokenize='trigram case_sensitive 1')"""
KEPT_BY = {
    "{trigrams}_added": """AFTER INSERT ON "{table}" BEGIN
        INSERT INTO "{trigrams}" (rowid, search_key) VALUES (new.id, new.search_key); END""",
    "{trigrams}_removed": """AFTER DELETE ON "{table}" BEGIN {forget} END""",
    "{trigrams}_changed": """AFTER UPDATE OF search_key ON "{table}"
        WHEN old.search_key IS NOT new.search_key BEGIN {forget}
        INSERT INTO "{trigrams}" (rowid, search_key) VALUES (new.id, new.search_key); END""",
}
FORGET = """INSERT INTO "{trigrams}" ("{trigrams}", rowid, search_key)
            VALUES ('delete', old.id, old.search_key);"""
READ_ANEW = """INSERT INTO "{trigrams}" ("{trigrams}") VALUES ('rebuild')"""


def on_postgresql(*statements):
    """A step of a migration that other databases pass over."""

    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    return run


def gin_index(table):
    """The operation that indexes the search keys of a table on PostgreSQL."""
    return migrations.RunPython(
        on_postgresql(GIN.format(table=table)), on_postgresql(GIN_AWAY.format(table=table))
    )


def write_keys(app, model, text, *, reads=()):
    """The operation that writes the keys of rows there before, when what is found by changed.

    `text(row)` repeats the model's `search_text` of that day: migrations know no methods.
    `reads`: the records it looks at beside the row, fetched with it.
    """

    def run(apps, schema_editor):
        rows = apps.get_model(app, model)._base_manager.using(schema_editor.connection.alias)
        waiting = []
        rows = rows.select_related(*reads) if reads else rows
        for row in rows.order_by("pk").iterator(AT_ONCE):
            row.search_key = fold(text(row))
            waiting.append(row)
            if len(waiting) == AT_ONCE:
                rows.bulk_update(waiting, ["search_key"])
                waiting = []
        rows.bulk_update(waiting, ["search_key"])

    return migrations.RunPython(run, migrations.RunPython.noop)


def some_keys(model, query, most):
    """Keys of records that match, in no order, and not all of them: as the index gives them.

    SQLite is asked by hand, or it would collect all that the trigrams know before it begins.
    """
    found = model._base_manager.filter(matching(query)).order_by().values_list("pk", flat=True)
    words = words_of(query)
    long = [word for word in words if len(word) >= TRIGRAM]
    connection = connections[found.db]
    if connection.vendor != "sqlite" or not long:
        return list(found[:most])
    table, trigrams = model._meta.db_table, trigram_table(model)
    short = [word for word in words if word not in long]
    sql = f"""
        SELECT record.id FROM "{trigrams}" CROSS JOIN "{table}" record
            ON record.id = "{trigrams}".rowid
         WHERE "{trigrams}" MATCH %s{" AND instr(record.search_key, %s) > 0" * len(short)}
         LIMIT %s"""  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [trigram_query(long), *short, most])
        return [key for (key,) in cursor.fetchall()]


def keep_in_step(app_config, using, **about):
    """After `migrate`: on SQLite every search key has its trigrams and the triggers for them."""
    connection = connections[using]
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        for model in app_config.get_models():
            if issubclass(model, Searchable) and _has_key(cursor, model._meta.db_table):
                _index(cursor, model)


def _has_key(cursor, table):
    """False while migrations have not come so far, or went back."""
    cursor.execute("SELECT 1 FROM pragma_table_info(%s) WHERE name = 'search_key'", [table])
    return cursor.fetchone() is not None


def _index(cursor, model):
    names = {"table": model._meta.db_table, "trigrams": trigram_table(model)}
    names["forget"] = FORGET.format(**names)
    cursor.execute(
        "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s"
        " AND name LIKE %s",
        [names["table"], f"{names['trigrams']}_%"],
    )
    if cursor.fetchone()[0] == len(KEPT_BY):
        return
    cursor.execute(MADE_ONCE.format(**names))
    for name, act in KEPT_BY.items():
        written = f'CREATE TRIGGER IF NOT EXISTS "{name}" {act}'
        cursor.execute(written.format(**names))
    cursor.execute(READ_ANEW.format(**names))

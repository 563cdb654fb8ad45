"""Indexes that make the search keys fast: trigrams, on each database in its own way (ADR 0021).

A blank before the key and before each word makes a trigram of the two letters a word begins with.

PostgreSQL: a GIN index per key, made by a migration of each app with `index_of_words`.
SQLite: an FTS5 table per key, kept by triggers. Changing a table there makes it anew and drops its
triggers in silence, so they are looked after at the end of every `migrate`, not in a migration.
"""

from django.db import connections, migrations

from .text import Searchable, Words, key_of, with_beginnings
from .word_lookups import trigram_match, trigram_table

AT_ONCE = 500

EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
# Plain CREATE INDEX: in this first release the tables are small. On a table in use a later
# migration would have to build it CONCURRENTLY, outside a transaction (atomic = False).
GIN = 'CREATE INDEX "{table}_words" ON "{table}" USING gin (search_key gin_trgm_ops)'
# Written at once, not into a pending list: records are read far more often than written.
GIN += " WITH (fastupdate = off)"
GIN_AWAY = 'DROP INDEX IF EXISTS "{table}_words"'
# The expression is that of the lookup `has_words`, or PostgreSQL would not see that they fit.
SPACED_GIN = """CREATE INDEX "{table}_spaced" ON "{table}"
                USING gin ((' ' || search_key) gin_trgm_ops) WITH (fastupdate = off)"""
SPACED_GIN_AWAY = 'DROP INDEX "{table}_spaced"'

SPACED = "'  ' || replace({key}, ' ', '  ')"
# Without a content of its own: FTS5 keeps the trigrams and never reads the key again.
MADE_ONCE = """
CREATE VIRTUAL TABLE IF NOT EXISTS "{trigrams}" USING fts5(
    search_key, content='', tokenize='trigram case_sensitive 1')"""
OF_NOW = "%content=''%"
KEPT_BY = {
    "{trigrams}_added": """AFTER INSERT ON "{table}" BEGIN {learn} END""",
    "{trigrams}_removed": """AFTER DELETE ON "{table}" BEGIN {forget} END""",
    "{trigrams}_changed": """AFTER UPDATE OF search_key ON "{table}"
        WHEN old.search_key IS NOT new.search_key BEGIN {forget} {learn} END""",
}
LEARN = f"""INSERT INTO "{{trigrams}}" (rowid, search_key)
            VALUES (new.id, {SPACED.format(key="new.search_key")});"""
FORGET = f"""INSERT INTO "{{trigrams}}" ("{{trigrams}}", rowid, search_key)
             VALUES ('delete', old.id, {SPACED.format(key="old.search_key")});"""
EMPTIED = """INSERT INTO "{trigrams}" ("{trigrams}") VALUES ('delete-all')"""
READ_ANEW = f"""INSERT INTO "{{trigrams}}" (rowid, search_key)
                SELECT id, {SPACED.format(key="search_key")} FROM "{{table}}" """


def on_postgresql(*statements):
    """A step of a migration that other databases pass over."""

    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    return run


def gin_index(table):
    """The operation that indexed the search keys before `index_of_words` did."""
    return migrations.RunPython(
        on_postgresql(GIN.format(table=table)), on_postgresql(GIN_AWAY.format(table=table))
    )


def index_of_words(table):
    """The operation that indexes the words of a table's keys, and how they begin, on PostgreSQL."""
    return migrations.RunPython(
        on_postgresql(SPACED_GIN.format(table=table), GIN_AWAY.format(table=table)),
        on_postgresql(SPACED_GIN_AWAY.format(table=table), GIN.format(table=table)),
    )


def write_keys(app, model, text, *, reads=()):
    """The operation that writes the keys of rows there before, when what is found by changed.

    `text(row)` repeats the model's `search_text` of that day: migrations know no methods.
    `reads`: the records it looks at beside the row, fetched with it.
    """

    def key(row):
        return key_of(text(row))

    return migrations.RunPython(_writing(app, model, key, reads), migrations.RunPython.noop)


def add_beginnings(app, model):
    """The operation that adds to keys there before which words begin after a sign."""

    def key(row):
        return with_beginnings(row.search_key)

    return migrations.RunPython(_writing(app, model, key), migrations.RunPython.noop)


def _writing(app, model, key, reads=()):
    def run(apps, schema_editor):
        rows = apps.get_model(app, model)._base_manager.using(schema_editor.connection.alias)
        waiting = []
        found = rows.select_related(*reads) if reads else rows
        for row in found.order_by("pk").iterator(AT_ONCE):
            written = key(row)
            if written != row.search_key:
                row.search_key = written
                waiting.append(row)
            if len(waiting) == AT_ONCE:
                rows.bulk_update(waiting, ["search_key"])
                waiting = []
        rows.bulk_update(waiting, ["search_key"])

    return run


def some_keys(model, words, most, *, rest=None):
    """Keys of records that match, in no order, and not all of them: as the index gives them.

    PostgreSQL plans it for these very words, and looks for those of the `rest` only in what the
    others gave. SQLite is asked by hand, or it would collect all that the trigrams know first.
    """
    rest = rest or Words(())
    found = model._base_manager.filter(search_key__has_words=words).order_by()
    connection = connections[found.db]
    if connection.vendor != "sqlite":
        found = found.filter(search_key__holds_words=rest) if any(rest) else found
        return list(found.values_list("pk", flat=True)[:most])
    every = Words(words.anywhere + rest.anywhere, words.beginning + rest.beginning)
    table, params = trigram_match(model, every)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid FROM {table} LIMIT %s", [*params, most])  # noqa: S608
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
    names |= {"learn": LEARN.format(**names), "forget": FORGET.format(**names)}
    kept = [name.format(**names) for name in KEPT_BY]
    of_now = _is_there(cursor, names["trigrams"], OF_NOW)
    if of_now and all(_is_there(cursor, name) for name in kept):
        return
    for name in kept:
        cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"')
    if not of_now:
        cursor.execute('DROP TABLE IF EXISTS "{trigrams}"'.format(**names))
    cursor.execute(MADE_ONCE.format(**names))
    for name, act in zip(kept, KEPT_BY.values(), strict=True):
        cursor.execute(f'CREATE TRIGGER "{name}" {act.format(**names)}')
    cursor.execute(EMPTIED.format(**names))
    cursor.execute(READ_ANEW.format(**names))


def _is_there(cursor, name, written="%"):
    cursor.execute("SELECT 1 FROM sqlite_master WHERE name = %s AND sql LIKE %s", [name, written])
    return cursor.fetchone() is not None

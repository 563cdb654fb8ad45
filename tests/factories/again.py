"""Rows that many tests begin with: made once, then put in anew as they stood in the database."""

import pickle

from django.apps import apps
from django.db import IntegrityError, connection, transaction


def models():
    """Every model with a table."""
    every = apps.get_models(include_auto_created=True)
    return [model for model in every if model._meta.managed and not model._meta.proxy]


def table(model):
    return connection.ops.quote_name(model._meta.db_table)


def rows_of(model):
    """All rows of a table as the database holds them, columns in the order of the fields."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(_columns(model))} FROM {table(model)}")
        return cursor.fetchall()


def put_in(rows):
    """The rows of each model, keys included; in any order: references are checked later."""
    with transaction.atomic(), connection.cursor() as cursor:
        for model, some in rows.items():
            columns = _columns(model)
            one = "(" + ", ".join(["%s"] * len(columns)) + ")"
            cursor.execute(
                f"INSERT INTO {table(model)} ({', '.join(columns)}) "
                f"VALUES {', '.join([one] * len(some))}",
                [value for row in some for value in row],
            )


class Again:
    """Decorator of a factory: it builds once, and from then on the same rows are put in.

    Each answer is a copy. Where a row it refers to is not there, it builds anew.
    """

    def __init__(self, build):
        self.build, self.kept = build, None

    def __call__(self):
        if self.kept is None:
            return self._first()
        answer, rows, needed = self.kept
        if any(_missing(model, keys) for model, keys in needed.items()):
            return self.build()
        try:
            put_in(rows)
        except IntegrityError:  # SQLite gives keys of a test that was rolled back once more
            return self.build()
        return pickle.loads(answer)

    def _first(self):
        before = {model: rows_of(model) for model in models()}
        made = self.build()
        added = {
            model: [row for row in rows_of(model) if row not in before[model]] for model in before
        }
        rows = {model: some for model, some in added.items() if some}
        self.kept = pickle.dumps(made), rows, _referred_to(rows)
        return made


def _referred_to(rows):
    """The keys, by model, that these rows refer to and do not bring along."""
    needed = {}
    for model, some in rows.items():
        for place, field in enumerate(model._meta.local_concrete_fields):
            if field.is_relation:
                target = field.related_model
                brought = {row[0] for row in rows.get(target, ())}
                keys = {row[place] for row in some} - brought - {None}
                needed.setdefault(target, set()).update(keys)
    return {model: keys for model, keys in needed.items() if keys}


def _missing(model, keys):
    return model._base_manager.filter(pk__in=keys).count() < len(keys)


def _columns(model):
    return [connection.ops.quote_name(f.column) for f in model._meta.local_concrete_fields]

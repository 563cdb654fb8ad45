"""`key__has_words` and `key__holds_words`: what `text.Words` asks, said to each database.

The words stand in the SQL as they are, each a parameter of its own: so a kept question takes them.
"""

from django.db import models
from django.db.models import Lookup
from django.db.models.expressions import Col

from .text import Words

# A sign that LIKE knows means itself. `%%` is one percent sign: parameters are filled in later.
LITERALLY = r"regexp_replace(%s, '([\\%%_])', '\\\1', 'g')"


@models.TextField.register_lookup
class HoldsWords(Lookup):
    """All these words are in the text, as every database can tell by reading it."""

    lookup_name = "holds_words"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        key, params = self.process_lhs(compiler, connection)
        return held(connection, key, Words(*self.rhs), params)


@models.TextField.register_lookup
class HasWords(HoldsWords):
    """The same by an index of trigrams (see `trigrams`)."""

    lookup_name = "has_words"

    def as_postgresql(self, compiler, connection):
        key, params = self.process_lhs(compiler, connection)
        words = Words(*self.rhs)
        like = f"(' ' || {key}) LIKE"
        return _all(
            f"{like} '%%' || {LITERALLY} || '%%'",
            f"{like} '%% ' || {LITERALLY} || '%%'",
            *(words, params),
        )

    def as_sqlite(self, compiler, connection):
        if not isinstance(self.lhs, Col):
            return self.as_sql(compiler, connection)
        model, quote = self.lhs.target.model, connection.ops.quote_name
        row = f"{quote(self.lhs.alias)}.{quote(model._meta.pk.column)}"
        found, params = trigram_match(model, self.rhs)
        return f"{row} IN (SELECT rowid FROM {found})", params


def held(connection, key, words, params=()):
    """The condition that a key, as SQL with its parameters, holds the words; by reading it."""
    position = "strpos" if connection.vendor == "postgresql" else "instr"
    anywhere, beginning = f"{position}({key}, %s) > 0", f"{position}(' ' || {key}, ' ' || %s) > 0"
    return _all(anywhere, beginning, words, params)


def _all(anywhere, beginning, words, params):
    conditions = [anywhere] * len(words.anywhere) + [beginning] * len(words.beginning)
    given = [one for word in (*words.anywhere, *words.beginning) for one in (*params, word)]
    return " AND ".join(conditions), given


def trigram_table(model):
    """Where SQLite keeps the trigrams of a model's keys."""
    return f"{model._meta.db_table}_trigrams"


def trigram_match(model, words):
    """The table of trigrams and the condition that it has the words, with the parameters.

    Each is a phrase in quotes, so that no sign means anything to FTS5. The index doubles every
    blank: so one letter that begins a word has a trigram too.
    """
    words = Words(*words)
    quoted = """replace(%s, '"', '""')"""
    phrases = [f"""'"' || {quoted} || '"'"""] * len(words.anywhere)
    phrases += [f"""'"  ' || {quoted} || '"'"""] * len(words.beginning)
    table = f'"{trigram_table(model)}"'
    asked = " || ' AND ' || ".join(phrases)
    return f"{table} WHERE {table} MATCH ({asked})", [*words.anywhere, *words.beginning]

"""Vietnamese text: one form on save, and a key that finds it however it was typed.

The folded key is the one truth of searching on every database: a record is found when each word
of the query is somewhere in its key. Indexes (`trigrams`) only make that fast.
"""

import unicodedata

from django.db import models
from django.db.models import Lookup, Q
from django.db.models.expressions import Col

# Marks and signs without a width go; signs that end a line or a text part two words.
UNSEEN = {"Mn", "Cf", "Cs"}
PARTING = "Cc"
# What of a query counts: more than any name, less than a database minds.
LONGEST_QUERY = 200
TRIGRAM = 3


def nfc(text):
    """Composed form without stray blanks at either end; the form everything is stored in."""
    return unicodedata.normalize("NFC", text).strip()


def fold(text):
    """Search key: lower case, no marks, đ as d. "Cao Lộc", "CAO LOC" and NFD all give "cao loc".

    Tone placement (hoà, hòa) disappears with the marks; i and y stay apart (Mĩ is not Mỹ).
    """
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    kept = ((mark, unicodedata.category(mark)) for mark in decomposed)
    plain = "".join(" " if kind == PARTING else mark for mark, kind in kept if kind not in UNSEEN)
    return " ".join(unicodedata.normalize("NFC", plain).split())


def words_of(query):
    """The words a query asks for, each once; those inside another ask nothing of their own."""
    words = fold((query or "")[: 2 * LONGEST_QUERY])[:LONGEST_QUERY].split()
    longest_first = sorted(dict.fromkeys(words), key=len, reverse=True)
    asked = []
    for word in longest_first:
        if not any(word in other for other in asked):
            asked.append(word)
    return [word for word in dict.fromkeys(words) if word in asked]


def initials(name):
    """What people shorten a name to: "snv" for Sở Nội vụ, with and without "và"."""
    words = [word for word in fold(name).split() if word[0].isalnum()]
    short = "".join(word[0] for word in words)
    without = "".join(word[0] for word in words if word != "va")
    return short if short == without else f"{short} {without}"


def solid(reference):
    """A reference without its signs, as some type it: "kt2024001" for KT-2024-001."""
    return "".join(mark for mark in fold(reference) if mark.isalnum())


class Searchable(models.Model):
    """A record found by folded words. Subclasses say what in `search_text()`, its name first."""

    search_key = models.TextField(blank=True, editable=False, default="")

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self.search_key = self.folded_search_text()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_key"}
        super().save(*args, **kwargs)

    def search_text(self):
        """The words this record is found by."""
        raise NotImplementedError

    def folded_search_text(self):
        """`search_text` as it is stored."""
        return fold(self.search_text())


def matching(query, field="search_key", *, read_along=False):
    """A condition: every word of the query is in the key. An empty query matches everything.

    `read_along` is for rows that are read in an order until enough are found: no index helps.
    """
    words = words_of(query)
    lookup = "holds_words" if read_along else "has_words"
    return Q(**{f"{field}__{lookup}": words}) if words else Q()


@models.TextField.register_lookup
class HoldsWords(Lookup):
    """All these words are in the text, as every database can tell by reading it."""

    lookup_name = "holds_words"
    prepare_rhs = False

    def as_sql(self, compiler, connection):
        key, params = self.process_lhs(compiler, connection)
        patterns = (f"%{connection.ops.prep_for_like_query(word)}%" for word in self.rhs)
        return self._all(f"{key} LIKE %s", params, patterns)

    def as_sqlite(self, compiler, connection):
        """LIKE here would not tell A from a."""
        key, params = self.process_lhs(compiler, connection)
        return self._all(f"instr({key}, %s) > 0", params, self.rhs)

    @staticmethod
    def _all(condition, params, values):
        values = list(values)
        given = [one for value in values for one in (*params, value)]
        return " AND ".join([condition] * len(values)), given


@models.TextField.register_lookup
class HasWords(HoldsWords):
    """The same by an index of trigrams. PostgreSQL takes its own for LIKE by itself."""

    lookup_name = "has_words"

    def as_sqlite(self, compiler, connection):
        long = [word for word in self.rhs if len(word) >= TRIGRAM]
        if not long or not isinstance(self.lhs, Col):
            return super().as_sqlite(compiler, connection)
        key, params = self.process_lhs(compiler, connection)
        short = [word for word in self.rhs if len(word) < TRIGRAM]
        model, quote = self.lhs.target.model, connection.ops.quote_name
        row = f"{quote(self.lhs.alias)}.{quote(model._meta.pk.column)}"
        table = quote(trigram_table(model))
        found = f"{row} IN (SELECT rowid FROM {table} WHERE {table} MATCH %s)"
        sql, values = self._all(f"instr({key}, %s) > 0", params, short)
        return " AND ".join(filter(None, [found, sql])), [trigram_query(long), *values]


def trigram_table(model):
    """Where SQLite keeps the trigrams of a model's keys (see `trigrams`)."""
    return f"{model._meta.db_table}_trigrams"


def trigram_query(words):
    """Words in the language of FTS5: each a phrase in quotes, so that no sign means anything."""
    phrases = (word.replace('"', '""') for word in words)
    return " AND ".join(f'"{phrase}"' for phrase in phrases)

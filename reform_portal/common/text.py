"""Vietnamese text: one form on save, and a key that finds it however it was typed.

The folded key is the one truth of searching on every database: a record is found when each word
of the query is in its key, one of one or two letters where a word begins. Indexes (`trigrams`)
only make that fast.
"""

import re
import unicodedata
from typing import NamedTuple

from django.db import models
from django.db.models import Q

# Marks and signs without a width go; signs that end a line or a text part two words.
UNSEEN = {"Mn", "Cf", "Cs"}
PARTING = "Cc"
# What of a query counts: more than any name, less than a database minds.
LONGEST_QUERY = 200
TRIGRAM = 3
# Where another word begins inside one: after a sign, as "kh" in "81/kh-bcd" and "ho" in "(ho".
INSIDE = re.compile(r"(?<=[^\w\s])\w{1,2}")


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


class Words(NamedTuple):
    """What a query asks for: words that may stand anywhere, and short ones that begin a word.

    Two letters are in nearly every text, and no index of trigrams knows them; three signs with
    the blank before them it does.
    """

    anywhere: tuple
    beginning: tuple = ()

    def __bool__(self):
        return any(map(bool, (self.anywhere, self.beginning)))

    def are_in(self, key):
        """The truth that every database repeats."""
        return all(word in key for word in self.anywhere) and all(
            f" {word}" in f" {key}" for word in self.beginning
        )


def words_of(query):
    """The words a query asks for, each once; those that another implies are left out."""
    words = dict.fromkeys(fold((query or "")[: 2 * LONGEST_QUERY])[:LONGEST_QUERY].split())
    long = [word for word in words if len(word) >= TRIGRAM]
    short = [word for word in words if len(word) < TRIGRAM]
    return Words(
        tuple(word for word in long if not any(word in other for other in long if other != word)),
        tuple(w for w in short if not any(other.startswith(w) for other in short if other != w)),
    )


def initials(name):
    """What people shorten a name to: "snv" for Sở Nội vụ, with and without "và"."""
    words = [word for word in fold(name).split() if word[0].isalnum()]
    short = "".join(word[0] for word in words)
    without = "".join(word[0] for word in words if word != "va")
    return short if short == without else f"{short} {without}"


def solid(reference):
    """A reference without its signs, as some type it: "kt2024001" for KT-2024-001."""
    return "".join(mark for mark in fold(reference) if mark.isalnum())


def key_of(text):
    """What is stored of a text to find it by."""
    return with_beginnings(fold(text))


def with_beginnings(key):
    """The key, and after it the two letters that begin a word after a sign inside another."""
    known = {word[: TRIGRAM - 1] for word in key.split()}
    more = [start for start in dict.fromkeys(INSIDE.findall(key)) if start not in known]
    return " ".join([key, *more]) if more else key


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
        return key_of(self.search_text())


def matching(query, field="search_key", *, read_along=False):
    """A condition: the words of the query are in the key. An empty query matches everything.

    `read_along` is for rows that are read in an order until enough are found: no index helps.
    """
    words = words_of(query)
    lookup = "holds_words" if read_along else "has_words"
    return Q(**{f"{field}__{lookup}": words}) if words else Q()

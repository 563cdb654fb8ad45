"""Vietnamese text: one form on save, and a key that finds it however it was typed."""

import unicodedata

from django.db import models
from django.db.models import Q


def nfc(text):
    """Composed form without stray blanks at either end; the form everything is stored in."""
    return unicodedata.normalize("NFC", text).strip()


def fold(text):
    """Search key: lower case, no marks, đ as d. "Cao Lộc", "CAO LOC" and NFD all give "cao loc".

    Tone placement (hoà, hòa) disappears with the marks.
    """
    decomposed = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    plain = "".join(mark for mark in decomposed if unicodedata.category(mark) != "Mn")
    return " ".join(unicodedata.normalize("NFC", plain).split())


class Searchable(models.Model):
    """A record found by folded words. Subclasses say what in `search_text()`."""

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


def matching(query, field="search_key"):
    """A condition: every word of the query is in the key. An empty query matches everything."""
    condition = Q()
    for word in fold(query or "").split():
        condition &= Q(**{f"{field}__contains": word})
    return condition

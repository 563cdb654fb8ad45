"""Addresses of pages: Django's `reverse` tries its patterns anew for each of them."""

from functools import lru_cache
from urllib.parse import quote

from django.urls import NoReverseMatch, reverse

PLACE = "1000000007"  # where the reference goes; fits keys and codes alike

of_page = lru_cache(maxsize=256)(reverse)


def address(name, ref):
    """The address of the page `name` of the record that `ref` (key or code) names."""
    around = _around(name)
    if around is None:
        return reverse(name, args=[ref])
    before, after = around
    return f"{before}{quote(str(ref), safe='')}{after}"


@lru_cache(maxsize=256)
def _around(name):
    """What stands before and after the reference; None of a page that takes some only (years)."""
    try:
        return reverse(name, args=[PLACE]).split(PLACE)
    except NoReverseMatch:
        return None

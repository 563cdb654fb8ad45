"""Addresses of pages: Django's `reverse` tries its patterns anew for each of them."""

from functools import lru_cache
from urllib.parse import quote

from django.urls import reverse

PLACE = "1000000007"  # where the reference goes; fits keys and codes alike

of_page = lru_cache(maxsize=256)(reverse)


def address(name, ref):
    """The address of the page `name` of the record that `ref` (key or code) names."""
    before, after = _around(name)
    return f"{before}{quote(str(ref), safe='')}{after}"


@lru_cache(maxsize=256)
def _around(name):
    return reverse(name, args=[PLACE]).split(PLACE)

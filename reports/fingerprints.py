"""What a file is made from, as a hash: the same content and the same layout give the same file."""

import hashlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings

# What lays content out: when one of these changes, a file made before is not the same any more.
LAYOUTS = ("reports/papers", "reports/renderers", "templates/reports")


def fingerprint(content):
    """The hash of everything a file says, whenever it was read, and of how it is laid out."""
    hashed = hashlib.sha256(layout_version().encode())
    for part in _parts(content, type(content).__name__):
        hashed.update(part)
    return hashed.hexdigest()


def _parts(value, name):
    """Every value with the name of its place.

    Moments say when it was read, which is no content; rows that are still to be read are told of
    by another value beside them.
    """
    if isinstance(value, datetime | Iterator):
        return
    if is_dataclass(value):
        for field in fields(value):
            yield from _parts(getattr(value, field.name), field.name)
    elif isinstance(value, tuple | list):
        yield f"{name}[{len(value)}]".encode()
        for item in value:
            yield from _parts(item, name)
    elif isinstance(value, bytes):
        yield hashlib.sha256(value).digest()
    else:
        yield f"{name}={value!r};".encode()


@cache
def layout_version():
    """A short hash of the code and the templates that lay papers out."""
    hashed = hashlib.sha256()
    for folder in LAYOUTS:
        for path in sorted((Path(settings.BASE_DIR) / folder).rglob("*")):
            if path.suffix in (".py", ".html", ".css"):
                hashed.update(path.read_bytes())
    return hashed.hexdigest()[:12]

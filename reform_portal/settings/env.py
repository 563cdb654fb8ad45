"""The environment, read by three helpers; nothing else in the portal looks at it.

Every value may also come from a file: NAME_FILE=/run/secrets/name instead of NAME=...
"""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

REQUIRED = object()


def text(name, default=REQUIRED):
    """The value of NAME, or the content of the file that NAME_FILE points to."""
    if value := os.environ.get(name, ""):
        return value
    if file := os.environ.get(f"{name}_FILE", ""):
        try:
            return Path(file).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise ImproperlyConfigured(f"{name}_FILE cannot be read: {error}.") from error
    if default is REQUIRED:
        raise ImproperlyConfigured(f"Set {name} (or {name}_FILE) in the environment.")
    return default


def flag(name, default=False):
    """True for 1, true, yes, on; False for 0, false, no, off; anything else is refused."""
    value = text(name, default="").lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    if value:
        raise ImproperlyConfigured(f"{name} is {value!r}; say 1 or 0.")
    return default


def number(name, default=REQUIRED):
    """A whole number."""
    value = text(name, default=default if default is REQUIRED else str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} is {value!r}; say a whole number.") from None


def words(name, default=""):
    """A list, from a text with commas."""
    return [word.strip() for word in text(name, default=default).split(",") if word.strip()]

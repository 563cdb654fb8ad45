"""System checks: combinations of settings and data that must not go into service."""

import logging
import sys

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.checks import Error, Tags, register
from django.db import DatabaseError, connections

REFUSAL = (
    "This database holds demo accounts, whose password is published; "
    "the settings for service refuse to start with it. Use a database of your own."
)
# The exit status with which gunicorn gives up instead of trying again.
BOOT_ERROR = 3


def demo_accounts_found():
    """True when demo accounts stand where none may. A database not reached is no answer: False."""
    if settings.DEMO_ALLOWED:
        return False
    try:
        return get_user_model().objects.filter(is_demo=True).exists()
    except DatabaseError:  # down, or without tables yet; such accounts cannot sign in anyway
        logging.getLogger(__name__).warning("Demo accounts could not be looked for.")
        return False


@register(Tags.database)
def refuse_demo_accounts(app_configs, databases, **kwargs):
    """`migrate` and `check --database default` report it."""
    if databases and "default" in databases and demo_accounts_found():
        return [Error(REFUSAL, id="portal.E001")]
    return []


def stop_beside_demo_accounts():
    """Called where a web server or a worker starts: one sentence, then the end."""
    found = demo_accounts_found()
    connections.close_all()
    if found:
        sys.stderr.write(f"{REFUSAL}\n")
        raise SystemExit(BOOT_ERROR)

"""The floor every other app stands on; it knows no word of the domain except "user"."""

import time

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_migrate


class CommonConfig(AppConfig):
    name = "reform_portal.common"
    label = "common"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        user_logged_in.connect(_begin_session, dispatch_uid="session begins")
        from . import (  # noqa: F401  (registers system checks, parts of addresses, lookups)
            checks,
            converters,
            word_lookups,
        )
        from .trigrams import keep_in_step

        post_migrate.connect(keep_in_step, dispatch_uid="search keys have their trigrams")


def _begin_session(request, **_about):
    """A fresh session need not be renewed at the first page."""
    request.session["renewed"] = time.time()

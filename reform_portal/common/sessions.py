"""Sessions in the database, as Django keeps them, read by a question that is compiled once.

Every page asks it first.
"""

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from .kept import kept


@kept
def _sessions_of(key):
    return Session.objects.filter(session_key=key)


class SessionStore(DatabaseStore):
    """Django's own; only how a session is found differs."""

    def _get_session_from_db(self):
        found = _sessions_of(self.session_key)
        if found and found[0].expire_date > timezone.now():
            return found[0]
        self._session_key = None
        return None

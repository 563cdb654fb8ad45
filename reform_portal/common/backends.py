"""Who may sign in: active accounts with a password that still holds; demo ones in a demo only."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.utils import timezone

from .kept import kept
from .models import User


@kept
def _accounts_of(key):
    return User.objects.filter(pk=key)


class PortalBackend(ModelBackend):
    """Asked at sign-in and again on every request, so that a demo session ends too."""

    def get_user(self, user_id):
        found = _accounts_of(user_id)
        return found[0] if found and self.user_can_authenticate(found[0]) else None

    def user_can_authenticate(self, user):
        if getattr(user, "is_demo", False) and not settings.DEMO_ALLOWED:
            return False
        return super().user_can_authenticate(user) and not _issued_too_long_ago(user)


def _issued_too_long_ago(user):
    """An issued password travels on paper; unused, it stops working after some days."""
    issued = getattr(user, "password_issued_at", None)
    return issued and timezone.now() - issued > timedelta(days=settings.ISSUED_PASSWORD_DAYS)

"""Making, renewing and revoking the secret address of a personal calendar."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from inspections.models import CalendarFeed
from reform_portal.common import audit

SECRET_BYTES = 32
NOTE_EVERY = timedelta(hours=1)

audit.name_verbs(
    calendar_feed__make=_("Made a calendar address"),
    calendar_feed__revoke=_("Revoked the calendar address"),
)


@transaction.atomic
def make_address(*, by, now):
    """A new secret for this account, which ends the one before; it is returned and not kept."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    values = {"secret_hash": hash_of(secret), "made_at": now, "read_at": None}
    CalendarFeed.objects.update_or_create(account=by.user, defaults=values)
    audit.record("calendar_feed.make", by.user, by=by)
    return secret


@transaction.atomic
def revoke_address(*, by):
    """From now on the address is no page. A second click changes nothing."""
    removed, _each = CalendarFeed.objects.filter(account=by.user).delete()
    if removed:
        audit.record("calendar_feed.revoke", by.user, by=by)


def feed_of(secret):
    """The feed of this secret, or None. Its hash is looked up: time tells nothing of the secret."""
    found = CalendarFeed.objects.select_related("account")
    return found.filter(secret_hash=hash_of(secret), account__is_active=True).first()


def note_reading(feed, now):
    """When the address was last read, to the hour: programs ask often."""
    old = Q(read_at=None) | Q(read_at__lt=now - NOTE_EVERY)
    CalendarFeed.objects.filter(old, pk=feed.pk).update(read_at=now)


def hash_of(secret):
    return hashlib.sha256(secret.encode()).hexdigest()

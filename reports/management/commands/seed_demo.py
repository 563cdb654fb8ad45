"""Loads the demo into an empty database, once, and prints who can sign in."""

from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from reports.demo import accounts
from reports.demo.load import FIRST_DAY, load
from units.models import Unit


class Command(BaseCommand):
    help = "Loads the demo: the Cao Lộc inspection of 2024, invented work around it, accounts."

    def add_arguments(self, parser):
        parser.add_argument("--day", help="the day the demo is told from (2026-11-22); today")
        parser.add_argument(
            "--province",
            action="append",
            metavar="CODE",
            help="only the units of this province (20), not of the whole nation",
        )

    def handle(self, *, day, province, **options):
        if not settings.DEMO_ALLOWED:
            raise CommandError(
                _("The demo has accounts with a published password; these settings refuse it.")
            )
        today = _day(day)
        if accounts.exist():
            self.stdout.write(_("The demo is already loaded; nothing was changed."))
        else:
            _require_empty()
            load(today, province)
            self.stdout.write(_("The demo is loaded."))
        self.list_accounts()

    def list_accounts(self):
        self.stdout.write("")
        for line in accounts.table():
            self.stdout.write(f"  {line}")
        self.stdout.write(
            _("Password of all accounts: %(password)s") % {"password": accounts.DEMO_PASSWORD}
        )


def _day(text):
    """The day given, or today in Viet Nam."""
    if not text:
        return timezone.localdate()
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise CommandError(
            _("“%(text)s” is not a day. Write it like 2026-11-22.") % {"text": text}
        ) from None
    if day < FIRST_DAY:
        raise CommandError(
            _("The present of the demo begins on %(first)s: give that day or a later one.")
            % {"first": vn_date(FIRST_DAY)}
        )
    return day


def _require_empty():
    if Unit.objects.exists():
        raise CommandError(
            _("This database holds units already; the demo goes into an empty one only.")
        )

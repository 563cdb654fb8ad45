"""Writes the units in force on a day as CSV."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from reform_portal.common.dates import vn_date
from units.national import giving


class Command(BaseCommand):
    help = "Writes the units in force on a day into a CSV file (UTF-8), or to standard output."

    def add_arguments(self, parser):
        parser.add_argument("--on", metavar="YYYY-MM-DD", help="the day")
        parser.add_argument("--output", metavar="FILE.csv", help="the file; - is standard output")

    def handle(self, *, on, output, **options):
        day = _day(on)
        if not output:
            raise CommandError(_("Say where to: --output FILE.csv, or --output - for the screen."))
        number = self._to_screen(day) if output == "-" else giving.write_file(day, output)
        self.stderr.write(
            _("%(number)s units in force on %(day)s.") % {"number": number, "day": vn_date(day)}
        )

    def _to_screen(self, day):
        try:
            return giving.write(day, self.stdout)
        except BrokenPipeError:
            raise CommandError(_("Nobody read to the end.")) from None


def _day(text):
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        raise CommandError(
            _("“%(text)s” is not a day; write it like this: --on 2025-06-30.")
            % {"text": text or ""}
        ) from None

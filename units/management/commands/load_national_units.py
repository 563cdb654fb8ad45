"""Loads provinces, districts and communes of both eras, and what became of each."""

import sys

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError
from django.utils.translation import gettext as _

from units.national import ListsError, load

WIDTH = 30


class Command(BaseCommand):
    help = "Loads the national lists of units: until 30/06/2025 and since 01/07/2025."

    def add_arguments(self, parser):
        parser.add_argument(
            "--province",
            action="append",
            metavar="CODE",
            help="only this province (20) and those it merged with; may be given several times",
        )

    def handle(self, *, province, **options):
        try:
            report = load(province, progress=self.bar if sys.stderr.isatty() else self.line)
        except ListsError as refusal:
            raise CommandError(str(refusal)) from None
        except IntegrityError:
            raise CommandError(
                _("Units were changed at the same time; nothing was written. Run it again.")
            ) from None
        for line in report.lines():
            self.stdout.write(line)

    def bar(self, step, done, total):
        """One line that grows."""
        filled = WIDTH * done // total
        ending = "\n" if done == total else ""
        self.stderr.write(f"\r{step:<12} [{'#' * filled:<{WIDTH}}] {done}/{total}", ending=ending)
        self.stderr.flush()

    def line(self, step, done, total):
        """One line for each step, for a log."""
        if done == total:
            self.stderr.write(f"{step}: {total}")

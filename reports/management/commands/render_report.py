"""A report as a file, without the queue: render_report conclusion KT-2024-001 --format pdf ..."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from inspections.models import Inspection
from reform_portal.common.writing import write_whole
from reports.registry import REPORTS
from reports.renderers import RENDERERS
from reports.renderers.limits import PaperTooLong
from reports.snapshot import snapshot

USAGE = "render_report conclusion KT-2024-001 --format pdf --output FILE"


class Command(BaseCommand):
    help = "Writes a report about an inspection to a file."

    def add_arguments(self, parser):
        parser.error = _refuse_arguments
        parser.add_argument("kind", help=", ".join(REPORTS))
        parser.add_argument("code", help="code of the inspection, such as KT-2024-001")
        parser.add_argument("--format", required=True, help="pdf or xlsx")
        parser.add_argument("--output", required=True, metavar="FILE")

    def handle(self, *, kind, code, format, output, **options):
        report = _report(kind, format)
        with snapshot():
            # Whoever runs commands on the server reads everything.
            content = report.contents[format](
                _inspection(report, code), as_of=timezone.now(), reader=None
            )
        try:
            file = RENDERERS[format](content)
        except PaperTooLong as error:
            raise CommandError(str(error)) from None
        write_whole(Path(output), file)
        if options["verbosity"] > 0:
            self.stdout.write(_("Written: %(file)s") % {"file": output})


def _refuse_arguments(reason):
    """One sentence instead of a page of usage."""
    print(
        _("Wrong arguments (%(reason)s); write: %(usage)s") % {"reason": reason, "usage": USAGE},
        file=sys.stderr,
    )
    sys.exit(2)


def _report(kind, format):
    report = REPORTS.get(kind)
    if report is None:
        raise CommandError(
            _("There is no report “%(kind)s”; say one of: %(kinds)s.")
            % {"kind": kind, "kinds": ", ".join(REPORTS)}
        )
    if format not in report.contents:
        raise CommandError(
            _("There is no format “%(format)s”; say one of: %(formats)s.")
            % {"format": format, "formats": ", ".join(report.contents)}
        )
    return report


def _inspection(report, code):
    inspection = Inspection.objects.select_related("unit_version").filter(code=code).first()
    if inspection is None:
        raise CommandError(_("There is no inspection with the code “%(code)s”.") % {"code": code})
    if reason := report.ready(inspection):
        raise CommandError(reason)
    return inspection

"""The visits of a plan for a calendar program: export_calendar --plan "80/KH-BCĐCCHC" ..."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from inspections import ical
from inspections.models import Inspection, Plan, Visit
from inspections.querysets import EMBARGOED
from reform_portal.common.text import solid
from reform_portal.common.writing import write_whole


class Command(BaseCommand):
    help = "Writes the visits of a plan as an iCalendar file."

    def add_arguments(self, parser):
        parser.add_argument("--plan", required=True, help='such as "80/KH-BCĐCCHC"')
        parser.add_argument("--year", type=int, help="the year, when several plans have the number")
        parser.add_argument("--output", required=True, metavar="FILE.ics", help="- for the screen")

    def handle(self, *, plan, year, output, **options):
        found = _plan(plan, year)
        inspections = Inspection.objects.filter(plan=found)
        announced = inspections.exclude(EMBARGOED)  # the file is given to others
        content = ical.calendar_of(
            ical.events_of(
                Visit.objects.filter(inspection__in=announced),
                announced,
            ),
            name=f"{found} ({found.year})",
        )
        if output == "-":
            self._to_screen(content)
        else:
            write_whole(Path(output), content)
            if options["verbosity"] > 0:
                self.stdout.write(_("Written: %(file)s") % {"file": output})
                self._say_what_is_left_out(inspections.filter(EMBARGOED).count())

    def _say_what_is_left_out(self, count):
        if count:
            self.stdout.write(
                _("Left out, because they are unannounced: %(count)d") % {"count": count}
            )

    def _to_screen(self, content):
        if self.stdout._out is not sys.stdout:
            self.stdout.write(content.decode(), ending="")
            return
        try:
            sys.stdout.buffer.write(content)  # line ends as RFC 5545 has them
            sys.stdout.flush()
        except BrokenPipeError:
            raise CommandError(_("Nobody read to the end.")) from None


def _plan(reference, year):
    """The plan of this number, however it was typed; a sentence when there is none or several."""
    plans = Plan.objects.exclude(number=None).filter(**{"year": year} if year else {})
    found = [plan for plan in plans.order_by("year", "pk") if _is(plan, reference)]
    shown = {"plan": reference}
    if not found:
        raise CommandError(_("There is no plan “%(plan)s”.") % shown)
    if len(found) > 1:
        several = {plan.year for plan in found}
        if len(several) > 1:
            raise CommandError(
                _("Several plans are “%(plan)s”, of %(years)s; add --year.")
                % {**shown, "years": ", ".join(map(str, sorted(several)))}
            )
        raise CommandError(
            _(
                "Several issuers have a plan “%(plan)s” in %(year)s; the number does not tell them apart."
            )
            % {**shown, "year": found[0].year}
        )
    return found[0]


def _is(plan, reference):
    return solid(plan.reference) == solid(reference)

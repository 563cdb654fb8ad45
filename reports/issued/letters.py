"""Letters that follow a conclusion: numbered from the register of who sends them, and kept.

Home Affairs urges what is open; the inspected unit reports what it remedied. What the records say
on that day is what the letter says for good.
"""

from dataclasses import replace
from datetime import datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from findings.models import Conclusion
from inspections import permissions as inspections
from inspections import register
from inspections.models import Inspection
from reform_portal.common import audit
from reform_portal.common.dates import vn_date
from reform_portal.common.workflow import Refused
from reports.datasets import bodies, remediation_report, urging
from reports.rules import something_is_open, unit_was_asked
from units.heirs import standing_for

from .keeping import keep_paper
from .records import IssuedPaper

audit.name_verbs(issued_paper__letter=gettext_lazy("Issued a letter"))
K = IssuedPaper.Kind
# The dataset, when it can be written, and the type of its symbol.
KINDS = {
    K.URGING: (urging.paper, something_is_open, ""),
    K.REMEDIATION_REPORT: (remediation_report.paper, unit_was_asked, "BC"),
}


def issued_by(actor, inspection):
    """The kinds this person issues, as {kind: label}: Home Affairs urges, the unit reports."""
    if not inspection.is_issued:
        return {}
    may = {K.URGING: inspections.plans, K.REMEDIATION_REPORT: inspections.answers}
    return {kind: kind.label for kind, allowed in may.items() if allowed(actor, inspection)}


def may_add_to(actor, paper):
    """Who corrects a paper, takes in its signed copy, has its files made: who issues such papers."""
    if paper.kind == K.CONCLUSION:
        return inspections.leads_or_plans(actor, paper.inspection)
    return paper.kind in issued_by(actor, paper.inspection)


def next_letter(inspection, kind, day):
    """The letter as the register of its sender knows it, before it has a number."""
    sender = sender_of(inspection, kind, day)
    symbol = bodies.of_unit(sender, day).symbol(KINDS[kind][2])
    return register.Paper(
        issuer_id=sender,
        province_id=inspection.province_id,
        year=day.year,
        symbol=symbol[:30],
        key="",
        subject=f"{K(kind).label}: {inspection}",
    )


@transaction.atomic
def issue(inspection, kind, *, by, number, symbol, issued_on, submission=None):
    """Keep the letter as the records tell it today. Refused when it has nothing to say, when the

    day does not fit, or when the number is another paper's; a second click issues it once.
    """
    row = Inspection.objects.select_for_update(of=("self",)).get(pk=inspection.pk)
    made = submission and IssuedPaper.objects.filter(submission=submission).first()
    if made:
        return made
    dataset, ready, _type = KINDS[kind]
    if reason := ready(row) or _day_fits(row, issued_on, by.day):
        raise Refused(reason)
    moment = _moment(issued_on, by.day)
    written = dataset(row, as_of=moment, reader=by, issued_on=issued_on)
    paper = replace(written, number=number, symbol=symbol, issued_on=issued_on, year=issued_on.year)
    reference = f"{number:02d}/{symbol}"
    letter = keep_paper(row, paper, kind=kind, reference=reference, submission=submission)
    of = replace(
        next_letter(row, kind, issued_on), symbol=symbol, key=f"letter-{row.code}-{letter.pk}"
    )
    register.take(of, by=by, number=number)
    register.issue(of.key)
    audit.record("issued_paper.letter", row, by=by, note=f"{K(kind).label} {reference}")
    return letter


def paper_of_the_day(kind):
    """What a request prints: the letter issued that day, or what would be written now."""
    from .keeping import paper_of

    def paper(inspection, *, as_of, reader):
        rows = IssuedPaper.objects.filter(inspection=inspection, kind=kind)
        row = rows.filter(issued_on=timezone.localdate(as_of)).first()
        return paper_of(row) if row else KINDS[kind][0](inspection, as_of=as_of, reader=reader)

    return paper


def sender_of(inspection, kind, day):
    """The unit whose register a paper is in: of who concludes, follows up or was inspected.

    What took it over by that day stands for one of the last two.
    """
    if kind == K.CONCLUSION:
        return inspection.plan.issuer_id
    if kind == K.URGING:
        return bodies.followed_up_by(inspection.plan, day)
    standing = standing_for([inspection.unit_id], day).get(inspection.unit_id)
    return standing.unit_id if standing else inspection.unit_id


def _day_fits(inspection, issued_on, today):
    first = Conclusion.objects.get(inspection=inspection).issued_on
    if issued_on > today or (first and issued_on < first):
        return _("A letter is dated between the conclusion (%(first)s) and today.") % {
            "first": vn_date(first)
        }


def _moment(issued_on, today):
    """Now; a letter of an earlier day counts what was overdue on that day."""
    if issued_on == today:
        return timezone.now()
    return timezone.make_aware(datetime.combine(issued_on, time(12)))

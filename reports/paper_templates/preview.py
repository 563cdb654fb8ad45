"""A version on real data before it is in force: the paper read word by word, and as PDF.

Made at once, within bounds: annexes, which no template changes, are left out, and a paper that is
too long for the page is refused.
"""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from inspections.models import Delegation, Inspection, Minutes, Plan
from reform_portal.common.dates import vn_date
from reform_portal.common.workflow import Refused
from reports import permissions
from reports.datasets import (
    conclusion,
    decision,
    minutes,
    notice,
    outline,
    plan_paper,
    remediation_report,
    urging,
)
from reports.issued.changes import read_together
from reports.papers.read_out import lines_of
from reports.renderers.printable import texts
from reports.subjects import RELATED, key_of

from . import choosing, proposing

MOST = 20  # records to choose from, the newest
WAY_TO_PLAN = {
    "plan": "",
    "delegation": "plan__",
    "inspection": "plan__",
    "minutes": "inspection__plan__",
}
# Characters, lines and cells that are compared and laid out while somebody waits.
LONGEST, MOST_PIECES = 60_000, 3_000


@dataclass(frozen=True)
class Source:
    """What a kind of paper is about, who may have it, and its dataset."""

    model: type
    may: callable
    paper: callable
    narrow: dict


def _as_proposed(inspection, *, as_of, reader, wording):
    """A conclusion with what the template would propose in the place of what the head wrote."""
    parts = conclusion.conclusion(inspection, as_of=as_of, reader=reader, wording=wording)
    words = proposing.proposed(wording, inspection, as_of.date())
    lines = {name: conclusion.lines(text) for name, text in words.items()}
    signature = replace(parts.signature, capacity=lines["capacity"])
    return replace(
        parts,
        bases=lines["bases"],
        opening=lines["opening"],
        organisation=lines["implementation"],
        recipients=lines["recipients"],
        signature=signature,
    ).composed()


SOURCES = {
    "plan": Source(Plan, permissions.may_have_plan, plan_paper.paper, {"amends": None}),
    "amending_plan": Source(
        Plan, permissions.may_have_plan, plan_paper.paper, {"amends__isnull": False}
    ),
    "decision": Source(Delegation, permissions.may_have_decision, decision.paper, {}),
    "notice": Source(Inspection, permissions.may_have_notice, notice.paper, {}),
    "outline": Source(Inspection, permissions.may_have_outline, outline.paper, {}),
    "minutes": Source(Minutes, permissions.may_have_minutes, minutes.paper, {}),
    "conclusion": Source(
        Inspection, permissions.may_request, _as_proposed, {"conclusion__isnull": False}
    ),
    "urging": Source(
        Inspection,
        permissions.may_have_followed_up,
        urging.paper,
        {"conclusion__isnull": False, "remediations__isnull": False},
    ),
    "remediation_report": Source(
        Inspection,
        permissions.may_have_followed_up,
        remediation_report.paper,
        {"conclusion__isnull": False, "remediations__isnull": False},
    ),
}


def subjects_for(template, actor):
    """{key: (label, record)}: the newest of the issuer that the person may have on paper."""
    source = SOURCES[template.kind]
    name = source.model._meta.model_name
    rows = source.model.objects.visible_to(actor).filter(**source.narrow)
    rows = rows.filter(**_of_issuer(template, name)).select_related(*RELATED[name])
    way = WAY_TO_PLAN[name]
    rows = rows.prefetch_related(f"{way}areas", f"{way}types")  # the paper is made twice
    found = [row for row in rows.distinct().order_by("-pk")[:MOST] if source.may(actor, row)]
    return {key_of(row): (_label(row), row) for row in found}


def _of_issuer(template, name):
    """A committee's own; of a unit, whose words others inherit, those of the province."""
    way = WAY_TO_PLAN[name]
    if template.committee_id:
        return {f"{way}committee": template.committee_id}
    return {f"{way}province": template.province_id}


def _label(row):
    if isinstance(row, Minutes):
        return f"{row.inspection.code} · {vn_date(row.held_on)} · {row.place}"
    if isinstance(row, Inspection):
        return f"{row.code} · {row.unit_version.authority}"
    return f"{row} · {row.plan}" if isinstance(row, Delegation) else f"{row} · {row.title}"


def paper_with(template, subject, *, as_of):
    """What the paper about this record would be, with the words of this version: a draft."""
    return _draft(_made(template, subject, as_of, choosing.worded(template)), as_of)


def read_against(template, subject, *, as_of):
    """The lines of that paper, each as (same | out | in, words) against the words in force."""
    now = paper_with(template, subject, as_of=as_of)
    before = _draft(_made(template, subject, as_of, _in_force(template, as_of)), as_of)
    return read_together(lines_of(before), lines_of(now))


def _made(template, subject, as_of, wording):
    source = SOURCES[template.kind]
    return source.paper(subject, as_of=as_of, reader=None, wording=wording)


def _in_force(template, as_of):
    chain = choosing.chain_of(template.issuer_id, template.committee, as_of.date())
    return choosing.of_chain(template.kind, chain, as_of.date())


def _draft(paper, as_of):
    """Marked as a draft, without a number: nobody takes it for the paper itself."""
    shown = replace(paper, annexes=(), is_draft=True, draft_made_on=as_of.date(), check_at="")
    written = list(texts(shown))
    if sum(map(len, written)) > LONGEST or len(written) > MOST_PIECES:
        raise Refused(
            _("This paper is too long to be shown at once. Choose another record, a shorter one.")
        )
    return shown

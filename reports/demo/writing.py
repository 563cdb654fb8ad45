"""What people of the demo find and write: findings, photos, recommendations, the paper, answers.

Like script.py: the portal's own actions, by a person with the rights of that day.
"""

from django.core.files.uploadedfile import SimpleUploadedFile

from findings.actions import (
    conclusions,
    evidence,
    explanations,
    findings,
    recommendations,
    remediation,
)
from findings.news import actions as news
from findings.news import workflow as news_flow
from findings.news.drafting import first_text
from reform_portal.common.uploads import accept


def find(stage, inspection, *, by, on, kind, area, text, units=(), sector="", **fields):
    """A finding about these units (the inspected one when none is given)."""
    return findings.record_finding(
        inspection,
        by=stage.actor(by, on),
        units=_versions(stage, inspection, units, on),
        kind=kind,
        area=stage.area(area, inspection.starts_on),
        sector=stage.sector(sector),
        text=text,
        **fields,
    )


def show(stage, inspection, picture, *, by, on, caption, name, finding=None, visit=None):
    """A photo, judged and cleaned like every uploaded file."""
    upload = SimpleUploadedFile(name, picture, "image/jpeg")
    return evidence.add_evidence(
        inspection,
        by=stage.actor(by, on),
        accepted=accept(upload, kinds=("image/jpeg",)),
        caption=caption,
        taken_on=on,
        finding=finding,
        visit=visit,
    )


def recommend(stage, inspection, *, by, on, area, text, to=(), second="", **fields):
    """The next point of the conclusion, to these units (the inspected one when none is given)."""
    return recommendations.add_recommendation(
        inspection,
        by=stage.actor(by, on),
        units=_versions(stage, inspection, to, on),
        area=stage.area(area, inspection.starts_on),
        second_area=stage.area(second, inspection.starts_on),
        text=text,
        **fields,
    )


def write_paper(stage, inspection, *, by, on, **words):
    """The draft of the conclusion, without number and date."""
    return conclusions.write_conclusion(inspection, by=stage.actor(by, on), **words)


def sign(stage, inspection, *, by, on, number, post):
    """Number, date and signer, entered before the step that issues the paper."""
    return conclusions.write_conclusion(
        inspection,
        by=stage.actor(by, on),
        seen_version=inspection.conclusion.version,
        number=number,
        issued_on=on,
        signer=stage.people[by],
        signer_post=post,
    )


def explain(stage, inspection, text, *, by, on, finding=None):
    """The unit's word to a finding, or to the whole draft."""
    return explanations.explain(inspection, by=stage.actor(by, on), text=text, finding=finding)


def decide(stage, explanation, step, *, by, on, reason):
    """The head's decision, with its reason."""
    return explanations.decide(explanation, step, by=stage.actor(by, on), note=reason)


def report(stage, row, *, by, on, outcome):
    """The addressee says what it did."""
    return remediation.report_outcome(
        row, by=stage.actor(by, on), seen_version=row.version, outcome=outcome, progress=100
    )


def begin(stage, row, *, by, on, outcome, progress):
    """The addressee is at it, and says how far."""
    by = stage.actor(by, on)
    row = remediation.take(row, "begin", by=by)
    return remediation.write_outcome(
        row, by=by, seen_version=row.version, outcome=outcome, progress=progress
    )


def verify(stage, row, *, by, on):
    return remediation.take(row, "accept", by=stage.actor(by, on))


def _versions(stage, inspection, units, day):
    return [stage.version(key, day) for key in units] or [inspection.unit_version]


def tell_the_public(stage, inspection, *, by, on, approver, approved):
    """The news text as the portal drafts it, published by the leader of the issuer."""
    written = news.write(inspection, by=stage.actor(by, on), **first_text(inspection))
    stage.take(news_flow.summary, "submit", written, by=by, on=on)
    return stage.take(news_flow.summary, "publish", written, by=approver, on=approved)

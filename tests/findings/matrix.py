"""Who gets which page of findings and what follows from them, and who may take which step.

`stage.inspection` is concluded; `stage.finding`, `stage.evidence`, `stage.explanation`,
`stage.recommendation` and `stage.remediation` (of the inspected unit) belong to it.
"""

from django.urls import reverse

VISITOR = "visitor"
READERS = ("chair", "planner", "head", "member", "official", "auditor")
OTHERS = ("outsider", "stranger", "administrator")


def everybody(readers, others):
    """One status for those who read the inspection, one for the others of the portal."""
    return dict.fromkeys(READERS, readers) | dict.fromkeys(OTHERS, others) | {VISITOR: 302}


def only(status, *people):
    """These people do it; other readers may not, to the rest the record is not there."""
    return everybody(403, 404) | dict.fromkeys(people, status)


def at(name, *parts):
    """The address of a page from attributes of the stage: at("finding_edit", "finding.pk")."""

    def url(stage):
        return reverse(f"findings:{name}", args=[_value(stage, part) for part in parts])

    return url


def _value(stage, part):
    thing, dot, attribute = part.partition(".")
    return getattr(getattr(stage, thing), attribute) if dot else part


def read(url):
    return {"url": url, "get": everybody(200, 404), "post": everybody(405, 405)}


def listed(url):
    """A list is there for everybody and shows what the person may see."""
    return {"url": url, "get": everybody(200, 200), "post": everybody(405, 405)}


def form(url, *people):
    """A form: shown, and sent empty it comes back with errors."""
    return {"url": url, "get": only(200, *people), "post": only(422, *people)}


def button(url, *people):
    """Something that is only sent; refused by the state of the stage it leads back as well."""
    return {"url": url, "get": everybody(405, 405), "post": only(302, *people)}


DELEGATION = ("head", "member")
CODE = "inspection.code"

PAGES = {
    "findings:finding_list": listed(at("finding_list")),
    "findings:finding_detail": read(at("finding_detail", "finding.pk")),
    "findings:finding_create": form(at("finding_create", CODE), *DELEGATION),
    "findings:finding_edit": form(at("finding_edit", "finding.pk"), *DELEGATION),
    "findings:finding_delete": button(at("finding_delete", "finding.pk"), *DELEGATION),
    "findings:evidence_add": form(at("evidence_add", "finding.pk"), *DELEGATION),
    "findings:inspection_evidence_add": form(at("inspection_evidence_add", CODE), *DELEGATION),
    "findings:evidence_file": read(at("evidence_file", "evidence.pk")),
    "findings:evidence_delete": button(at("evidence_delete", "evidence.pk"), *DELEGATION),
    "findings:inspection_findings": read(at("inspection_findings", CODE)),
    "findings:explanations": read(at("explanations", CODE)),
    "findings:explanation_edit": form(at("explanation_edit", CODE), "official"),
    "findings:explanation_step": button(at("explanation_step", "explanation.pk", "accept"), "head"),
    "findings:draft": read(at("draft", CODE)),
    "findings:conclusion_edit": form(at("conclusion_edit", CODE), "head"),
    "findings:recommendation_create": form(at("recommendation_create", CODE), "head"),
    "findings:recommendation_edit": form(at("recommendation_edit", "recommendation.pk"), "head"),
    "findings:recommendation_delete": button(
        at("recommendation_delete", "recommendation.pk"), "head"
    ),
    "findings:remediation_list": listed(at("remediation_list")),
    "findings:remediation_detail": read(at("remediation_detail", "remediation.pk")),
    "findings:remediation_report": form(at("remediation_report", "remediation.pk"), "official"),
    "findings:remediation_step": button(
        at("remediation_step", "remediation.pk", "begin"), "official"
    ),
}


def may(*people):
    """Who may take a step, from any state."""
    return {person: person in people for person in (*READERS, *OTHERS)}


VERIFIERS = ("planner", "head")

STEPS = {
    "explanation": {
        "accept": may("head"),
        "reject": may("head"),
        "reconsider": may("head"),
    },
    "remediation": {
        "begin": may("official"),
        "report": may("official"),
        "accept": may(*VERIFIERS),
        "return": may(*VERIFIERS),
        "reopen": may(*VERIFIERS),
    },
}

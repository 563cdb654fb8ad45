"""Who gets which page of findings and what follows from them, and who may take which step.

`stage.inspection` is concluded; `stage.finding`, `stage.draft_line`,
`stage.free_line`, `stage.evidence`, `stage.explanation` (with
`stage.explanation_file`), `stage.announcement`, `stage.extension`,
`stage.recommendation` and `stage.remediation` (of the inspected unit) belong to it.
"""

from django.urls import reverse

from tests.tables import DELEGATION, button, everybody, form, listed, may, only, read


def at(name, *parts):
    """The address of a page from attributes of the stage: at("finding_edit", "finding.pk")."""

    def url(stage):
        return reverse(f"findings:{name}", args=[_value(stage, part) for part in parts])

    return url


def _value(stage, part):
    thing, dot, attribute = part.partition(".")
    return getattr(getattr(stage, thing), attribute) if dot else part


def closed(url, *people):
    """A form of what is concluded: it leads back with a sentence before anybody types."""
    return form(url, *people) | {"get": only(302, *people)}


def hidden_from_the_unit(page):
    """To the inspected unit the record is not there at all."""
    hidden = {"official": page["get"]["outsider"]}
    return page | {"get": page["get"] | hidden, "post": page["post"] | {"official": 404}}


CODE = "inspection.code"
WRITERS = ("planner", *DELEGATION)

READ_A_PROVINCE = dict.fromkeys(("chair", "planner", "auditor", "stranger"), 200)

# Read by everybody who sees the inspection but the unit, while and after the draft is written.
WITHOUT_THE_UNIT = {"get": everybody(200, 404) | {"official": 403}}

MOVED = dict.fromkeys(("chair", "planner", "head", "member", "auditor"), 302)

PAGES = {
    "findings:unit_figures": {
        "url": at("unit_figures"),
        "get": everybody(403, 403) | READ_A_PROVINCE,
        "post": everybody(405, 405),
    },
    "findings:finding_list": listed(at("finding_list")),
    "findings:finding_detail": read(at("finding_detail", "finding.pk")),
    "findings:finding_create": closed(at("finding_create", CODE), *DELEGATION),
    "findings:finding_edit": closed(at("finding_edit", "finding.pk"), *DELEGATION),
    "findings:finding_delete": button(at("finding_delete", "finding.pk"), *DELEGATION),
    "findings:evidence_add": closed(at("evidence_add", "finding.pk"), *DELEGATION),
    "findings:inspection_evidence_add": closed(at("inspection_evidence_add", CODE), *DELEGATION),
    "findings:evidence_file": read(at("evidence_file", "evidence.pk")),
    "findings:evidence_delete": button(at("evidence_delete", "evidence.pk"), *DELEGATION),
    "findings:inspection_findings": read(at("inspection_findings", CODE)),
    "findings:explanations": read(at("explanations", CODE)),
    "findings:explanation_edit": closed(at("explanation_edit", CODE), "official"),
    "findings:explanation_step": button(at("explanation_step", "explanation.pk", "accept"), "head"),
    "findings:explanation_file_add": closed(
        at("explanation_file_add", "explanation.pk"), "official"
    ),
    "findings:explanation_file": read(at("explanation_file", "explanation_file.pk")),
    "findings:explanation_file_delete": button(
        at("explanation_file_delete", "explanation_file.pk"), "official"
    ),
    "findings:extension_ask": closed(at("extension_ask", CODE), "official"),
    "findings:extension_step": button(at("extension_step", "extension.pk", "grant"), "head"),
    "findings:announcement": read(at("announcement", CODE)),
    "findings:announce": closed(at("announce", CODE), "head"),
    "findings:delivery": closed(at("delivery", CODE), "head", "planner"),
    "findings:drafting": read(at("drafting", CODE)) | WITHOUT_THE_UNIT,
    "findings:line_add": closed(at("line_add", CODE), "head"),
    "findings:line_move": button(at("line_move", CODE), "head"),
    "findings:finding_words": closed(at("finding_words", "finding.pk"), "head"),
    "findings:line_edit": closed(at("line_edit", "free_line.pk"), "head"),
    "findings:line_put_back": button(at("line_put_back", "draft_line.pk"), "head"),
    "findings:line_keep": button(at("line_keep", "draft_line.pk"), "head"),
    "findings:line_delete": button(at("line_delete", CODE, "free_line.pk"), "head"),
    "findings:review_ask": closed(at("review_ask", CODE), "head"),
    "findings:review_step": button(at("review_step", "review.pk", "finish"), "member"),
    "findings:comment_add": closed(at("comment_add", CODE), *DELEGATION),
    "findings:comment_reply": hidden_from_the_unit(
        closed(at("comment_reply", "comment.pk"), *DELEGATION)
    ),
    "findings:comment_step": hidden_from_the_unit(
        button(at("comment_step", "comment.pk", "leave"), "head")
    ),
    "findings:issuing": {
        "url": at("issuing", CODE),
        "get": WITHOUT_THE_UNIT["get"] | MOVED,
        "post": WITHOUT_THE_UNIT["get"] | MOVED,
    },
    "findings:draft": read(at("draft", CODE)),
    "findings:summary": {
        "url": at("summary", CODE),
        "get": everybody(200, 404) | {"official": 403},
        "post": everybody(405, 405),
    },
    "findings:summary_edit": form(at("summary_edit", CODE), *WRITERS),
    "findings:summary_step": {
        "url": at("summary_step", CODE, "withdraw"),
        "get": everybody(405, 405),
        "post": only(302, "chair", "planner", "head"),
    },
    # The part of who must act; the stage asks the inspected unit alone, which reads all.
    "findings:part": {
        "url": at("part", CODE),
        "get": everybody(404, 404) | {"official": 302},
        "post": everybody(405, 405),
    },
    "findings:conclusion_edit": closed(at("conclusion_edit", CODE), "head"),
    "findings:recommendation_create": closed(at("recommendation_create", CODE), "head"),
    "findings:recommendation_edit": closed(at("recommendation_edit", "recommendation.pk"), "head"),
    "findings:recommendation_delete": button(
        at("recommendation_delete", "recommendation.pk"), "head"
    ),
    "findings:remediation_list": listed(at("remediation_list")),
    "findings:remediation_detail": read(at("remediation_detail", "remediation.pk")),
    "findings:remediation_report": form(at("remediation_report", "remediation.pk"), "official"),
    "findings:remediation_hand_over": form(
        at("remediation_hand_over", "remediation.pk"), "planner", "head"
    ),
    "findings:remediation_step": button(
        at("remediation_step", "remediation.pk", "begin"), "official"
    ),
}


VERIFIERS = ("planner", "head")

STEPS = {
    "explanation": {
        "accept": may("head"),
        "reject": may("head"),
        "reconsider": may("head"),
    },
    "comment": {"take_up": may("head"), "leave": may("head"), "reopen": may("head", "member")},
    "review": {"finish": may("member"), "withdraw": may("head")},
    "extension": {"grant": may("head"), "refuse": may("head")},
    "summary": {
        "submit": may(*WRITERS),
        "publish": may("chair"),
        "return": may("chair", *WRITERS),
        "withdraw": may("chair", "planner", "head"),
        "rewrite": may(*WRITERS),
    },
    "remediation": {
        "begin": may("official"),
        "report": may("official"),
        "accept": may(*VERIFIERS),
        "return": may(*VERIFIERS),
        "reopen": may(*VERIFIERS),
        "drop": may("planner"),
    },
}

"""Who gets which page of plans and inspections, and who may take which step.

`stage.inspection` is concluded, under an approved plan that names its unit, with a self-report
on file; `stage.visit`, `stage.question` and `stage.minutes` belong to it.
"""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from inspections import numbering
from inspections.actions.amendments import begin_amendment
from inspections.amendments import keep_version
from inspections.models import Holiday, OtherVisit, Plan, PlanVersion, Proposal, RegisterNumber
from inspections.reporting import headings_of
from tests.factories import actor
from tests.tables import DELEGATION, button, everybody, form, listed, may, only, read

# Who reads what leads to a plan, and what it said before.
LEADERS = ("chair", "planner", "auditor")


def planners(status):
    """A new plan: every planner drafts for the own province, nobody else drafts."""
    return everybody(403, 403) | dict.fromkeys(("planner", "stranger"), status)


def at(name, *parts):
    """The address of a page; each part is a function of the stage or stands as it is."""

    def url(stage):
        args = [part(stage) if callable(part) else part for part in parts]
        return reverse(f"inspections:{name}", args=args)

    return url


def code(stage):
    return stage.inspection.code


def plan(stage):
    return stage.inspection.plan_id


def province(stage):
    return stage.inspection.province_id


def plan_unit(stage):
    return stage.inspection.plan.plan_units.get(unit=stage.inspection.unit_id).pk


def delegation(stage):
    return stage.inspection.delegation_id


def seat_of_the_head(stage):
    return stage.inspection.delegation.members.get(role="head").pk


def visit(stage):
    return stage.visit.pk


def heading(stage):
    """The first heading of the outline."""
    return headings_of(stage.inspection).first().pk


def notice(stage):
    return stage.notice.pk


def document(stage):
    return stage.document.pk


def other_visit(stage):
    """A visit of another body to the inspected unit."""
    row, _created = OtherVisit.objects.get_or_create(
        province_id=stage.inspection.province_id,
        unit_id=stage.inspection.unit_id,
        unit_version_id=stage.inspection.unit_version_id,
        body="Thanh tra tỉnh",
        subject="Thanh tra quản lý đất đai",
        starts_on=stage.inspection.starts_on,
        ends_on=stage.inspection.ends_on,
    )
    return row.pk


def register_of_the_plan(stage):
    """The register the plan's number is taken from."""
    plan = stage.inspection.plan
    numbering.keep_plan(plan, by=actor(stage.planner))
    return RegisterNumber.objects.get(paper=f"plan-{plan.pk}").register_id


def amendment_of_the_plan(stage):
    """A draft that is to change the plan."""
    found = Plan.objects.filter(amends=plan(stage)).first()
    by = actor(stage.planner)
    return (found or begin_amendment(stage.inspection.plan, by=by, reason="Bổ sung")).pk


def version_of_the_plan(stage):
    """What the plan said when it was approved."""
    found = PlanVersion.objects.filter(plan=plan(stage)).first()
    return (found or keep_version(stage.inspection.plan)).number


def holiday(stage):
    """A day off nobody else counts on."""
    row, _created = Holiday.objects.get_or_create(day=date(2031, 1, 1), name="Tết Dương lịch")
    return row.pk


def proposal(stage):
    """A proposal the planner asked for."""
    row, _created = Proposal.objects.get_or_create(
        plan_id=stage.inspection.plan_id,
        asked_by=stage.planner.account,
        defaults={"asked_at": timezone.now(), "question": {}, "status": "failed"},
    )
    return row.pk


def only_asker(method, url):
    """To everybody but the planner who asked it, and who audits, it is not there."""
    other = "post" if method == "get" else "get"
    page = {"url": url, other: everybody(405, 405)}
    return page | {method: everybody(404, 404) | _asker(method)}


def _asker(method):
    return {"planner": 200, "auditor": 200} if method == "get" else {"planner": 302}


def administrators(status):
    return everybody(403, 403) | {"administrator": status}


READ_THE_PROVINCE = ("chair", "planner", "auditor")


def home_affairs(status):
    """Home Affairs of the province does it, its other readers may not, the rest see nothing."""
    readers = dict.fromkeys(READ_THE_PROVINCE, 403)
    return everybody(404, 404) | readers | {"planner": status}


PAGES = {
    "inspections:plan_list": listed(at("plan_list")),
    "inspections:plan_create": {
        "url": at("plan_create"),
        "get": planners(200),
        "post": planners(422),
    },
    "inspections:plan_detail": read(at("plan_detail", plan)),
    "inspections:plan_edit": form(at("plan_edit", plan), "planner"),
    "inspections:plan_copy": form(at("plan_copy", plan), "planner"),
    "inspections:plan_step": button(at("plan_step", plan, "submit"), "planner"),
    "inspections:plan_unit_add": form(at("plan_unit_add", plan), "planner"),
    "inspections:proposal_create": form(at("proposal_create", plan), "planner"),
    "inspections:proposal_detail": only_asker("get", at("proposal_detail", proposal)),
    "inspections:proposal_progress": only_asker("get", at("proposal_progress", proposal)),
    "inspections:proposal_accept": only_asker("post", at("proposal_accept", proposal)),
    "inspections:coverage": {
        "url": at("coverage"),
        "get": everybody(403, 403)
        | dict.fromkeys(("chair", "planner", "auditor", "stranger"), 200),
        "post": everybody(405, 405),
    },
    "inspections:steps_on_time": {
        "url": at("steps_on_time"),
        "get": everybody(403, 403)
        | dict.fromkeys(("chair", "planner", "auditor", "stranger"), 200),
        "post": everybody(405, 405),
    },
    "inspections:coverage_target": {
        "url": at("coverage_target", province, 2024, "commune"),
        "get": everybody(403, 403) | {"planner": 200},
        "post": everybody(403, 403) | {"planner": 422},
    },
    "inspections:plan_unit_remove": button(at("plan_unit_remove", plan_unit), "planner"),
    "inspections:plan_units_edit": form(at("plan_units_edit", plan), "planner"),
    "inspections:plan_amend": form(at("plan_amend", plan), "planner"),
    "inspections:plan_changes": {
        "url": at("plan_changes", amendment_of_the_plan),
        "get": everybody(404, 404) | dict.fromkeys(LEADERS, 200),
        "post": everybody(405, 405),
    },
    "inspections:plan_versions": {
        "url": at("plan_versions", plan),
        "get": only(200, *LEADERS),
        "post": everybody(405, 405),
    },
    "inspections:plan_version": {
        "url": at("plan_version", plan, version_of_the_plan),
        "get": only(200, *LEADERS),
        "post": everybody(405, 405),
    },
    "inspections:plan_deadlines": form(at("plan_deadlines", plan), "planner"),
    "inspections:delegation_create": form(at("delegation_create", plan), "planner"),
    "inspections:delegation_detail": read(at("delegation_detail", delegation)),
    "inspections:delegation_edit": form(at("delegation_edit", delegation), "planner"),
    "inspections:member_add": form(at("member_add", delegation), "planner"),
    "inspections:member_remove": button(at("member_remove", seat_of_the_head), "planner"),
    "inspections:holiday_list": listed(at("holiday_list")),
    "inspections:holiday_create": {
        "url": at("holiday_create"),
        "get": administrators(200),
        "post": administrators(422),
    },
    "inspections:holiday_edit": {
        "url": at("holiday_edit", holiday),
        "get": administrators(200),
        "post": administrators(422),
    },
    "inspections:holiday_delete": {
        "url": at("holiday_delete", holiday),
        "get": everybody(405, 405),
        "post": administrators(302),
    },
    "inspections:other_visit_list": {
        "url": at("other_visit_list"),
        "get": everybody(403, 403) | dict.fromkeys((*READ_THE_PROVINCE, "stranger"), 200),
        "post": everybody(405, 405),
    },
    "inspections:register_list": {
        "url": at("register_list"),
        "get": everybody(403, 403) | dict.fromkeys((*READ_THE_PROVINCE, "stranger"), 200),
        "post": everybody(405, 405),
    },
    "inspections:register_detail": {
        "url": at("register_detail", register_of_the_plan),
        "get": everybody(404, 404) | dict.fromkeys(READ_THE_PROVINCE, 200),
        "post": everybody(405, 405),
    },
    "inspections:other_visit_create": {
        "url": at("other_visit_create"),
        "get": planners(200),
        "post": planners(422),
    },
    "inspections:other_visit_import": {
        "url": at("other_visit_import"),
        "get": planners(200),
        "post": planners(422),
    },
    "inspections:other_visit_template": {
        "url": at("other_visit_template"),
        "get": planners(200),
        "post": everybody(405, 405),
    },
    "inspections:other_visit_import_confirm": {
        "url": at("other_visit_import_confirm"),
        "get": everybody(405, 405),
        "post": planners(302),
    },
    "inspections:other_visit_edit": {
        "url": at("other_visit_edit", other_visit),
        "get": home_affairs(200),
        "post": home_affairs(422),
    },
    "inspections:other_visit_delete": {
        "url": at("other_visit_delete", other_visit),
        "get": everybody(405, 405),
        "post": home_affairs(302),
    },
    "inspections:inspection_list": listed(at("inspection_list")),
    "inspections:calendar": listed(at("calendar")),
    "inspections:calendar_week": listed(at("calendar_week")),
    "inspections:my_days": listed(at("my_days")),
    "inspections:calendar_address": {
        "url": at("calendar_address"),
        "get": everybody(200, 200),
        "post": everybody(200, 200),
    },
    "inspections:calendar_address_revoke": {
        "url": at("calendar_address_revoke"),
        "get": everybody(405, 405),
        "post": everybody(302, 302),
    },
    # The inspection of the stage is concluded: only the delegation may still name its visits.
    "inspections:visit_move": form(at("visit_move", visit), *DELEGATION),
    "inspections:visit_cancel": form(at("visit_cancel", visit), *DELEGATION),
    "inspections:inspection_move": form(at("inspection_move", code), "planner"),
    "inspections:inspection_cancel": form(at("inspection_cancel", code), "planner"),
    "inspections:inspection_detail": read(at("inspection_detail", code)),
    "inspections:preparation": read(at("preparation", code)),
    "inspections:notice_create": form(at("notice_create", code), "planner"),
    "inspections:notice_detail": read(at("notice_detail", notice)),
    "inspections:notice_edit": form(at("notice_edit", notice), "planner"),
    "inspections:notice_step": button(at("notice_step", notice, "issue"), "planner"),
    "inspections:notice_revise": button(at("notice_revise", notice), "planner"),
    # Every unit of the plan has an inspection: the planner is sent back with what to do instead.
    "inspections:schedule": form(at("schedule", plan), "planner")
    | {"get": form(at("schedule", plan), "planner")["get"] | {"planner": 302}},
    "inspections:inspection_deadlines": read(at("inspection_deadlines", code)),
    "inspections:inspection_edit": form(at("inspection_edit", code), "planner"),
    "inspections:inspection_step": button(at("inspection_step", code, "start"), *DELEGATION),
    "inspections:visit_create": form(at("visit_create", code), *DELEGATION),
    "inspections:visit_edit": form(at("visit_edit", visit), *DELEGATION),
    "inspections:visit_delete": {
        "url": at("visit_delete", visit),
        "get": only(200, *DELEGATION),
        "post": only(302, *DELEGATION),
    },
    "inspections:self_report": form(
        at("self_report", code), "planner", "head", "member", "official"
    ),
    "inspections:self_report_file": read(at("self_report_file", code)),
    "inspections:report_outline": read(at("report_outline", code)),
    "inspections:report_section": form(at("report_section", code, heading), "official"),
    "inspections:self_report_step": button(at("self_report_step", code, "submit"), "official"),
    "inspections:document_create": form(at("document_create", code), "planner", "head", "member"),
    "inspections:document_detail": read(at("document_detail", document)),
    "inspections:document_edit": form(at("document_edit", document), "planner", "head", "member"),
    "inspections:document_upload": form(at("document_upload", document), "official"),
    "inspections:document_step": button(
        at("document_step", document, "accept"), "planner", "head", "member"
    ),
    "inspections:document_file": read(at("document_file", lambda stage: stage.document_file.pk)),
    "inspections:documents_zip": {
        "url": at("documents_zip", code),
        "get": only(200, "planner", "head", "member", "official"),
        "post": everybody(405, 405),
    },
    "inspections:question_follow_up": form(
        at("question_follow_up", lambda stage: stage.question.pk), *DELEGATION
    ),
    "inspections:question_step": button(
        at("question_step", lambda stage: stage.question.pk, "settle"), *DELEGATION
    ),
    "inspections:question_create": form(at("question_create", code), *DELEGATION),
    "inspections:question_answer": form(
        at("question_answer", lambda stage: stage.question.pk), "official"
    ),
    "inspections:minutes_create": form(at("minutes_create", code), *DELEGATION),
    # An inspection without a count of equipment has no page for it.
    "inspections:equipment_count": {
        "url": at("equipment_count", visit),
        "get": everybody(404, 404),
        "post": everybody(404, 404),
    },
    "inspections:plan_equipment": {
        "url": at("plan_equipment", plan),
        "get": only(200, *READ_THE_PROVINCE),
        "post": everybody(405, 405),
    },
    "inspections:session_create": form(at("session_create", plan), "planner")
    | {"get": form(at("session_create", plan), "planner")["get"] | {"planner": 302}},
    # A check with a paper has no spoken conclusions; to those who see it the page is not there.
    "inspections:spoken_conclusion": {
        "url": at("spoken_conclusion", visit),
        "get": everybody(404, 404),
        "post": everybody(404, 404),
    },
    "inspections:minutes_edit": form(
        at("minutes_edit", lambda stage: stage.minutes.pk), *DELEGATION
    ),
}


STEPS = {
    "notice": {
        "issue": may("planner"),
        "deliver": may("planner"),
        "read": may("official"),
        "acknowledge": may("official"),
        "recall": may("planner"),
    },
    "self_report": {
        "submit": may("official"),
        "withdraw": may("official"),
        "return": may("planner", "head", "member"),
    },
    "document": {
        "receive": may("official"),
        "accept": may("planner", "head", "member"),
        "return": may("planner", "head", "member"),
        "withdraw": may("planner", "head", "member"),
        "ask_again": may("planner", "head", "member"),
    },
    "question": {"settle": may("head", "member"), "reopen": may("head", "member")},
    "plan": {
        "submit": may("planner"),
        "approve": may("chair"),
        "return": may("chair"),
        "withdraw": may("planner"),
        "reopen": may("chair"),
        "cancel": may("planner"),
        "restore": may("planner"),
    },
    "amendment": {
        "submit": may("planner"),
        "approve": may("chair"),
        "return": may("chair"),
        "withdraw": may("planner"),
        "cancel": may("planner"),
        "restore": may("planner"),
    },
    "inspection": {
        "start": may("head", "member"),
        "unstart": may("head"),
        "prepare_draft": may("head"),
        "resume_fieldwork": may("head"),
        "announce": may("head"),
        "withdraw_draft": may("head"),
        "send_explanation": may("official"),
        "skip_explanation": may("head"),
        "return_explanation": may("head"),
        "conclude": may("head"),
        "reopen": may("head"),
        "end_check": may("head"),
        "resume_check": may("head"),
        "close": may("head", "planner"),
        "reopen_followup": may("head", "planner"),
        "cancel": may("planner"),
        "restore": may("planner"),
    },
}

"""All permission tables of the portal in one, and the stage they are played on."""

from types import SimpleNamespace

from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from reports import queue
from tests import factories
from tests.findings import matrix as findings
from tests.inspections import matrix as inspections
from tests.reports import matrix as reports
from tests.tables import VISITOR, everybody
from tests.units import matrix as units


def _at(name):
    return lambda stage: reverse(name)


COMMON = {
    "start": {
        "url": _at("start"),
        "get": everybody(200, 200),
        "post": everybody(405, 405, visitor=405),
    },
    # Who is signed in is led on to the start page.
    "login": {
        "url": _at("login"),
        "get": everybody(302, 302, visitor=200),
        "post": everybody(302, 302, visitor=422),
    },
    "logout": {
        "url": _at("logout"),
        "get": everybody(405, 405, visitor=405),
        "post": everybody(302, 302),
    },
    "password_change": {
        "url": _at("password_change"),
        "get": everybody(200, 200),
        "post": everybody(422, 422, visitor=401),
    },
    "search": {
        "url": lambda stage: f"{reverse('search')}?q=cao+loc",
        "get": everybody(200, 200),
        "post": everybody(405, 405, visitor=405),
    },
    "set_preferences": {
        "url": _at("set_preferences"),
        "get": everybody(405, 405, visitor=405),
        "post": everybody(302, 302),
    },
    # Read with a secret alone; without a right one there is no page for anybody.
    "inspections:calendar_feed": {
        "url": lambda stage: reverse("inspections:calendar_feed", args=["guessed"]),
        "get": everybody(404, 404, visitor=404),
        "post": everybody(405, 405, visitor=405),
    },
    # Read by whoever holds the paper; nothing of what it says is shown.
    "reports:check": {
        "url": lambda stage: stage.issued_paper.check_url,
        "get": everybody(200, 200, visitor=200),
        "post": everybody(422, 422, visitor=422),
    },
    # Read by everybody, also without an account.
    "findings:published": {
        "url": lambda stage: stage.summary.public_url,
        "get": everybody(200, 200, visitor=200),
        "post": everybody(405, 405, visitor=405),
    },
    "findings:published_list": {
        "url": _at("findings:published_list"),
        "get": everybody(200, 200, visitor=200),
        "post": everybody(405, 405, visitor=405),
    },
    "health": {
        "url": _at("health"),
        "get": everybody(200, 200, visitor=200),
        "post": everybody(405, 405, visitor=405),
    },
}


def _for_people_signed_in(pages):
    """A visitor who sends something is asked to sign in, and what was typed is kept (401)."""
    return {name: page | {"post": page["post"] | {VISITOR: 401}} for name, page in pages.items()}


PAGES = COMMON | _for_people_signed_in(
    units.PAGES | inspections.PAGES | findings.PAGES | reports.PAGES
)
STEPS = units.STEPS | inspections.STEPS | findings.STEPS | reports.STEPS


def stage_for(world):
    """A concluded inspection of the world's district with one of everything."""
    inspection = factories.inspection(world, status="concluded")
    finding = factories.finding(inspection)
    report = ContentFile(b"x", name="bao-cao.pdf")
    self_report = factories.self_report(
        inspection,
        file=report,
        file_name=report.name,
        content_type="application/pdf",
        sha256="0" * 64,
        size=1,
    )
    factories.conclusion(inspection, signer=world.head)
    recommendation = factories.recommendation(inspection)
    explanation = factories.explanation(inspection, on=finding, by=world.official)
    document = factories.document(inspection, by=world.member, status="received")
    return SimpleNamespace(
        **vars(world),
        inspection=inspection,
        visit=factories.visit(inspection),
        question=factories.question(inspection, by=world.member),
        minutes=factories.minutes(inspection),
        notice=factories.notice(inspection),
        self_report=self_report,
        document=document,
        document_file=factories.document_file(document, by=world.official),
        finding=finding,
        evidence=factories.evidence(inspection, on=finding, by=world.member),
        draft_line=factories.draft_line(finding, text="Lời dự thảo."),
        free_line=factories.draft_line(of=inspection, area=finding.area, text="Câu thêm."),
        comment=factories.comment(inspection, on=finding, by=world.member),
        review=factories.review(inspection, by=world.head, reviewer=world.member),
        explanation=explanation,
        explanation_file=factories.explanation_file(explanation),
        announcement=factories.announcement(inspection, by=world.head),
        summary=factories.summary(inspection, by=world.member, status="published"),
        extension=factories.extension(inspection, by=world.official),
        recommendation=recommendation,
        remediation=recommendation.remediations.get(),
        issued_paper=factories.issued_paper(inspection),
        paper_template=factories.paper_template(world, status="draft"),
        request=_finished_request(inspection, world),
    )


def _finished_request(inspection, world):
    """A report the planner asked for and got."""
    row = queue.request("conclusion", "pdf", inspection, by=factories.actor(world.planner))[0]
    queue.finish(queue.claim(row.pk), b"%PDF-1.7", name="ket-luan.pdf", data_as_of=timezone.now())
    return row


__all__ = ["PAGES", "STEPS", "VISITOR", "stage_for"]

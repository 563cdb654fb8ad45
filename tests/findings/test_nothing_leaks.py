"""Canaries: words that a person must not read are looked for on every page he or she can ask for."""

import pytest
from django.contrib import admin
from django.core.files.base import ContentFile
from django.urls import reverse

from findings.actions import draft_lines, reviews
from findings.models import Comment, Remediation
from inspections import workflow
from reform_portal.common import audit, verbs
from reform_portal.common.models import AuditEntry

WORD = "CANARY"
LISTS = ("findings:finding_list", "findings:remediation_list", "inspections:inspection_list")
OF_INSPECTION = (
    "inspections:inspection_detail",
    "findings:inspection_findings",
    "findings:finding_create",
    "findings:inspection_evidence_add",
    "findings:explanations",
    "findings:explanation_edit",
    "findings:draft",
    "findings:conclusion_edit",
    "findings:recommendation_create",
)
OF_FINDING = ("findings:finding_detail", "findings:finding_edit", "findings:evidence_add")
FILTERS = ("", "?text=mat", "?unit=cao loc", "?kind=shortcoming", "?q=mat", "?status=open")


@pytest.fixture
def secrets(make, world, head):
    """A drafted inspection full of canaries: secrets(version) gives all addresses about it."""

    def fill(version, **fields):
        of = make.inspection(world, version=version, status="drafting", **fields)
        make.visit(of, version=version, notes=f"{WORD} ghi chú nội bộ")
        finding = make.finding(of, text=f"{WORD} mật", cause=f"{WORD} nguyên nhân")
        stored = ContentFile(WORD.encode(), name="a.jpg")
        shown = make.evidence(of, on=finding, by=world.member, caption=WORD, file=stored)
        make.explanation(of, on=finding, by=world.official, text=f"{WORD} giải trình")
        make.conclusion(of, subject=WORD, opening=WORD, assessment=WORD)
        point = make.recommendation(of, text=f"{WORD} kiến nghị")
        workflow.inspection.take("resume_fieldwork", of, by=head, note=f"{WORD} vì thiếu căn cứ")
        return addresses(of, finding, shown, point)

    return fill


def addresses(of, finding, shown, point):
    row = Remediation.objects.get(recommendation=point).pk
    return [
        reverse("start"),
        *(reverse(name) + filters for name in LISTS for filters in FILTERS),
        *(reverse(name, args=[of.code]) for name in OF_INSPECTION),
        *(reverse(name, args=[finding.pk]) for name in OF_FINDING),
        reverse("findings:explanation_edit", args=[of.code, finding.pk]),
        reverse("findings:evidence_file", args=[shown.pk]),
        reverse("findings:recommendation_edit", args=[point.pk]),
        reverse("findings:remediation_detail", args=[row]),
        reverse("findings:remediation_report", args=[row]),
    ]


def leaks(client, urls):
    """The addresses that show a canary."""
    return {url for url in urls if WORD.encode() in client.get(url).getvalue()}


@pytest.mark.parametrize("persona", ["official", "outsider", "stranger", "administrator"])
def test_nothing_of_a_draft_reaches(persona, world, secrets, browse):
    assert leaks(browse(persona), secrets(world.district)) == set()


def test_the_canaries_would_be_seen(world, secrets, browse):
    assert len(leaks(browse("head"), secrets(world.district))) > 15


def test_what_is_announced_elsewhere_reaches_nobody_from_here(make, world, browse):
    of = make.inspection(world, version=world.other_district, status="concluded")
    finding = make.finding(of, text=f"{WORD} mật")
    shown = make.evidence(of, on=finding, by=world.member, caption=WORD)
    make.conclusion(of, subject=WORD)
    urls = addresses(of, finding, shown, make.recommendation(of, text=WORD))

    for persona in ("official", "stranger", "administrator"):
        assert leaks(browse(persona), urls) == set()
    assert leaks(browse("outsider"), urls)


def test_what_the_delegation_noted_for_itself_is_on_no_page_of_the_draft(make, world, browse):
    of = make.inspection(world, status="announced")
    seen_at = make.visit(of, notes=f"{WORD} ghi chú nội bộ")
    finding = make.finding(of, visit=seen_at)
    make.conclusion(of)
    urls = addresses(of, finding, make.evidence(of, by=world.member), make.recommendation(of))
    urls.remove(reverse("inspections:inspection_detail", args=[of.code]))

    assert leaks(browse("official"), urls) == set()


def test_no_word_that_was_taken_back_while_drafting_reaches_the_unit(make, world, head, browse):
    of = make.inspection(world, status="drafting")
    area = make.area("A2")
    finding = make.finding(of, text="Một.", area=area)
    make.conclusion(of)
    point = make.recommendation(of)
    shown = make.evidence(of, on=finding, by=world.member)
    free = {"by": head, "kind": "shortcoming", "area": area, "text": f"{WORD} câu thêm"}
    line = draft_lines.add_line(of, **free)
    draft_lines.move(of, line.mark, "up", by=head, seen_place=2)
    talk = reviews.comment(of, by=head, mark=line.mark, text=f"{WORD} góp ý")
    reviews.reply(talk, by=head, text=f"{WORD} trả lời")
    reviews.move_comment(talk, "leave", by=head, note=f"{WORD} vì sao")
    asked = reviews.ask_for_review(of, by=head, reviewer=world.member)
    reviews.move_review(asked, "withdraw", by=head, note=f"{WORD} thôi")
    draft_lines.revise_line(line, by=head, seen_version=1, text="Câu thêm.")
    worded = draft_lines.reword(finding, by=head, text=f"{WORD} lời", seen_finding=1)
    draft_lines.put_back(worded, by=head, seen_version=worded.version)
    workflow.inspection.take("announce", of, by=head)

    assert leaks(browse("official"), addresses(of, finding, shown, point)) == set()
    assert WORD in Comment.objects.get().said


DRAFTING = [
    verb for verb in verbs._labels if verb.split(".")[0] in ("draft_line", "review", "comment")
]


@pytest.mark.parametrize("status", ["announced", "explained", "concluded", "closed"])
def test_no_act_of_drafting_or_reviewing_is_in_the_history_of_the_unit(
    status, make, world, head, browse
):
    of = make.inspection(world, status=status)
    make.conclusion(of, signer=world.head)
    for verb in DRAFTING:
        audit.record(verb, of, by=head, note=f"{WORD} {verb}")
    page = of.get_absolute_url()

    assert len(AuditEntry.objects.filter(note__startswith=WORD)) >= 14
    assert leaks(browse("official"), [page]) == set()
    assert leaks(browse("head"), [page])


def test_the_support_site_of_superusers_shows_no_content():
    catalogues = {"deadlinerule", "holiday", "inspectiontype", "reformarea", "riskweight"}
    catalogues |= {"servicesector", "threshold", "equipmentkind"}
    catalogues |= {"reportoutline", "indicatordefinition"}
    shown = {(model._meta.app_label, model._meta.model_name) for model in admin.site._registry}

    assert not [name for app, name in shown if app == "findings"]
    assert {name for app, name in shown if app == "inspections"} == catalogues

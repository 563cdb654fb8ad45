"""Canaries: words that a person must not read are looked for on every page he or she can ask for."""

import pytest
from django.contrib import admin
from django.core.files.base import ContentFile
from django.urls import reverse

from findings.models import Remediation
from inspections import workflow

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


def test_the_support_site_of_superusers_shows_no_content():
    catalogues = {"deadlinerule", "holiday", "inspectiontype", "reformarea", "riskweight"}
    catalogues |= {"servicesector", "threshold", "equipmentkind"}
    catalogues |= {"reportoutline", "indicatordefinition"}
    shown = {(model._meta.app_label, model._meta.model_name) for model in admin.site._registry}

    assert not [name for app, name in shown if app == "findings"]
    assert {name for app, name in shown if app == "inspections"} == catalogues

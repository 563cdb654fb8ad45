"""Who gets which page of units, people and committees, and who posts to it without input."""

from django.urls import reverse

from reform_portal.common import uploads
from tests import factories
from tests.units import workbooks
from units.actions import reorganisation
from units.actions import workbooks as workbook_actions
from units.models import Reorganisation, Workbook

VISITOR = "visitor"
IN_PROVINCE = ("chair", "planner", "head", "member", "official", "outsider", "auditor")


def answers(*, province, stranger, administrator, visitor=302):
    """People of the province alike, the planner of another province, the administrator."""
    return dict.fromkeys(IN_PROVINCE, province) | {
        "stranger": stranger,
        "administrator": administrator,
        VISITOR: visitor,
    }


def everybody(status):
    return answers(province=status, stranger=status, administrator=status)


def only_administrators(status, stranger=404):
    """403 for those who read the record, 404 for those to whom it is not there."""
    return answers(province=403, stranger=stranger, administrator=status)


def page(name, get, post, key=None):
    """A page; `key(stage)` is the key in its address."""
    return {
        "url": lambda stage: reverse(name, args=[key(stage)] if key else []),
        "get": get,
        "post": post,
    }


def form(name, key=None, stranger=404):
    """A form: shown to administrators, who get it back with errors when it is empty."""
    return page(name, only_administrators(200, stranger), only_administrators(422, stranger), key)


def a_unit(stage):
    return stage.commune.unit_id


def a_person(stage):
    return stage.member.pk


def a_post(stage):
    return stage.member.posts.get().pk


def a_committee(stage):
    return stage.committee.pk


def a_seat(stage):
    return stage.committee.seats.get().pk


def a_workbook(stage):
    """One the administrator sent; made once for all who ask for it."""
    by = factories.actor(stage.administrator)
    if made := Workbook.objects.first():
        return made.pk
    content = workbooks.book(units=[workbooks.commune()])
    accepted = uploads.accept(workbooks.upload(content), kinds=(uploads.EXCEL,))
    return workbook_actions.send(accepted, by=by).pk


def an_act(stage):
    """The office of the justice department was renamed; made once for all who look at it."""
    if made := Reorganisation.objects.first():
        return made.pk
    order = {"decision": "12/QĐ-UBND", "decided_on": factories.BEGIN, "day": factories.DAY}
    by = factories.actor(stage.administrator)
    return reorganisation.rename(stage.justice.unit, by=by, name="Tư pháp mới", **order).pk


IN_THE_PROVINCE = answers(province=200, stranger=404, administrator=200)
READ_ONLY = everybody(405)
ISSUED = answers(province=403, stranger=404, administrator=200)
DOWNLOADED = answers(province=403, stranger=403, administrator=200)
IMPORTED = answers(province=403, stranger=403, administrator=302)

PAGES = {
    "units:unit_tree": page("units:unit_tree", everybody(200), READ_ONLY),
    "units:unit_list": page("units:unit_list", everybody(200), READ_ONLY),
    "units:unit_detail": page("units:unit_detail", everybody(200), READ_ONLY, a_unit),
    "units:unit_create": form("units:unit_create", stranger=403),
    "units:choose_heir": form("units:choose_heir", a_unit, stranger=403),
    "units:reorganise": page(
        "units:reorganise", only_administrators(200, stranger=403), READ_ONLY, a_unit
    ),
    "units:reorganise_as": {
        "url": lambda stage: reverse("units:reorganise_as", args=[a_unit(stage), "merge"]),
        "get": only_administrators(200, stranger=403),
        "post": only_administrators(422, stranger=403),
    },
    "units:reorganisation_list": page("units:reorganisation_list", everybody(200), READ_ONLY),
    "units:reorganisation_detail": page(
        "units:reorganisation_detail", everybody(200), READ_ONLY, an_act
    ),
    "units:undo_reorganisation": form("units:undo_reorganisation", an_act, stranger=403),
    "units:workbook": form("units:workbook", stranger=403),
    "units:workbook_export": page("units:workbook_export", DOWNLOADED, READ_ONLY),
    "units:workbook_template": page("units:workbook_template", DOWNLOADED, READ_ONLY),
    "units:workbook_rows": page("units:workbook_rows", DOWNLOADED, READ_ONLY, a_workbook),
    "units:workbook_progress": page("units:workbook_progress", DOWNLOADED, READ_ONLY, a_workbook),
    "units:workbook_import": page("units:workbook_import", READ_ONLY, IMPORTED, a_workbook),
    "units:workbook_mistakes": page("units:workbook_mistakes", DOWNLOADED, READ_ONLY, a_workbook),
    "units:person_list": page("units:person_list", everybody(200), READ_ONLY),
    "units:person_detail": page("units:person_detail", IN_THE_PROVINCE, READ_ONLY, a_person),
    "units:person_create": form("units:person_create", stranger=403),
    "units:person_edit": form("units:person_edit", a_person),
    "units:appoint": form("units:appoint", a_person),
    "units:account": form("units:account", a_person),
    "units:issue_password": page("units:issue_password", READ_ONLY, ISSUED, a_person),
    "units:end_post": form("units:end_post", a_post),
    "units:post_left": page(
        "units:post_left", answers(province=403, stranger=404, administrator=302), READ_ONLY, a_post
    ),
    "units:committee_list": page("units:committee_list", everybody(200), READ_ONLY),
    "units:committee_detail": page(
        "units:committee_detail", IN_THE_PROVINCE, READ_ONLY, a_committee
    ),
    "units:committee_create": form("units:committee_create", stranger=403),
    "units:committee_edit": form("units:committee_edit", a_committee),
    "units:committee_replace": form("units:committee_replace", a_committee),
    "units:committee_agency": form("units:committee_agency", a_committee),
    "units:committee_end": form("units:committee_end", a_committee),
    "units:seat_add": form("units:seat_add", a_committee),
    "units:seat_end": form("units:seat_end", a_seat),
}

STEPS = {}

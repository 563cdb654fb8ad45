"""Who gets which page of the reports, before any filter of one's own.

`stage.request` is a finished request of the planner about `stage.inspection`, which is concluded.
"""

from django.urls import reverse

from tests.tables import button, everybody, form, read


def only_who_asked(status):
    """The planner's own request; for everybody else it is not there."""
    return everybody(404, 404) | {"planner": status}


def of_request(name):
    return lambda stage: reverse(name, args=[stage.request.pk])


PAGES = {
    "reports:request_list": {
        "url": lambda stage: reverse("reports:request_list"),
        "get": everybody(200, 200),
        "post": everybody(405, 405),
    },
    "reports:request_create": {
        "url": lambda stage: reverse("reports:request_create", args=[stage.inspection.code]),
        "get": everybody(405, 405),
        "post": everybody(302, 404),
    },
    "reports:request_about": {
        "url": lambda stage: reverse(
            "reports:request_about", args=["plan", stage.inspection.plan_id]
        ),
        "get": everybody(405, 405),
        # An official sees the plan that names the unit, and gets no paper of it.
        "post": everybody(302, 404) | {"official": 403},
    },
    "reports:request_year": {
        "url": lambda stage: reverse("reports:request_year", args=[2024]),
        "get": everybody(405, 405),
        "post": everybody(404, 404)
        | dict.fromkeys(("chair", "planner", "auditor", "stranger"), 302),
    },
    "reports:request_detail": {
        "url": of_request("reports:request_detail"),
        "get": only_who_asked(200),
        "post": everybody(405, 405),
    },
    "reports:request_progress": {
        "url": of_request("reports:request_progress"),
        "get": only_who_asked(200),
        "post": everybody(405, 405),
    },
    "reports:request_file": {
        "url": of_request("reports:request_file"),
        "get": only_who_asked(200),
        "post": everybody(405, 405),
    },
    "reports:request_retry": {
        "url": of_request("reports:request_retry"),
        "get": everybody(405, 405),
        "post": only_who_asked(302),
    },
    "reports:request_cancel": {
        "url": of_request("reports:request_cancel"),
        "get": everybody(405, 405),
        "post": only_who_asked(302),
    },
}


def of_paper(name, *more):
    return lambda stage: reverse(name, args=[stage.issued_paper.pk, *more])


PAGES |= {
    "reports:issued": read(lambda stage: reverse("reports:issued", args=[stage.inspection.code])),
    "reports:issued_file": read(of_paper("reports:issued_file", "pdf")),
    "reports:issue_letter": form(
        lambda stage: reverse("reports:issue_letter", args=[stage.inspection.code, "urging"]),
        "planner",
    ),
    "reports:issued_correct": form(of_paper("reports:issued_correct"), "head", "planner"),
    "reports:issued_retry": button(of_paper("reports:issued_retry"), "head", "planner"),
    "reports:issued_sign": form(of_paper("reports:issued_sign"), "head", "planner"),
}
STEPS = {}

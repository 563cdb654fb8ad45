"""Who gets which page of the reports, before any filter of one's own.

`stage.request` is a finished request of the planner about `stage.inspection`, which is concluded.
"""

from django.urls import reverse

from tests.tables import button, everybody, form, may, read


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


def of_template(name, *more):
    return lambda stage: reverse(name, args=[stage.paper_template.pk, *more])


def of_series(name):
    return lambda stage: reverse(name, args=[stage.paper_template.issued_by, "plan"])


# Templates are read by those who plan, approve or audit in the province; others have no such page.
READ_PROVINCE = ("chair", "planner", "auditor")


def template_page(get, post, *people):
    """Statuses of those readers, and of the people among them who may do more."""

    def each(status, refused):
        return (
            everybody(404, 404)
            | dict.fromkeys(READ_PROVINCE, refused)
            | dict.fromkeys(people, status)
        )

    return {"get": each(*get), "post": each(*post)}


NO_POST = everybody(405, 405)
PAGES |= {
    "reports:template_list": {
        "url": lambda stage: reverse("reports:template_list"),
        "get": everybody(403, 403)
        | dict.fromkeys(("chair", "planner", "auditor", "stranger"), 200),
        "post": NO_POST,
    },
    "reports:template_series": {"url": of_series("reports:template_series")}
    | template_page((200, 200), (405, 405))
    | {"post": NO_POST},
    "reports:template_create": {"url": of_series("reports:template_create")}
    | template_page((200, 403), (422, 403), "planner"),
    "reports:template_detail": {"url": of_template("reports:template_detail")}
    | template_page((200, 200), (405, 405))
    | {"post": NO_POST},
    "reports:template_edit": {"url": of_template("reports:template_edit")}
    | template_page((200, 403), (422, 403), "planner"),
    "reports:template_enforce": {"url": of_template("reports:template_enforce")}
    | template_page((302, 403), (422, 403), "chair"),
    "reports:template_end": {"url": of_template("reports:template_end")}
    | template_page((302, 403), (422, 403), "chair"),
    "reports:template_preview": {"url": of_template("reports:template_preview")}
    | template_page((200, 200), (405, 405))
    | {"post": NO_POST},
    "reports:template_preview_file": {"url": of_template("reports:template_preview_file")}
    | template_page((200, 200), (405, 405))
    | {"post": NO_POST},
    "reports:template_step": {"url": of_template("reports:template_step", "submit")}
    | template_page((405, 405), (302, 403), "planner")
    | {"get": NO_POST},
}
STEPS = {
    "paper_template": {
        "submit": may("planner"),
        "withdraw": may("planner"),
        "drop": may("planner"),
        "enforce": may("chair"),
        "return": may("chair"),
        "recall": may("chair"),
        "end": may("chair"),
    }
}

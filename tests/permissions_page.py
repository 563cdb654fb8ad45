"""Writes docs/permissions.md from the permission tables: python -m tests.permissions_page."""

import os
import sys

PEOPLE = {
    "visitor": "visitor",
    "chair": "committee leader",
    "planner": "Home Affairs officer",
    "head": "delegation head",
    "member": "delegation member",
    "official": "official of the inspected unit",
    "auditor": "auditor",
    "administrator": "administrator",
    "outsider": "official of another unit",
    "stranger": "Home Affairs officer of another province",
}
ANSWERS = {200: "reads", 302: "does", 422: "does", 403: "–", 404: "hidden", 405: ""}

HEAD = """# Permissions

Made by `make docs` from the tables the tests run (`tests/*/matrix.py`); do not edit. A test fails
when it is stale, when a page or step is missing, or when the portal answers otherwise.

The stage of the tables is one concluded inspection of a district. **reads**: gets the page.
**does**: may send the form or button. **–**: sees the record but may not (403). **hidden**: for
this person the record does not exist (404). A visitor is led to the sign-in page."""


def page():
    """The whole document as text."""
    from reform_portal.common.workflow import WORKFLOWS
    from tests.matrix import PAGES, STEPS

    people = [name for name in PEOPLE if name != "visitor"]
    parts = [f"{HEAD}\n", "## Steps", _header("step", people)]
    for flow, steps in STEPS.items():
        for name, allowed in steps.items():
            label = WORKFLOWS[flow].steps[name].label
            cells = ["yes" if allowed[person] else "–" for person in people]
            parts.append(_row(f"{flow}: {label}", cells))
    parts += ["", "## Pages", _header("page", people)]
    for name, answers in sorted(PAGES.items()):
        cells = [_cell(answers["get"][person], answers["post"][person]) for person in people]
        parts.append(_row(f"`{name}`", cells))
    return _joined(parts)


def _cell(get, post):
    words = [ANSWERS[get], ANSWERS[post]]
    found = list(dict.fromkeys(word for word in words if word))
    return ", ".join(found) or "–"


def _header(first, people):
    names = " | ".join([first, *(PEOPLE[name] for name in people)])
    return f"\n| {names} |\n|{'---|' * (len(people) + 1)}"


def _row(first, cells):
    return f"| {' | '.join([first, *cells])} |"


def _joined(parts):
    return "\n".join(str(part) for part in parts) + "\n"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reform_portal.settings.dev")
    import django
    from django.utils import translation

    django.setup()
    with translation.override("en"):
        sys.stdout.write(page())

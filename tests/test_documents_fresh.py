"""Generated pages of docs/ say what the code says."""

import io
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import translation

from tests import permissions_page

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize(("command", "page"), [("show_workflows", "workflows.md")])
def test_a_generated_page_is_fresh(command, page):
    printed = io.StringIO()
    call_command(command, stdout=printed)

    assert printed.getvalue() == (DOCS / page).read_text(), "run `make docs`"


def test_the_page_of_permissions_is_fresh():
    with translation.override("en"):
        written = permissions_page.page()

    assert written == (DOCS / "permissions.md").read_text(), "run `make docs`"

"""Generated pages of docs/ say what the code says."""

import io
import re
import textwrap
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


def test_the_slice_in_the_architecture_is_the_code():
    """Functions quoted in docs/architecture.md stand in the source, word for word."""
    page = (DOCS / "architecture.md").read_text()
    quoted = re.findall(r"^   (def .*?)(?=^   ```)", page, re.S | re.M)
    sources = "\n".join(file.read_text() for file in (DOCS.parent / "findings").rglob("*.py"))

    assert quoted
    for function in map(textwrap.dedent, (f"   {one}" for one in quoted)):
        assert function.strip() in sources, function


def test_a_decision_has_a_number_of_its_own_and_says_it():
    pages = sorted((DOCS / "adr").glob("[0-9]*.md"))
    numbers = [page.name[:4] for page in pages]

    assert len(set(numbers)) == len(numbers), numbers
    for page, number in zip(pages[1:], numbers[1:], strict=True):
        assert page.read_text().startswith(f"# {number}"), page.name


def test_every_link_between_pages_leads_somewhere():
    for page in [*DOCS.rglob("*.md"), *DOCS.parent.glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text()):
            assert (page.parent / target).exists(), f"{page.name}: {target}"

"""Templates as text: what can be read off them without opening a page."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "templates"
INCLUDE = re.compile(r'{%\s*include\s+"([^"]+)"(.*?)%}', re.S)


@cache
def text_of(name):
    file = FOLDER / name
    return file.read_text(encoding="utf-8") if file.exists() else ""


def needs_a_token(name, above=()):
    """It, or a part it includes, holds a form that is sent back."""
    text = text_of(name)
    parts = {part for part, _ in INCLUDE.findall(text)} - {name, *above}
    return "{% csrf_token %}" in text or any(needs_a_token(one, (name, *above)) for one in parts)


def test_a_part_with_a_form_is_given_the_token():
    """With `only` a part knows what it is given and nothing else: its form would be refused."""
    forgotten = []
    for file in sorted(FOLDER.rglob("*.html")):
        for part, rest in INCLUDE.findall(file.read_text(encoding="utf-8")):
            alone = rest.split()[-1:] == ["only"]
            if alone and needs_a_token(part) and "csrf_token=csrf_token" not in rest:
                forgotten.append(f"{file.relative_to(FOLDER)}: {part}")

    assert forgotten == []

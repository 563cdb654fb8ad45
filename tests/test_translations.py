"""Vietnamese is complete: every text of the code is in the catalogue, translated, not fuzzy."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from string import Formatter

import polib
import pytest
from django.conf import settings

CATALOGUE = Path("locale/vi/LC_MESSAGES/django.po")
SOURCES = ("reform_portal", "units", "inspections", "findings", "reports", "templates", "locale")


@pytest.fixture(scope="module")
def catalogue():
    return polib.pofile(str(settings.BASE_DIR / CATALOGUE))


def test_nothing_is_untranslated_or_fuzzy(catalogue):
    left = catalogue.untranslated_entries() + catalogue.fuzzy_entries()

    assert [entry.msgid for entry in left] == []


def test_the_catalogue_holds_every_text_of_the_code(catalogue, tmp_path):
    for name in SOURCES:
        shutil.copytree(settings.BASE_DIR / name, tmp_path / name)
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "-l", "vi", "--no-wrap", "--no-obsolete"],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin"},
        check=True,
        capture_output=True,
    )
    collected = polib.pofile(str(tmp_path / CATALOGUE))

    missing = {entry.msgid for entry in collected} - {entry.msgid for entry in catalogue}

    assert missing == set()


def test_texts_are_marked_only_by_names_that_are_collected():
    """`gettext as _t` translates, but makemessages does not read the texts it marks."""
    hidden = re.compile(r"gettext\w* as (?!_\b)\w+")
    found = [
        str(path)
        for name in SOURCES
        for path in (settings.BASE_DIR / name).rglob("*.py")
        if hidden.search(path.read_text())
    ]

    assert found == []


def test_translations_keep_the_places_for_values(catalogue):
    for entry in catalogue:
        for text in [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values():
            assert places(text) <= places(entry.msgid) | places(entry.msgid_plural), entry.msgid
            if not entry.msgid_plural:
                assert places(text) == places(entry.msgid), entry.msgid


def places(text):
    """The names in %(name)s and {name} of a text."""
    percent = {part.partition(")")[0] for part in text.split("%(")[1:]}
    try:
        braces = {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:
        braces = set()
    return percent | braces

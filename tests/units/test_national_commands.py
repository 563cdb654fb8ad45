"""The two commands: what they say, what they write, and how they refuse."""

import csv
import errno
import io

import pytest
from django.core.management import CommandError, call_command

from reform_portal.common import writing
from tests.units.national import loaded
from units.national import Report

pytestmark = pytest.mark.django_db
HEAD = ["code", "name", "type", "level", "parent_code", "valid_from", "valid_to"]


@pytest.fixture(scope="module", autouse=True)
def two_places(django_db_setup, django_db_blocker):
    """Lạng Sơn and Hà Nội."""
    with loaded(django_db_blocker, "20", "01") as report:
        yield report


def export(tmp_path, day):
    """Rows of the file by level and code, and its head."""
    target = tmp_path / "units.csv"
    call_command("export_units", on=day, output=str(target), stderr=io.StringIO())
    with target.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    return head, {(row[3], row[0]): row for row in rows}


def run(name, **options):
    told = io.StringIO()
    call_command(name, stdout=told, stderr=told, **options)
    return told.getvalue()


@pytest.mark.embedded
def test_a_file_of_the_old_era(tmp_path):
    head, rows = export(tmp_path, "2025-06-30")

    assert head == HEAD
    assert rows["commune", "06211"] == [
        "06211", "Lộc Yên", "xã", "commune", "183", "2010-01-01", "2025-07-01",
    ]  # fmt: skip
    assert rows["district", "183"][4] == "20"
    assert rows["province", "20"][4:] == ["", "2010-01-01", ""]


@pytest.mark.embedded
def test_a_file_of_the_new_era(tmp_path):
    _head, rows = export(tmp_path, "2025-07-01")

    assert rows["commune", "06211"] == [
        "06211", "Cao Lộc", "xã", "commune", "20", "2025-07-01", "",
    ]  # fmt: skip
    assert len(rows) == 2 + 65 + 126
    assert ("district", "183") not in rows


def test_a_file_of_2024_has_who_ended_with_the_year(tmp_path):
    _head, before = export(tmp_path, "2024-12-31")
    _head, after = export(tmp_path, "2025-01-01")

    assert before["commune", "10288"][1] == "Tri Trung"
    assert ("commune", "10288") not in after


def test_a_dash_writes_to_the_screen():
    assert run("export_units", on="2025-07-01", output="-").startswith(",".join(HEAD))


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ({"on": "30/6/2025", "output": "-"}, "30/6/2025"),
        ({"output": "-"}, "2025-06-30"),
        ({"on": "2025-06-30"}, "--output"),
        ({"on": "2025-06-30", "output": "/nowhere/at/all.csv"}, "/nowhere/at/all.csv"),
    ],
)
def test_an_export_that_cannot_be_is_refused_in_a_sentence(options, word):
    with pytest.raises(CommandError, match=word) as refusal:
        run("export_units", **options)

    assert "\n" not in str(refusal.value)


def test_a_file_is_whole_or_as_it_was(tmp_path, monkeypatch):
    target = tmp_path / "units.csv"
    target.write_text("as it was", encoding="utf-8")

    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(CommandError, match="units.csv"):
        run("export_units", on="2025-06-30", output=str(target))

    assert target.read_text(encoding="utf-8") == "as it was"
    assert list(tmp_path.iterdir()) == [target]


def test_the_load_tells_counts_and_that_nothing_was_to_do():
    told = run("load_national_units", province=["20"])

    assert [line for line in told.splitlines() if "30/06/2025" in line]
    assert told.splitlines()[-1] == list(Report().lines())[-1]


def test_a_province_that_is_none_is_refused_in_a_sentence():
    with pytest.raises(CommandError, match="99"):
        run("load_national_units", province=["99"])

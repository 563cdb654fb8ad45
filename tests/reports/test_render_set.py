"""manage.py render_set: what exists by now, all of it or nothing, the same bytes again."""

import pytest
from django.core.management import CommandError, call_command

from inspections.models import Inspection
from tests.reports.conftest import told

pytestmark = pytest.mark.django_db


def render(code, folder):
    call_command("render_set", code, output=str(folder), verbosity=0)


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_the_same_records_give_the_same_bytes_in_the_place_of_the_old_ones(concluded, tmp_path):
    folder = tmp_path / "set"
    render(concluded.code, folder)
    first = {name: (folder / name).read_bytes() for name in names_in(folder)}

    render(concluded.code, folder)

    assert {name: (folder / name).read_bytes() for name in names_in(folder)} == first
    assert names_in(tmp_path) == ["set"]


def test_only_what_exists_by_now_is_written(world, tmp_path):
    begun = told(world, status=Inspection.Status.ON_SITE)

    render(begun.code, tmp_path / "set")

    names = {name.split(".")[0] for name in names_in(tmp_path / "set")}
    assert names == {"01-ke-hoach", "03-quyet-dinh", "04-thong-bao", "05-de-cuong", "manifest"}


def test_a_folder_with_other_files_is_left_alone(concluded, tmp_path):
    (tmp_path / "letter.txt").write_text("mine")

    with pytest.raises(CommandError, match="thư mục trống") as refusal:
        render(concluded.code, tmp_path)

    assert str(refusal.value).count("\n") == 0
    assert names_in(tmp_path) == ["letter.txt"]


def test_an_unknown_code_is_one_sentence_and_leaves_nothing(db, tmp_path):
    with pytest.raises(CommandError, match="KT-1999-999"):
        render("KT-1999-999", tmp_path / "set")

    assert names_in(tmp_path) == []


def test_a_full_disk_leaves_neither_half_a_set_nor_the_old_one_spoilt(
    concluded, tmp_path, monkeypatch
):
    folder = tmp_path / "set"
    render(concluded.code, folder)
    before = names_in(folder)

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    with pytest.raises(CommandError, match="đĩa đã đầy"):
        render(concluded.code, folder)

    assert (names_in(folder), names_in(tmp_path)) == (before, ["set"])

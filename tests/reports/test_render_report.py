"""manage.py render_report: the same files without a queue."""

import pytest
from django.core.management import CommandError, ManagementUtility, call_command

from findings.models import Conclusion


def render(code, output, kind="conclusion", format="pdf"):
    call_command("render_report", kind, code, format=format, output=str(output), verbosity=0)


@pytest.mark.parametrize(("format", "start"), [("pdf", b"%PDF-"), ("xlsx", b"PK")])
def test_it_writes_the_file(concluded, tmp_path, format, start):
    output = tmp_path / f"paper.{format}"

    render(concluded.code, output, format=format)

    assert output.read_bytes().startswith(start)
    assert [path.name for path in tmp_path.iterdir()] == [output.name]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"code": "KT-1999-999"}, "KT-1999-999"),
        ({"format": "odt"}, "odt"),
        ({"kind": "weather"}, "weather"),
    ],
)
def test_it_refuses_what_it_does_not_know_in_one_sentence(concluded, tmp_path, wrong, words):
    given = {"code": concluded.code, "output": tmp_path / "paper.pdf"} | wrong

    with pytest.raises(CommandError, match=words) as refusal:
        render(**given)

    assert str(refusal.value).count("\n") == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments", [[], ["conclusion", "KT-2024-001"], ["conclusion", "--colour", "red"]]
)
def test_wrong_arguments_are_one_line_on_stderr(db, arguments, capsys):
    with pytest.raises(SystemExit) as refusal:
        ManagementUtility(["manage.py", "render_report", *arguments]).execute()

    written = capsys.readouterr()
    assert (refusal.value.code, written.out) == (2, "")
    assert written.err.count("\n") == 1
    assert "--output" in written.err


def test_it_refuses_an_inspection_without_the_words_of_its_paper(concluded, tmp_path):
    Conclusion.objects.all().delete()

    with pytest.raises(CommandError, match=concluded.code):
        render(concluded.code, tmp_path / "paper.pdf")


def test_it_refuses_a_folder_that_is_not_there(concluded, tmp_path):
    with pytest.raises(CommandError, match="không ghi được"):
        render(concluded.code, tmp_path / "missing" / "paper.xlsx", format="xlsx")


def test_it_refuses_a_folder_as_file_and_leaves_nothing_beside(concluded, tmp_path):
    (tmp_path / "folder").mkdir()

    with pytest.raises(CommandError, match="không ghi được"):
        render(concluded.code, tmp_path / "folder", format="xlsx")

    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_failure_leaves_the_old_file(concluded, tmp_path, monkeypatch):
    output = tmp_path / "paper.xlsx"
    output.write_bytes(b"old")

    def full(*paths):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    with pytest.raises(CommandError, match="đĩa đã đầy"):
        render(concluded.code, output, format="xlsx")

    assert output.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["paper.xlsx"]

"""Files that commands write: whole or not at all, and only where a file belongs."""

import os
import threading

import pytest
from django.core.management.base import CommandError

from reform_portal.common.writing import write_whole


def test_a_file_takes_the_place_of_the_one_before(tmp_path):
    (tmp_path / "table.csv").write_bytes(b"before")

    write_whole(tmp_path / "table.csv", b"now")

    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("table.csv", b"now")]


def test_a_link_keeps_pointing_to_the_file_that_is_written(tmp_path):
    link = tmp_path / "latest.csv"
    link.symlink_to("table.csv")

    write_whole(link, b"now")

    assert link.is_symlink()
    assert (tmp_path / "table.csv").read_bytes() == b"now"


def test_what_is_no_ordinary_file_is_written_to_as_it_stands(tmp_path):
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()

    write_whole(pipe, b"now")
    reader.join(timeout=10)

    assert read == [b"now"]
    assert pipe.is_fifo()


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(CommandError, match=tmp_path.name):
        write_whole(tmp_path, b"now")

    assert list(tmp_path.iterdir()) == []

"""One command runs the portal: real processes, in a folder of their own."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 90


def eventually(claim, seconds=PATIENCE):
    """True as soon as the claim holds; False when it did not in time."""
    end = time.monotonic() + seconds
    while not (holds := claim()) and time.monotonic() < end:
        time.sleep(0.05)
    return holds


def processes_naming(word):
    """Living processes whose command line or surroundings hold the word."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            around = (folder / "environ").read_bytes().decode(errors="replace")
        except OSError:
            continue
        if line and (word in around or word in line):
            found[int(folder.name)] = line
    return found


class Portal:
    """A started portal; `address` is known once it answers."""

    def __init__(self, var, **change):
        removed = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "PORTAL_EMBEDDED")
        env = {name: value for name, value in os.environ.items() if name not in removed}
        env |= {"PORTAL_VAR": str(var), "PORT": "18400", **change}
        self.var, self.output = var, var.parent / f"{time.monotonic_ns()}.txt"
        with self.output.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "run_portal"],
                cwd=ROOT,
                env=env,
                stdout=out,
                stderr=out,
            )
        eventually(lambda: self.address or self.process.poll() is not None)

    @property
    def said(self):
        return self.output.read_text(encoding="utf-8")

    @property
    def address(self):
        found = re.search(r"http://127\.0\.0\.1:\d+/", self.said)
        return found and found.group()

    def family(self):
        return processes_naming(str(self.var))

    def member(self, word):
        """The oldest process with this word in its command."""
        return min((pid for pid, line in self.family().items() if word in line), default=None)

    def answers(self):
        try:
            return urllib.request.urlopen(f"{self.address}health/", timeout=5).status == 200
        except OSError:
            return False


def ended(portal):
    portal.process.kill()
    portal.process.wait()
    eventually(lambda: not portal.family(), 20)
    left = portal.family()
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert not left


@pytest.fixture
def portal(tmp_path):
    started = Portal(tmp_path / "var")
    yield started
    ended(started)


@pytest.fixture(scope="module")
def bare_portal(tmp_path_factory):
    """Started where no redis-server is on the path."""
    folder = tmp_path_factory.mktemp("bare")
    (folder / "bin").mkdir()
    started = Portal(folder / "var", PATH=str(folder / "bin"))
    yield started
    ended(started)


def test_it_answers_and_a_signal_ends_all_of_it(portal):
    assert portal.answers(), portal.said

    portal.process.send_signal(signal.SIGTERM)

    assert portal.process.wait(timeout=PATIENCE) == 0
    assert not portal.family()


def test_nothing_survives_when_it_is_killed(portal):
    assert eventually(lambda: len(portal.family()) >= 8), portal.family()

    portal.process.kill()

    assert eventually(lambda: not portal.family(), 20), portal.family()


def test_without_a_redis_server_the_one_of_the_wheel_is_taken(bare_portal):
    assert "valkey" in bare_portal.family()[bare_portal.member("broker.sock")]
    assert bare_portal.answers()


def test_a_killed_worker_is_started_again(bare_portal):
    worker = bare_portal.member("celery")

    os.kill(worker, signal.SIGKILL)

    assert eventually(lambda: bare_portal.member("celery") not in {None, worker})
    assert bare_portal.answers()


def test_a_second_start_from_the_same_folder_is_refused(bare_portal):
    second = Portal(bare_portal.var)

    assert second.process.wait(timeout=PATIENCE) == 1
    assert bare_portal.address in second.said
    assert f"kill {bare_portal.process.pid}" in second.said
    assert bare_portal.answers()

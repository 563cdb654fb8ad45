"""A Redis and a worker of our own, to be stopped, hung and killed."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import redis
from django.conf import settings
from django.db import connection

from reform_portal.common.processes import die_with_parent

PATIENCE = 60


def wait_until(condition, within=PATIENCE, pause=0.05):
    """The first true answer of `condition`; fails when there is none in time."""
    until = time.monotonic() + within
    while not (answer := condition()):
        assert time.monotonic() < until, f"not within {within} s"
        time.sleep(pause)
    return answer


def passers_of(code):
    """Where the processes in front of a gate write their numbers."""
    return Path(settings.VAR_DIR) / f"{code}.passers"


def gate_of(code):
    return Path(settings.VAR_DIR) / f"{code}.open"


def at_the_gate(code, nth=1):
    """The number of the nth process that came to this gate."""

    def came():
        passers = passers_of(code)
        numbers = passers.read_text().split() if passers.exists() else []
        return int(numbers[nth - 1]) if len(numbers) >= nth else None

    return wait_until(came)


def start(command, log, **env):
    with log.open("ab") as out:
        return subprocess.Popen(
            command,
            stdout=out,
            stderr=out,
            stdin=subprocess.DEVNULL,
            cwd=settings.BASE_DIR,
            env=os.environ | env,
            preexec_fn=die_with_parent,
        )


class Redis:
    """A redis-server on a socket in a folder of the test."""

    def __init__(self, folder):
        self.folder, self.socket = folder, folder / "redis.sock"
        self.url = f"redis+socket://{self.socket}"
        self.start()

    def start(self):
        program = shutil.which("redis-server") or shutil.which("valkey-server")
        self.process = start(
            [program, "--port", "0", "--unixsocket", str(self.socket), "--save", "",
             "--appendonly", "no", "--dir", str(self.folder)],
            self.folder / "redis.log",
        )  # fmt: skip
        wait_until(self.answers)

    def answers(self):
        try:
            return redis.Redis(unix_socket_path=str(self.socket)).ping()
        except redis.ConnectionError:
            return False

    def flush(self):
        redis.Redis(unix_socket_path=str(self.socket)).flushall()

    def stop(self):
        self.process.kill()
        self.process.wait()
        self.socket.unlink(missing_ok=True)


class BlackHole:
    """A port where everybody is let in and nobody is answered."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.url = f"redis://127.0.0.1:{self.socket.getsockname()[1]}/0"

    def close(self):
        self.socket.close()


class Worker:
    """A real worker with its clock, on the test database."""

    def __init__(self, folder, broker, concurrency=2, **env):
        self.folder, self.broker, self.concurrency, self.env = folder, broker, concurrency, env
        self.log = folder / "worker.log"
        self.start()

    def start(self):
        self.log.write_text("")
        self.process = start(
            [sys.executable, "-m", "celery", "-A", "tests.reports.worker_app", "worker", "--beat",
             "--schedule", str(self.folder / "beat"), "--concurrency", str(self.concurrency), "--loglevel", "INFO",
             "--without-gossip", "--without-mingle"],
            self.log,
            CELERY_BROKER_URL=self.broker.url,
            DATABASE_URL=database_url(),
            REPORT_LEASE_SECONDS="4",
            REPORT_HEARTBEAT_SECONDS="1",
            REPORT_RING_AGAIN_SECONDS="1",
            **self.env,
        )  # fmt: skip
        wait_until(lambda: " ready." in self.log.read_text())

    def kill(self):
        self.process.kill()
        self.process.wait()

    def freeze(self):
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self):
        self.process.send_signal(signal.SIGCONT)

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()


def database_url():
    """The address of the database the tests work in."""
    name = connection.settings_dict["NAME"]
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()

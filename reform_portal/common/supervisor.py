"""Keeps a few programs running: starts them, restarts what dies, leaves nothing behind."""

import contextlib
import os
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from .processes import die_with_parent

LOG_LIMIT = 5_000_000
FIRST_PAUSE, LONGEST_PAUSE, CALM_AFTER = 1, 30, 60


class Stop(Exception):
    """A signal asked us to end."""


@dataclass
class Child:
    """One program. `farewell` are the signals that end it, each given some seconds."""

    name: str
    command: list
    env: dict
    log: Path
    farewell: tuple = ((signal.SIGTERM, 10), (signal.SIGKILL, 5))
    # What it gets when the supervisor itself is killed.
    orphaned: int = signal.SIGKILL
    # With these exit statuses a restart would not help.
    fatal: frozenset = frozenset()
    process: subprocess.Popen | None = field(default=None, init=False)
    started: float = field(default=0, init=False)
    pause: float = field(default=FIRST_PAUSE, init=False)
    due: float = field(default=0, init=False)

    def start(self):
        if self.log.exists() and self.log.stat().st_size > LOG_LIMIT:
            self.log.replace(self.log.with_suffix(".log.1"))
        parent = os.getpid()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=lambda: die_with_parent(self.orphaned, parent),
            )
        self.started, self.due = time.monotonic(), 0

    @property
    def running(self):
        return self.process is not None and self.process.poll() is None

    def last_words(self, size=2000):
        with contextlib.suppress(OSError):
            return self.log.read_text(encoding="utf-8", errors="replace")[-size:]
        return ""

    def stop(self):
        for number, seconds in self.farewell:
            if not self.running:
                return
            self.process.send_signal(number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=seconds)


class Supervisor:
    """Children in the order in which they are started; they stop in the reverse one."""

    def __init__(self, say):
        self.say = say
        self.children = []

    def catch_signals(self):
        def stop(*_):
            raise Stop

        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, stop)

    def start(self, child):
        self.children.append(child)
        child.start()
        return child

    def wait_until(self, ready, child, seconds=30):
        """True when `ready()` says so in time, False when the child died or was too slow."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if ready():
                return True
            if not child.running:
                return False
            time.sleep(0.05)
        return False

    def watch(self):
        """Goes on until a signal comes, or a child ends in a way that will not heal."""
        while True:
            for child in self.children:
                if not child.running and not self.revive(child):
                    return child
            time.sleep(0.5)

    def revive(self, child):
        """Start a dead child again, each time after a longer pause; False when it is no use."""
        now = time.monotonic()
        if not child.due:
            status = child.process.returncode
            if status in child.fatal:
                return False
            if now - child.started > CALM_AFTER:
                child.pause = FIRST_PAUSE
            child.due = now + child.pause
            self.say(child, status)
            child.pause = min(child.pause * 2, LONGEST_PAUSE)
        elif now >= child.due:
            child.start()
        return True

    def stop(self):
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        for child in reversed(self.children):
            child.stop()

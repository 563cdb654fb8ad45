#!/usr/bin/env python3
"""A PostgreSQL and a Redis of our own: on free sockets, with nothing of the machine's, gone after use.

    .ci/throwaway.py COMMAND ...      run a command beside them, then tear them down
    .ci/throwaway.py --print          print the two addresses and stay until a signal comes

Both listen on unix sockets in a temporary folder only. Needs nothing but the standard library.
"""

import ctypes
import glob
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PR_SET_PDEATHSIG = 1
SAFE = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200"]
libc = ctypes.CDLL(None, use_errno=True)


def unprivileged():
    """PostgreSQL refuses root; there it runs as postgres or nobody."""
    if os.getuid():
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    sys.exit("Stopped: PostgreSQL does not run as root and there is no account 'nobody'.")


def become(account):
    """What a child does before its program: lesser rights, and death with the parent."""

    def prepare():
        if account:
            os.setgroups([])
            os.setgid(account.pw_gid)
            os.setuid(account.pw_uid)
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)

    return prepare


def postgres_programs():
    folders = [os.environ.get("PG_BIN", ""), *sorted(glob.glob("/usr/lib/postgresql/*/bin"))[::-1]]
    folders += os.environ.get("PATH", "").split(os.pathsep)
    for folder in folders:
        if folder and Path(folder, "initdb").exists() and Path(folder, "postgres").exists():
            return Path(folder)
    sys.exit("Stopped: no PostgreSQL found; run .ci/setup.sh packages test.")


def wait_for(socket_file, child, log):
    for _ in range(600):
        if Path(socket_file).exists():
            return
        if child.poll() is not None:
            break
        time.sleep(0.05)
    sys.exit(f"Stopped: {child.args[0]} did not start:\n{log.read_text(errors='replace')[-2000:]}")


class Servers:
    """Both servers in one temporary folder."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="portal-srv-"))
        self.folder.chmod(0o755)
        self.children = []

    def start(self, account, log, *command):
        with log.open("ab") as out:
            child = subprocess.Popen(
                command,
                stdout=out,
                stderr=out,
                stdin=subprocess.DEVNULL,
                cwd="/",
                preexec_fn=become(account),
                start_new_session=True,
            )
        self.children.append(child)
        return child

    def postgres(self):
        programs, account = postgres_programs(), unprivileged()
        home, log = self.folder / "pg", self.folder / "pg.log"
        home.mkdir(mode=0o700)
        if account:
            os.chown(home, account.pw_uid, account.pw_gid)
        subprocess.run(
            [
                programs / "initdb", "--no-sync", "--auth=trust", "--username=portal",
                "--encoding=UTF8", "--locale=C.UTF-8", "--pgdata", home / "db",
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd="/",
            preexec_fn=become(account),
        )  # fmt: skip
        settings = [word for setting in SAFE for word in ("-c", setting)]
        child = self.start(
            account, log, str(programs / "postgres"), "-D", str(home / "db"), "-k", str(home),
            "-c", "listen_addresses=", "-c", "unix_socket_permissions=0777", *settings,
        )  # fmt: skip
        home.chmod(0o711)
        wait_for(home / ".s.PGSQL.5432", child, log)
        for _ in range(200):
            if not subprocess.call(
                [programs / "pg_isready", "-q", "-h", home, "-U", "portal", "-d", "postgres"]
            ):
                break
            time.sleep(0.05)
        return f"postgresql://portal@/postgres?host={home}"

    def redis(self):
        program = shutil.which("redis-server") or shutil.which("valkey-server")
        if not program:
            sys.exit("Stopped: no redis-server found; run .ci/setup.sh packages test.")
        log, socket_file = self.folder / "redis.log", self.folder / "redis.sock"
        child = self.start(
            None, log, program, "--port", "0", "--unixsocket", str(socket_file),
            "--dir", str(self.folder), "--save", "", "--appendonly", "no",
        )  # fmt: skip
        wait_for(socket_file, child, log)
        return f"redis+socket://{socket_file}"

    def stop(self):
        for child in self.children:
            child.send_signal(signal.SIGINT)
        for child in self.children:
            try:
                child.wait(timeout=5)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda *_: sys.exit(130))
    servers = Servers()
    try:
        addresses = {"DATABASE_URL": servers.postgres(), "REDIS_URL": servers.redis()}
        if sys.argv[1] == "--print":
            words = " ".join(f"{name}='{value}'" for name, value in addresses.items())
            print(f"export {words}", flush=True)
            signal.pause()
        return subprocess.call(sys.argv[1:], env={**os.environ, **addresses})
    except KeyboardInterrupt:
        return 130
    finally:
        servers.stop()


if __name__ == "__main__":
    sys.exit(main())

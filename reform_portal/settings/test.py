"""Under test: PostgreSQL from DATABASE_URL, or with PORTAL_EMBEDDED=1 the embedded default."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from . import database, env
from .base import *  # noqa: F403

PORTAL_ADDRESS = "https://kiemtra.example.vn"
EMBEDDED = env.flag("PORTAL_EMBEDDED", default=False)

# One folder for files and for SQLite; processes that a test starts share it.
if "PORTAL_TEST_DIR" not in os.environ:
    os.environ["PORTAL_TEST_DIR"] = tempfile.mkdtemp(prefix="reform-portal-test-")
    atexit.register(shutil.rmtree, os.environ["PORTAL_TEST_DIR"], ignore_errors=True)
# Each worker of pytest-xdist has a folder of its own, as it has a database of its own.
VAR_DIR = Path(os.environ["PORTAL_TEST_DIR"]) / env.text("PYTEST_XDIST_WORKER", default="")
VAR_DIR.mkdir(exist_ok=True)
MEDIA_ROOT = VAR_DIR / "files"

SECRET_KEY = "only for tests"
DEMO_ALLOWED = True
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

_suffix = env.text("PYTEST_DB_SUFFIX", default="")
if EMBEDDED:
    DATABASES = {"default": database.sqlite(VAR_DIR / "portal.sqlite3")}
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
else:
    DATABASES = {"default": database.postgresql(env.text("DATABASE_URL"))}
    DATABASES["default"]["CONN_MAX_AGE"] = 0
    DATABASES["default"]["TEST"] = {"NAME": f"test_portal{_suffix and '_'}{_suffix}"}

# Whoever touches the queue without saying so learns it at once.
CELERY_BROKER_URL = "redis://no-broker-in-tests.invalid:1/0"
REAL_BROKER_URL = env.text("REDIS_URL", default="")

STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
# Files are looked up when asked for: every client of a test would look through them all.
WHITENOISE_AUTOREFRESH = True

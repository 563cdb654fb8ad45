"""On a desk: nothing to set, everything in var/."""

import contextlib
import secrets

from . import database, env
from .base import *  # noqa: F403
from .base import VAR_DIR


def _own_secret():
    """A key made once and kept, so that sessions outlive a restart."""
    path = VAR_DIR / "secret_key"
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError), path.open("x", encoding="utf-8") as file:
        path.chmod(0o600)
        file.write(secrets.token_urlsafe(60))
    return path.read_text(encoding="utf-8")


SECRET_KEY = env.text("SECRET_KEY", default="") or _own_secret()
DEBUG = env.flag("DEBUG", default=False)
DEMO_ALLOWED = True
PORTAL_ADDRESS = env.text("PORTAL_ADDRESS", default="") or (
    f"http://127.0.0.1:{env.number('PORT', default=8000)}"
)
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]

_url = env.text("DATABASE_URL", default="")
DATABASES = {
    "default": database.postgresql(_url) if _url else database.sqlite(VAR_DIR / "portal.sqlite3")
}

# Static files straight from where they lie: no collectstatic on a desk.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG

"""In service. Every value a place must decide comes from the environment; see docs/operations.md."""

from . import database, env
from .base import *  # noqa: F403

SECRET_KEY = env.text("SECRET_KEY")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
CSRF_TRUSTED_ORIGINS = [f"https://{host.lstrip('.')}" for host in ALLOWED_HOSTS]

_threads = env.number("WEB_THREADS", default=4)
DATABASES = {
    "default": database.postgresql(
        env.text("DATABASE_URL"),
        password=env.text("DATABASE_PASSWORD", default=""),
        pool={"min_size": 1, "max_size": _threads + 1, "timeout": 5},
        statement_seconds=env.number("DATABASE_STATEMENT_SECONDS", default=30),
    )
}
CELERY_BROKER_URL = env.text("REDIS_URL")

# Only behind TLS; the proxy says so in one header that it also removes from strangers.
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/?$"]
if env.flag("BEHIND_PROXY", default=True):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.number("HSTS_SECONDS", default=365 * 24 * 60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
LANGUAGE_COOKIE_SECURE = True

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}

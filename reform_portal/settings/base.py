"""What the portal needs everywhere."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.contrib.messages import constants as messages

from . import env

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(env.text("PORTAL_VAR", default=str(BASE_DIR / "var")))

DEBUG = False
# Whose portal this is, as the header shows it.
OFFICE_NAME = env.text("OFFICE_NAME", default="Sở Nội vụ tỉnh Lạng Sơn")
# Demo accounts have a published password: only desks and tests allow them.
DEMO_ALLOWED = False

INSTALLED_APPS = [
    "reform_portal.common",
    "units",
    "inspections",
    "findings",
    "reports",
    "crispy_forms",
    "crispy_bootstrap5",
    "js_lib_bootstrap5",
    "bs_icon_templates",
    "csp",
    "axes",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "reform_portal.common.middleware.ContentPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "reform_portal.common.middleware.PreferredLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "reform_portal.common.middleware.SignedIn",
    "reform_portal.common.middleware.LastingSession",
    "units.middleware.ActorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "reform_portal.common.middleware.OwnPasswordFirst",
    "reform_portal.common.middleware.PageForWrongMethod",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "reform_portal.urls"
WSGI_APPLICATION = "reform_portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "reform_portal.common.context.frame",
            ],
        },
    },
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False
MESSAGE_TAGS = {messages.ERROR: "danger", messages.DEBUG: "secondary"}

# Language and time: Vietnamese unless a person switched; what the browser asks for is ignored.
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
# Calendar programs are given these hours for the morning and for the afternoon, and keep an event
# for the same by its name, which ends in this domain: do not change it in service.
OFFICE_HOURS = env.words("OFFICE_HOURS", default="07:30-11:30, 13:30-17:00")
CALENDAR_UID_DOMAIN = env.text("CALENDAR_UID_DOMAIN", default="reform-portal.local")
USE_I18N = True
USE_TZ = True

# Signing in
AUTH_USER_MODEL = "common.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "reform_portal.common.backends.PortalBackend",
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "start"
LOGOUT_REDIRECT_URL = "login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# A password that an administrator issued and nobody used stops working after this many days.
ISSUED_PASSWORD_DAYS = env.number("ISSUED_PASSWORD_DAYS", default=7)
# Locked is the pair of name and address, and not for long: a stranger must not be able to
# keep somebody out.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "common/locked_out.html"
AXES_VERBOSE = False

SESSION_ENGINE = "reform_portal.common.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60  # after the last use, see LastingSession
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"

# What a browser may do with a page
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # Bootstrap draws its arrows and ticks as data: images
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

# The hottest questions are planned once a connection (ADR 0019). Off behind a pooler that hands
# connections on between transactions.
DATABASE_PREPARED = env.flag("DATABASE_PREPARED", default=True)

# Where people reach the portal; printed on issued papers as the address to check them at.
# Without it papers carry no QR code.
PORTAL_ADDRESS = env.text("PORTAL_ADDRESS", default="")
# A folder with the certificates of the authorities whose signatures are trusted.
PORTAL_SIGNATURE_ROOTS = env.text("PORTAL_SIGNATURE_ROOTS", default="")

# Files: static ones are public, uploads and papers leave only through a view.
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = VAR_DIR / "files"
MEDIA_URL = ""
FILE_UPLOAD_PERMISSIONS = 0o640
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 20
# Pages with a row for each of 300 units send several fields a row.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000

# The queue is a doorbell, the truth is a row: publishing must fail fast and never hang a page.
CELERY_BROKER_URL = env.text("REDIS_URL", default=f"redis+socket://{VAR_DIR}/broker.sock")
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_connect_timeout": 1,
    "socket_timeout": 1,
    "visibility_timeout": 3600,  # longer than any task, or it would run twice
    "unacked_restore_interval": 2,
    "unacked_restore_throttle": 1,
    # One try, then the error: without these a refusing Redis holds a page for two seconds.
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0,
    "interval_max": 0,
}
CELERY_BROKER_CONNECTION_TIMEOUT = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ALWAYS_EAGER = env.flag("PORTAL_IN_PROCESS", default=False)
CELERY_TASK_SOFT_TIME_LIMIT = 300
CELERY_TASK_TIME_LIMIT = 330
CELERY_TASK_DEFAULT_QUEUE = "portal"
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 1_000_000  # kB
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = False
CELERY_TIMEZONE = TIME_ZONE

# How long a page waits for the queue, and how a request for a report outlives a dead worker:
# the run that holds it gives signs of life, its lease runs out when they stop.
DOORBELL_SECONDS = 1
REPORT_LEASE_SECONDS = env.number("REPORT_LEASE_SECONDS", default=25)
REPORT_HEARTBEAT_SECONDS = env.number("REPORT_HEARTBEAT_SECONDS", default=5)
REPORT_RING_AGAIN_SECONDS = env.number("REPORT_RING_AGAIN_SECONDS", default=15)
REPORT_ATTEMPTS = 3

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", default="INFO")},
    "loggers": {
        # Not configured twice, and no line per missing favicon.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.request": {"level": "ERROR"},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
        "axes": {"level": "WARNING"},
        "fontTools": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
    },
}

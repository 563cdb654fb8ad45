"""The settings for service: what they demand, what they refuse, and that Django finds no fault."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from reform_portal.common import checks
from reform_portal.common.backends import PortalBackend
from reform_portal.common.models import User
from reform_portal.settings import database, env

ROOT = Path(__file__).parents[2]
SERVICE = {
    "DJANGO_SETTINGS_MODULE": "reform_portal.settings.prod",
    "SECRET_KEY": "k3" * 40 + "Rz!?",
    "ALLOWED_HOSTS": "kiemtra.example.vn",
    "DATABASE_URL": "postgresql://portal@127.0.0.1:1/portal",
    "REDIS_URL": "redis://127.0.0.1:1/0",
}


def python(*words, **change):
    surroundings = {"PATH": os.environ["PATH"], **SERVICE, **change}
    given = {name: value for name, value in surroundings.items() if value is not None}
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=given, capture_output=True, text=True, check=False
    )


@pytest.fixture
def in_service(settings):
    settings.DEMO_ALLOWED = False


@pytest.fixture
def demo_user(db):
    return User.objects.create_user("demo", password="demo", is_demo=True)


def test_django_finds_nothing_to_say_about_the_settings_for_service():
    result = python("manage.py", "check", "--deploy", "--fail-level", "WARNING")

    assert result.returncode == 0, result.stderr
    assert "no issues (0 silenced)" in result.stdout


@pytest.mark.parametrize("name", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL"])
def test_a_missing_value_is_named_in_one_sentence(name):
    result = python("manage.py", "check", **{name: None})

    assert result.returncode != 0
    assert f"Set {name} (or {name}_FILE) in the environment." in result.stderr


def test_cookies_belong_to_this_host_and_to_tls_only():
    names = "SESSION_COOKIE_NAME CSRF_COOKIE_NAME SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE DEBUG"
    code = (
        f"from django.conf import settings as s; print(*[getattr(s, n) for n in '{names}'.split()])"
    )

    assert python("-c", code).stdout.split() == [
        "__Host-session",
        "__Host-csrf",
        "True",
        "True",
        "False",
    ]


@pytest.mark.usefixtures("in_service", "demo_user")
def test_a_web_server_beside_demo_accounts_says_why_and_ends(capsys):
    with pytest.raises(SystemExit) as end:
        checks.stop_beside_demo_accounts()

    assert end.value.code == checks.BOOT_ERROR
    assert capsys.readouterr().err == f"{checks.REFUSAL}\n"


@pytest.mark.usefixtures("in_service", "demo_user")
def test_the_database_check_reports_demo_accounts():
    assert [e.id for e in checks.refuse_demo_accounts(None, ["default"])] == ["portal.E001"]
    assert checks.refuse_demo_accounts(None, None) == []


@pytest.mark.usefixtures("in_service", "db")
def test_without_demo_accounts_the_service_starts():
    User.objects.create_user("officer", password="a long enough word")

    assert checks.stop_beside_demo_accounts() is None


@pytest.mark.usefixtures("demo_user")
def test_a_desk_may_have_demo_accounts():
    assert checks.refuse_demo_accounts(None, ["default"]) == []


@pytest.mark.usefixtures("in_service")
def test_a_demo_account_cannot_sign_in_in_service(rf, demo_user):
    backend = PortalBackend()

    assert backend.authenticate(rf.post("/"), username="demo", password="demo") is None
    assert backend.get_user(demo_user.pk) is None


def test_a_demo_account_signs_in_on_a_desk(rf, demo_user):
    assert PortalBackend().authenticate(rf.post("/"), username="demo", password="demo") == demo_user


def test_a_value_may_come_from_a_file(tmp_path, monkeypatch):
    (tmp_path / "key").write_text("from a file\n")
    monkeypatch.setenv("SOME_KEY_FILE", str(tmp_path / "key"))

    assert env.text("SOME_KEY") == "from a file"


@pytest.mark.parametrize(("read", "value"), [(env.flag, "maybe"), (env.number, "ten")])
def test_a_value_of_the_wrong_kind_is_refused_by_name(monkeypatch, read, value):
    monkeypatch.setenv("SOME_VALUE", value)

    with pytest.raises(ImproperlyConfigured, match="SOME_VALUE"):
        read("SOME_VALUE")


def test_a_file_that_cannot_be_read_is_named(monkeypatch):
    monkeypatch.setenv("SOME_KEY_FILE", "/nowhere/at/all")

    with pytest.raises(ImproperlyConfigured, match="SOME_KEY_FILE"):
        env.text("SOME_KEY")


def test_a_database_address_is_taken_apart():
    found = database.postgresql("postgresql://me:a%40b@server:5433/portal?sslmode=require")

    assert (found["USER"], found["PASSWORD"], found["HOST"]) == ("me", "a@b", "server")
    assert (found["PORT"], found["NAME"]) == ("5433", "portal")
    assert found["OPTIONS"]["sslmode"] == "require"

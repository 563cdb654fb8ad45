"""The compose file and the image: no engine is at hand, so they are read and checked."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
COMPOSE = ROOT / "docker-compose.yml"
SERVICES = {"web", "worker", "beat", "migrate", "postgres", "redis"}


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load(COMPOSE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def dockerfile():
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def against_the_published_schema(path):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    return subprocess.run([*command, str(path)], capture_output=True, text=True, check=False)


def test_the_compose_file_fits_the_published_schema():
    result = against_the_published_schema(COMPOSE)

    assert result.returncode == 0, result.stdout + result.stderr


def test_the_schema_would_notice_a_misspelt_key(tmp_path):
    broken = tmp_path / "docker-compose.yml"
    broken.write_text(COMPOSE.read_text(encoding="utf-8").replace("healthcheck:", "healthchek:"))

    assert against_the_published_schema(broken).returncode == 1


def test_it_starts_the_six_services_and_each_that_stays_has_a_health_check(compose):
    services = compose["services"]

    assert set(services) == SERVICES
    assert all("healthcheck" in services[name] for name in SERVICES - {"migrate"})


def test_the_portal_waits_until_the_migrations_are_through(compose):
    for name in ("web", "worker", "beat"):
        waits = compose["services"][name]["depends_on"]

        assert waits["migrate"]["condition"] == "service_completed_successfully"
        assert waits["postgres"]["condition"] == waits["redis"]["condition"] == "service_healthy"


def test_no_secret_stands_in_the_file(compose):
    for service in compose["services"].values():
        for name, value in service.get("environment", {}).items():
            if re.search("SECRET|PASSWORD", name):
                assert name.endswith("_FILE")
                assert value.startswith("/run/secrets/")
            assert not re.search(r"://[^/@]*:[^/@]+@", str(value))
    assert all(set(secret) == {"file"} for secret in compose["secrets"].values())


def test_what_must_last_lies_in_named_volumes(compose):
    for service in compose["services"].values():
        for volume in service.get("volumes", []):
            assert volume.split(":")[0] in compose["volumes"]


def test_only_loopback_is_published(compose):
    published = [port for s in compose["services"].values() for port in s.get("ports", [])]

    assert published
    assert all(port.startswith("127.0.0.1:") for port in published)


def test_the_image_is_made_by_the_script_that_make_uses(dockerfile):
    steps = [line for line in dockerfile if ".ci/setup.sh" in line and line.startswith("RUN")]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    stages = [re.search(r"\.ci/setup\.sh (\w+(?: run)?)", step).group(1) for step in steps]

    assert stages == ["packages run", "venv run", "messages"]
    assert all(f"\t@.ci/setup.sh {stage}\n" in makefile for stage in stages)


def test_the_image_has_stages_and_ends_as_a_user_without_rights(dockerfile):
    assert sum(line.startswith("FROM ") for line in dockerfile) > 1
    last_stage = dockerfile[max(i for i, x in enumerate(dockerfile) if x.startswith("FROM ")) :]

    assert [line for line in last_stage if line.startswith("USER ")] == ["USER portal"]

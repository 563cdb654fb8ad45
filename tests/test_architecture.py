"""The shape of the code, read from its source: who imports whom, how long files are, who may what."""

import ast
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# From the top down: each may import what stands after it, never before.
LAYERS = ("reports", "findings", "inspections", "units", "reform_portal.common")
# The same inside an app; what is not named here is free of order.
INSIDE = ("urls", "views", "forms", "actions", "workflow", "rules", "models", "querysets")
MOST_LINES = 300
NO_NAMES = {"utils", "helpers", "services", "managers", "misc", "functions"}
MAY_MOVE_A_STATUS = {"reform_portal/common/workflow.py", "reports/queue.py"}
MAY_RING_THE_QUEUE = {"reform_portal/common/doorbell.py"}


def sources(*, migrations=False):
    """Every Python file of the portal itself, without tests."""
    for package in ("reform_portal", "units", "inspections", "findings", "reports"):
        for path in sorted((ROOT / package).rglob("*.py")):
            if migrations or "migrations" not in path.parts:
                yield path


def named(path):
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def module_of(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(path):
    """Full names of what a file imports, at its top and inside its functions."""
    package = module_of(path).split(".")
    package = package if path.name == "__init__.py" else package[:-1]
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def layer_of(module):
    return next((n for n, one in enumerate(LAYERS) if f"{module}.".startswith(f"{one}.")), None)


def rank_in(module):
    """Where a module stands inside its app: units.views.people is "views" of "units"."""
    app, _dot, rest = module.partition(".")
    part = rest.split(".")[0]
    return (app, INSIDE.index(part)) if app in LAYERS and part in INSIDE else (app, None)


def upward(path):
    own = module_of(path)
    layer, (app, rank) = layer_of(own), rank_in(own)
    for name in imports_of(path):
        other, (other_app, other_rank) = layer_of(name), rank_in(name)
        if layer is not None and other is not None and other < layer:
            yield f"{named(path)} imports {name}"
        if app == other_app and None not in (rank, other_rank) and other_rank < rank:
            yield f"{named(path)} imports {name}"


def calls_of(path, *names):
    for node in ast.walk(tree_of(path)):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr in names:
            yield f"{named(path)}:{node.lineno}"


def assignments_of_status(path):
    for node in ast.walk(tree_of(path)):
        targets = getattr(node, "targets", None) or [getattr(node, "target", None)]
        for target in targets:
            flat = target.elts if isinstance(target, ast.Tuple) else [target]
            if any(isinstance(one, ast.Attribute) and one.attr == "status" for one in flat):
                yield f"{named(path)}:{node.lineno}"


def test_imports_go_down():
    assert [found for path in sources() for found in upward(path)] == []


def test_the_floor_and_the_apps_do_not_import_the_project():
    project = ("reform_portal.settings", "reform_portal.urls", "reform_portal.wsgi")
    apps = [path for path in sources() if layer_of(module_of(path)) is not None]

    assert not [
        (named(path), name)
        for path in apps
        for name in imports_of(path)
        if name.startswith(project)
    ]


def test_no_file_is_longer_than_a_person_reads():
    pages = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "static").rglob("*.*s")]
    long = {named(path): len(path.read_text().splitlines()) for path in [*sources(), *pages]}

    assert {name: lines for name, lines in long.items() if lines > MOST_LINES} == {}


def test_every_file_says_what_it_is_for():
    silent = [
        named(path)
        for path in sources()
        if path.read_text().strip()
        and path.name != "__init__.py"
        and not ast.get_docstring(tree_of(path))
    ]

    assert silent == []


def test_no_module_has_a_name_that_says_nothing():
    assert [named(path) for path in sources() if NO_NAMES & {path.stem, path.parent.name}] == []


def test_a_status_moves_in_one_place():
    found = [where for path in sources() for where in assignments_of_status(path)]

    assert [where for where in found if where.split(":")[0] not in MAY_MOVE_A_STATUS] == []


def test_the_queue_is_rung_in_one_place():
    found = [where for path in sources() for where in calls_of(path, "delay", "apply_async")]

    assert [where for where in found if where.split(":")[0] not in MAY_RING_THE_QUEUE] == []


@pytest.mark.parametrize("clock", ["today", "now", "localdate"])
def test_models_and_rules_do_not_ask_the_clock(clock):
    timeless = ("models", "querysets", "rules", "permissions")
    found = [
        where
        for path in sources()
        if layer_of(module_of(path)) not in (None, 4) and {path.stem, *path.parts} & set(timeless)
        for where in calls_of(path, clock)
    ]

    assert found == []


def test_nothing_is_marked_as_unfinished():
    marks = ("TO" + "DO", "FIX" + "ME", "XX" + "X")
    pages = (ROOT / "templates").rglob("*.html")

    assert [
        named(path)
        for path in [*sources(migrations=True), *pages]
        if any(mark in path.read_text() for mark in marks)
    ] == []


def test_a_process_that_answers_its_first_page_has_loaded_nothing_that_makes_or_reads_files():
    heavy = {"docx", "fontTools", "icalendar", "lxml", "numpy", "openpyxl", "ortools", "PIL"}
    heavy |= {"pyhanko", "pypdf", "segno", "weasyprint"}
    serve = "import sys, reform_portal.wsgi; from django.test import Client; "
    serve += "assert Client().get('/login/').status_code == 200; "
    look = f"{serve}print(*sorted({heavy} & set(sys.modules)))"
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "reform_portal.settings.test"}

    seen = subprocess.run(
        [sys.executable, "-c", look], cwd=ROOT, env=env, capture_output=True, text=True, check=True
    )

    assert seen.stdout.split() == []

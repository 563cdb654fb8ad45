"""Migrations: complete, reversible, and what they bring along."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from reform_portal.common.roles import Role
from tests.factories.again import models, rows_of
from tests.leftovers import FILLED

pytestmark = [pytest.mark.django_db, pytest.mark.long]
CONSTRAINTS = {"versions_do_not_overlap", "a_code_has_one_holder"}


def migrate(*targets):
    """To these migrations, forwards or backwards; as `migrate` does, without its signals."""
    executor = MigrationExecutor(connection)
    executor.migrate(list(targets) or executor.loader.graph.leaf_nodes())
    return MigrationExecutor(connection).loader.applied_migrations


def constraints():
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "units_unitversion")
    return CONSTRAINTS & set(found)


def triggers():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.embedded
def test_the_models_have_their_migrations():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.embedded
def test_every_migration_is_applied():
    executor = MigrationExecutor(connection)

    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


@pytest.mark.embedded
def test_every_role_is_a_group():
    assert set(Role.values) <= set(Group.objects.values_list("name", flat=True))


@pytest.fixture(scope="module")
def journey(django_db_setup, django_db_blocker):
    """Back to the beginning and to the newest again, once: what stood at each stop."""
    stops = {}

    def look(name):
        stops[name] = {"constraints": constraints(), "triggers": triggers()}

    with django_db_blocker.unblock(), transaction.atomic():
        look("before")
        migrate(("units", "0001_initial"))
        look("without ranges")
        migrate(("common", "0002_roles"))
        look("without a guard")
        migrate(("common", "0001_initial"))
        stops["applied"] = migrate()
        look("after")
        stops["roles"] = Group.objects.filter(name__in=Role.values).count()
        transaction.set_rollback(True)
    return stops


def test_the_constraints_on_ranges_go_and_come_back(journey):
    stops = ("before", "without ranges", "after")

    assert [journey[stop]["constraints"] for stop in stops] == [CONSTRAINTS, set(), CONSTRAINTS]


def test_the_guard_of_the_audit_goes_and_comes_back(journey):
    stops = ("before", "without a guard", "after")
    guarded = ["audit_is_append_only" in journey[stop]["triggers"] for stop in stops]

    assert guarded == [True, False, True]


def test_the_groups_outlive_a_way_back_and_are_made_once(journey):
    assert ("common", "0002_roles") in journey["applied"]
    assert journey["roles"] == len(Role.values)


@pytest.mark.embedded
def test_every_table_that_migrations_fill_is_known_to_what_clears_up():
    assert {model for model in models() if rows_of(model)} == set(FILLED)

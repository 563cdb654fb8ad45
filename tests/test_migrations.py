"""Migrations: complete, reversible, and what they bring along."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from reform_portal.common.roles import Role

pytestmark = pytest.mark.django_db
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


def test_the_constraints_on_ranges_go_and_come_back():
    before = constraints()
    migrate(("units", "0001_initial"))
    without = constraints()
    migrate()

    assert (before, without, constraints()) == (CONSTRAINTS, set(), CONSTRAINTS)


def test_the_guard_of_the_audit_goes_and_comes_back():
    before = "audit_is_append_only" in triggers()
    migrate(("common", "0002_roles"))
    without = "audit_is_append_only" in triggers()
    migrate()

    assert (before, without, "audit_is_append_only" in triggers()) == (True, False, True)


def test_the_groups_outlive_a_way_back_and_are_made_once():
    migrate(("common", "0001_initial"))
    applied = migrate()

    assert ("common", "0002_roles") in applied
    assert Group.objects.filter(name__in=Role.values).count() == len(Role.values)

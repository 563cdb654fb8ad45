"""What a test that commits leaves behind goes; what migrations put into the database stays.

Django's flush empties every table, those of migrations too, and makes permissions anew: ten times
as long, and tests after it begin with another database than those before.
"""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from inspections.models import (
    DeadlineRule,
    EquipmentKind,
    Holiday,
    IndicatorDefinition,
    InspectionType,
    OutlineItem,
    ReformArea,
    ReportOutline,
    RiskWeight,
    ServiceSector,
    Threshold,
)
from tests.factories.again import models, put_in, rows_of, table
from units.models import UnitType

# Filled by migrations.
FILLED = (
    ContentType, Permission, Group, UnitType, InspectionType, ReformArea, ServiceSector,
    DeadlineRule, RiskWeight, Threshold, Holiday, EquipmentKind, IndicatorDefinition,
    ReportOutline, OutlineItem,
)  # fmt: skip
stood = {}


def remember():
    """The rows of migrations, before the first test."""
    stood.update({model: rows_of(model) for model in FILLED})


def clear():
    """The database as before the first test."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # In any order, and the record of acts too, which otherwise refuses.
            cursor.execute("SET LOCAL session_replication_role = replica")
        changed = [model for model in models() if rows_of(model) != stood.get(model, [])]
        for model in changed:
            cursor.execute(f"DELETE FROM {table(model)}")
        put_in({model: stood[model] for model in changed if stood.get(model)})

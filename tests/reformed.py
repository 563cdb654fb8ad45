"""The reform of 1/7/2025 in the small province: the district ends, two new units follow it.

`first` takes over what it left open; `second` has its own part of the land and nothing else.
"""

from datetime import date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from reform_portal.common.roles import Role
from tests import factories
from units.models import Succession, Unit, UnitVersion

REFORM = date(2025, 7, 1)
LATER = datetime(2026, 1, 12, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
RESOLUTION = "1672/NQ-UBTVQH15"


def end(version, *successors, day=REFORM, kind=Succession.Kind.SPLIT):
    """The unit is no more from that day on; the first of the successors takes over."""
    Unit.objects.filter(pk=version.unit_id).update(closed_on=day)
    UnitVersion.objects.filter(unit=version.unit_id, valid_to=None).update(valid_to=day)
    for rank, successor in enumerate(successors):
        Succession.objects.create(
            predecessor=version.unit,
            successor=successor.unit,
            kind=kind,
            day=day,
            decision=RESOLUTION,
            takes_over=rank == 0,
        )


def commune(world, name, type="xã", *, day=REFORM, code=""):
    return factories.unit(name, type, "commune", parent=world.province, code=code, opened=day)


def official(name, version, *, day=REFORM):
    return factories.person(
        name, version, role=Role.OFFICIAL, title="Chủ tịch", answers=True, day=day
    )


def reform(world):
    """The two units that follow the world's district, each with an official."""
    first, second = commune(world, "Đồng Đăng"), commune(world, "Công Sơn")
    end(world.district, first, second)
    world.first_official = official("Phùng Văn Đức", first)
    world.second_official = official("Lã Thị Bích", second)
    return SimpleNamespace(first=first, second=second)

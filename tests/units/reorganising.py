"""What tests of reorganisations share: the decision, the day, and every row as it stands."""

from datetime import date

from units.models import Post, Succession, Unit, UnitVersion

REFORM = date(2025, 7, 1)
DECISION = {
    "decision": "1672/NQ-UBTVQH15",
    "decided_on": date(2025, 6, 16),
    "day": REFORM,
}
CAO_LOC = {"type": "xã", "name": "Cao Lộc", "code": "06211"}


def rows():
    """Every row an act may touch, as it stands."""
    return {
        model.__name__: sorted(model.objects.values_list()) if model is not UnitVersion else found()
        for model in (Unit, UnitVersion, Post, Succession)
    }


def found():
    return sorted(map(str, UnitVersion.objects.values_list()))


def titles(versions):
    return sorted(str(version) for version in versions)


def on(day, version):
    """How the unit of this version is on a day."""
    return UnitVersion.objects.on(day).get(unit=version.unit_id)

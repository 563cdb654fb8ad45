"""Acts by which a unit stays the same unit: rename, upgrade, transfer."""

from units.models import Reorganisation

from .carrying_out import Order, carry_out, tidy

Kind = Reorganisation.Kind


def rename(unit, *, by, name=None, code=None, **order):
    """Another name or code. Nobody below is touched; papers of earlier days keep the old name."""
    return _revise(Kind.RENAME, unit, {"name": name, "code": code}, order, by)


def upgrade(unit, *, by, type, name=None, code=None, **order):
    """Another type, as a commune becomes a ward. The level stays, and the unit is the same."""
    return _revise(Kind.UPGRADE, unit, {"type": type, "name": name, "code": code}, order, by)


def transfer(unit, *, by, parent, **order):
    """Another unit above it; everything below moves along."""
    return _revise(Kind.TRANSFER, unit, {"parent": parent}, order, by)


def _revise(kind, unit, facts, order, by):
    facts = tidy({name: value for name, value in facts.items() if value is not None})

    def write(acting, lasts):
        acting.revise(lasts[0], **facts)

    return carry_out(kind, [unit], write, Order(**order), by=by)

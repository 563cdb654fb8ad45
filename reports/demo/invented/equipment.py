"""Invented: what a delegation counted at one-stop sections."""

from inspections.actions.equipment import count_equipment
from inspections.models import EquipmentKind

# Code of the kind: needed, there, working.
EQUIPMENT = {
    "01": (6, 6, 5),
    "02": (4, 4, 3),
    "03": (3, 1, 1),
    "06": (1, 0, 0),
    "07": (1, 1, 0),
    "09": (20, 16, 16),
    "10": (2, 2, 2),
}
REMARKS = {"07": "Hỏng từ đầu năm, đã đề nghị sửa chữa.", "03": "Dùng chung với văn thư."}


def count(stage, visit, *, by, on):
    """What the delegation counted at a one-stop section."""
    kinds = {kind.code: kind for kind in EquipmentKind.objects.on(on)}
    counts = [(kinds[code], *numbers, REMARKS.get(code, "")) for code, numbers in EQUIPMENT.items()]
    count_equipment(visit, counts, by=stage.actor(by, on))

"""Plan 80/KH-BCĐCCHC of 29/5/2024 and the units inspected under it, as the articles state them.

The articles name four districts; whether the plan named more is not stated. The period under
inspection and the wording of the purpose are invented (invented/cao_loc.py).
"""

from datetime import date

from . import script
from .invented import cao_loc as invented

ISSUED = date(2024, 5, 29)
UNITS = (("cao_loc", 6), ("van_lang", 6), ("trang_dinh", 6), ("bac_son", 6))


def play(stage):
    """The plan, drafted, submitted and approved on its day."""
    plan = script.draft_plan(
        stage,
        on=invented.PLAN_SUBMITTED,
        units=UNITS,
        number=80,
        symbol="KH-BCĐCCHC",
        issued_on=ISSUED,
        year=2024,
        title="Kiểm tra công tác cải cách hành chính năm 2024",
        period_from=invented.PERIOD[0],
        period_to=invented.PERIOD[1],
        purpose=invented.PURPOSE,
    )
    return script.approve(stage, plan, submitted=invented.PLAN_SUBMITTED, on=ISSUED)

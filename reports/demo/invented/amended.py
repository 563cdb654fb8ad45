"""Invented: how this year's plan was amended once, and an amendment that waits for approval."""

from inspections import workflow_amendments
from inspections.actions import amendments, plans

from .. import script

REASON = (
    "Thực hiện chỉ đạo của Chủ tịch UBND tỉnh về bổ sung đối tượng kiểm tra và không kiểm tra đơn "
    "vị đang được thanh tra cùng nội dung."
)
NEXT_REASON = "Điều chỉnh thời gian kiểm tra cho phù hợp với lịch họp Hội đồng nhân dân tỉnh."
ADDED, LEFT_OUT, LATER = "xa_loc_binh", "so_khcn", "so_nnmt"


def play(stage, year, plan):
    """A unit came in and one went out; now a department is to be inspected a month earlier."""
    draft = amendments.begin_amendment(
        plan, by=stage.actor(script.PLANNER, year[-62]), reason=REASON
    )
    _change(stage, draft, year[-62], add=ADDED, out=LEFT_OUT)
    draft = _number(stage, draft, 27, year[-56], year[-61])
    _step(stage, draft, "submit", script.PLANNER, year[-60])
    _step(stage, draft, "approve", script.CHAIR, year[-56])

    draft = amendments.begin_amendment(
        plan, by=stage.actor(script.PLANNER, year[-3]), reason=NEXT_REASON
    )
    by = stage.actor(script.PLANNER, year[-3])
    row = draft.plan_units.get(unit=stage.units[LATER])
    plans.change_units(draft, {row.pk: {"month": (row.month, row.month - 1)}}, by=by)
    draft = _number(stage, draft, 37, year[0], year[-3])
    _step(stage, draft, "submit", script.PLANNER, year[-2])


def _change(stage, draft, on, *, add, out):
    by = stage.actor(script.PLANNER, on)
    plans.add_units(draft, [stage.version(add, on)], by=by, month=12)
    plans.remove_unit(draft.plan_units.get(unit=stage.units[out]), by=by)


def _number(stage, draft, number, issued_on, on):
    return plans.edit_plan(
        draft,
        draft.version,
        by=stage.actor(script.PLANNER, on),
        types=list(draft.types.all()),
        areas=list(draft.areas.all()),
        committee=draft.committee,
        year=draft.year,
        symbol=draft.symbol,
        number=number,
        issued_on=issued_on,
    )


def _step(stage, draft, name, by, on):
    return stage.take(workflow_amendments.amendment, name, draft, by=by, on=on)

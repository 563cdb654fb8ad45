"""Invented: the decisions by which the people of the demo hold their posts; no source names them."""

from reform_portal.common.dates import vn_date


def decision_on(title, day, *, number):
    """Councils elect chairpersons and deputies; everybody else is appointed."""
    if title.startswith(("Chủ tịch", "Phó Chủ tịch")):
        return f"Nghị quyết số {number}/NQ-HĐND ngày {vn_date(day)}"
    return f"Quyết định số {number}/QĐ-UBND ngày {vn_date(day)}"

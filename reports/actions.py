"""What people do with reports: ask for one. The way of the request itself is in queue.py."""

from reform_portal.common.access import require
from reform_portal.common.workflow import Refused

from . import queue


def request_report(report, format, inspection, *, by):
    """Put a report in the queue, or find the one that is already being made: (row, created)."""
    require(report.may(by, inspection))
    if reason := report.ready(inspection):
        raise Refused(reason)
    return queue.request(report.kind, format, inspection, by=by)

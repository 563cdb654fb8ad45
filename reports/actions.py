"""What people do with reports: ask for one. The way of the request itself is in queue.py."""

from reform_portal.common.access import require
from reform_portal.common.workflow import Refused

from . import queue


def request_report(report, format, subject, *, by):
    """Put a report in the queue, or find the one that is already being made: (row, created)."""
    require(report.may(by, subject))
    if reason := report.ready(subject):
        raise Refused(reason)
    return queue.request(report.kind, format, subject, by=by)

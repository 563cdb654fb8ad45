"""Who may have a report made. Seeing a request is in querysets.py."""

from findings.querysets import inspections_read_by


def may_request(actor, inspection):
    """Delegation, readers of the province; the unit's official from the announcement on."""
    return inspections_read_by(actor).filter(pk=inspection.pk).exists()

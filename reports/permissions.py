"""Who may have a report made. Seeing a request is in querysets.py."""

from .querysets import reportable


def may_request(actor, inspection):
    """Delegation, readers of the province; the unit's official from the announcement on."""
    return reportable(actor).filter(pk=inspection.pk).exists()

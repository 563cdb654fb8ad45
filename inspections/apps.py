"""Plans, delegations and inspections, up to the minutes of a visit."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "inspections"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import waiting, workflow  # noqa: F401  (what waits; the tables of steps)

        # The words of their acts, wherever a timeline is read (a worker loads no pages).
        from .actions import (  # noqa: F401
            delegations,
            inspections,
            minutes,
            plans,
            self_reports,
            visits,
        )

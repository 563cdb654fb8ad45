"""Plans, delegations and inspections, up to the minutes of a visit."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "inspections"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # What waits and is searched; the tables of steps; what units say and ask of inspections.
        from . import leaving, reorganisation, searching, unit_part, waiting, workflow  # noqa: F401

        # The words of their acts, wherever a timeline is read (a worker loads no pages).
        from .actions import (  # noqa: F401
            coverage,
            delegations,
            feeds,
            inspections,
            minutes,
            moving,
            plan_copies,
            plans,
            self_reports,
            visits,
        )

"""Plans, delegations and inspections, up to the minutes of a visit."""

from django.apps import AppConfig


class InspectionsConfig(AppConfig):
    name = "inspections"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # What waits and is searched; the tables of steps; what units say and ask of inspections.
        from . import (  # noqa: F401
            leaving,
            reorganisation,
            searching,
            unit_part,
            waiting,
            waiting_before,
            workflow,
            workflow_amendments,
            workflow_before,
        )

        # The words of their acts, wherever a timeline is read (a worker loads no pages).
        from .actions import (  # noqa: F401
            accepting,
            amendments,
            coverage,
            delegations,
            documents,
            feeds,
            inspections,
            minutes,
            moving,
            notices,
            plan_copies,
            plans,
            proposals,
            questions,
            report_sections,
            self_reports,
            visits,
        )

"""What was found, what the unit said to it, and what must be put right."""

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    name = "findings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Figures and what waits for the start page; what is searched; guards on inspections; steps; words of acts.
        from . import (  # noqa: F401
            figures,
            hooks,
            leaving,
            reorganisation,
            risk,
            searching,
            timetable,
            verbs,
            waiting,
            workflow,
        )
        from .news import waiting as waiting_news  # noqa: F401
        from .news import workflow as workflow_of_news  # noqa: F401

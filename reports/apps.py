"""Papers and tables made from the records, by a worker, as rows with a life of their own."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "reports"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Known by name wherever they are looked up; hooks hang on the way of inspections.
        from . import hooks, tasks, waiting  # noqa: F401
        from .paper_templates import workflow  # noqa: F401

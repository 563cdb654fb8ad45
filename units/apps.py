"""Units through time, the people in them and the committees they sit on."""

from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "units"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import searching  # noqa: F401  (how units and people are found)

        # The words of their acts, wherever a timeline is read (a worker loads no pages).
        from .actions import accounts, committees, people, reorganisation, units  # noqa: F401
        from .national import loading  # noqa: F401

"""The floor every other app stands on; it knows no word of the domain except "user"."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    name = "reform_portal.common"
    label = "common"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import checks  # noqa: F401  (registers the system checks)

"""Support screens for superusers: read, search, and the catalogues. States move elsewhere."""

from django.contrib import admin

from . import models


class ReadOnly(admin.ModelAdmin):
    """Records are changed on the portal's own pages, where every act is checked and audited."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(models.Plan)
class PlanAdmin(ReadOnly):
    list_display = ("__str__", "year", "title", "status")
    list_filter = ("status", "year")
    search_fields = ("search_key",)


@admin.register(models.Inspection)
class InspectionAdmin(ReadOnly):
    list_display = ("code", "unit_version", "starts_on", "status")
    list_filter = ("status",)
    list_select_related = ("unit_version",)
    search_fields = ("search_key",)


@admin.register(
    models.Delegation,
    models.Visit,
    models.SelfReport,
    models.ClarifyingQuestion,
    models.Minutes,
    models.CodeSeries,
)
class RecordAdmin(ReadOnly):
    list_display = ("__str__",)


@admin.register(models.InspectionType, models.ReformArea, models.ServiceSector, models.DeadlineRule)
class CatalogueAdmin(admin.ModelAdmin):
    """What the law fixes: a change of law is a new row, the old one ends."""

    list_display = ("code", "name", "valid_from", "valid_to")
    list_filter = ("code",)


@admin.register(models.Holiday)
class HolidayAdmin(admin.ModelAdmin):
    list_display = ("day", "name", "is_worked")

"""Looking at requests when somebody asks why a report does not come; nothing is changed here."""

from django.contrib import admin

from .models import ReportRequest


@admin.register(ReportRequest)
class ReportRequestAdmin(admin.ModelAdmin):
    list_display = ("id", "kind", "format", "inspection", "requested_by", "status", "attempts")
    list_filter = ("status", "kind", "format")
    list_select_related = ("inspection__unit_version", "requested_by")
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

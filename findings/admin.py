"""Support screens for superusers: to look things up; work is done on the portal's own pages."""

from django.contrib import admin

from .models import Conclusion, Evidence, Explanation, Finding, Recommendation, Remediation


class ReadOnly(admin.ModelAdmin):
    """Nothing is added, changed or removed here: that would pass by the rules and the history."""

    list_per_page = 50
    show_full_result_count = False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Finding)
class FindingAdmin(ReadOnly):
    list_display = ["text", "kind", "inspection", "area", "announced"]
    list_select_related = ["inspection__unit_version", "area"]
    search_fields = ["search_key", "inspection__code"]


@admin.register(Evidence)
class EvidenceAdmin(ReadOnly):
    list_display = ["caption", "inspection", "content_type", "size", "sha256"]
    list_select_related = ["inspection__unit_version"]


@admin.register(Explanation)
class ExplanationAdmin(ReadOnly):
    list_display = ["text", "inspection", "status", "sent_on"]
    list_select_related = ["inspection__unit_version"]


@admin.register(Conclusion)
class ConclusionAdmin(ReadOnly):
    list_display = ["subject", "inspection", "number", "symbol", "issued_on"]
    list_select_related = ["inspection__unit_version"]


@admin.register(Recommendation)
class RecommendationAdmin(ReadOnly):
    list_display = ["number", "text", "inspection", "due_on"]
    list_select_related = ["inspection__unit_version"]


@admin.register(Remediation)
class RemediationAdmin(ReadOnly):
    list_display = ["recommendation", "unit_version", "status", "due_on", "issued"]
    list_select_related = ["recommendation", "unit_version"]
    search_fields = ["inspection__code", "unit_version__search_key"]

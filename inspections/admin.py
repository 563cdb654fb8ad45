"""The catalogues, for superusers. Plans and inspections are content: administrators read none."""

from django.contrib import admin

from . import models


@admin.register(models.InspectionType)
class InspectionTypeAdmin(admin.ModelAdmin):
    """Which way inspections of a type go is read when they are scheduled."""

    list_display = ("code", "name", "course", "counts_equipment", "requires_review")
    list_filter = ("course",)


@admin.register(models.EquipmentKind)
class EquipmentKindAdmin(admin.ModelAdmin):
    list_display = ("code", "name", "measure", "valid_from", "valid_to")


@admin.register(models.ReformArea, models.ServiceSector, models.DeadlineRule)
class CatalogueAdmin(admin.ModelAdmin):
    """What the law fixes: a change of law is a new row, the old one ends."""

    list_display = ("code", "name", "valid_from", "valid_to")
    list_filter = ("code",)


@admin.register(models.Threshold)
class ThresholdAdmin(admin.ModelAdmin):
    list_display = ("code", "name", "value", "valid_from", "valid_to")


@admin.register(models.RiskWeight)
class RiskWeightAdmin(admin.ModelAdmin):
    list_display = ("code", "name", "points", "most", "valid_from", "valid_to")


@admin.register(models.Holiday)
class HolidayAdmin(admin.ModelAdmin):
    list_display = ("day", "name", "is_worked")


class OutlineItems(admin.TabularInline):
    model = models.OutlineItem
    extra = 0


@admin.register(models.ReportOutline)
class ReportOutlineAdmin(admin.ModelAdmin):
    """What units report on; a report that was begun keeps the outline it was begun on."""

    list_display = ("code", "name", "valid_from", "valid_to")
    inlines = [OutlineItems]


@admin.register(models.IndicatorDefinition)
class IndicatorAdmin(admin.ModelAdmin):
    """The figures of reports: a province's own target is a further row, the old one ends."""

    list_display = ("code", "name", "kind", "target", "target_words", "valid_from", "valid_to")
    list_filter = ("area_code", "kind")

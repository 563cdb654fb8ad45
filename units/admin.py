"""Support screens for superusers: to look things up. What changes, changes through the pages."""

from django.contrib import admin

from .models import CommitteeMember, Person, Post, SteeringCommittee, Succession, Unit, UnitVersion


class ReadOnly(admin.ModelAdmin):
    """Nothing here bypasses the actions and their audit."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(UnitVersion)
class UnitVersionAdmin(ReadOnly):
    list_display = ["title", "level", "code", "valid_from", "valid_to"]
    list_filter = ["level"]
    search_fields = ["search_key"]


@admin.register(Person)
class PersonAdmin(ReadOnly):
    list_display = ["full_name", "email", "account"]
    list_select_related = ["account"]
    search_fields = ["search_key"]


@admin.register(Post)
class PostAdmin(ReadOnly):
    list_display = ["person", "title", "held_from", "held_to"]
    list_select_related = ["person"]


@admin.register(CommitteeMember)
class CommitteeMemberAdmin(ReadOnly):
    list_display = ["person", "role", "committee", "from_on", "to_on"]
    list_select_related = ["person", "committee"]


admin.site.register([Succession, SteeringCommittee, Unit], ReadOnly)

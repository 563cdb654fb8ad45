"""One line per app; what an address looks like is each app's own business."""

from django.contrib import admin
from django.urls import include, path

# Django tries them one after the other: the pages that are read most come first.
urlpatterns = [
    path("", include("reform_portal.common.urls")),
    path("", include("findings.urls")),
    path("", include("inspections.urls")),
    path("", include("units.urls")),
    path("", include("reports.urls")),
    path("admin/", admin.site.urls),
]

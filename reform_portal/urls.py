"""One line per app; what an address looks like is each app's own business."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("reform_portal.common.urls")),
    path("", include("units.urls")),
    path("", include("inspections.urls")),
    path("", include("findings.urls")),
    path("", include("reports.urls")),
]

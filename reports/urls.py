"""Addresses."""

from django.urls import path, re_path

from . import views
from .issued import views as issued

app_name = "reports"
urlpatterns = [
    path("reports/", views.request_list, name="request_list"),
    path("reports/new/<str:code>/", views.request_create, name="request_create"),
    re_path(
        r"^reports/new/year/(?P<year>20[0-9]{2})/$",
        views.request_year,
        name="request_year",
    ),
    re_path(
        r"^reports/new/(?P<about>minutes|delegation|plan)/(?P<pk>[0-9]{1,18})/$",
        views.request_about,
        name="request_about",
    ),
    path("reports/<key:pk>/", views.request_detail, name="request_detail"),
    path("reports/<key:pk>/progress/", views.request_progress, name="request_progress"),
    path("reports/<key:pk>/file/", views.request_file, name="request_file"),
    path("reports/<key:pk>/retry/", views.request_retry, name="request_retry"),
    path("inspections/<slug:code>/issued/", issued.issued, name="issued"),
    path(
        "inspections/<slug:code>/issued/<slug:kind>/new/", issued.issue_letter, name="issue_letter"
    ),
    path("issued/<key:pk>/<slug:kind>/file/", issued.issued_file, name="issued_file"),
    path("issued/<key:pk>/correct/", issued.correct, name="issued_correct"),
    path("issued/<key:pk>/sign/", issued.sign, name="issued_sign"),
    path("issued/<key:pk>/retry/", issued.retry, name="issued_retry"),
    path("check/<slug:token>/", issued.check, name="check"),
    path("reports/<key:pk>/cancel/", views.request_cancel, name="request_cancel"),
]

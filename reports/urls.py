"""Addresses."""

from django.urls import path, re_path

from . import views
from .issued import views as issued
from .paper_templates import views as templates

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
    path("paper-templates/", templates.template_list, name="template_list"),
    path("paper-templates/<key:pk>/", templates.template_detail, name="template_detail"),
    path("paper-templates/<key:pk>/edit/", templates.template_edit, name="template_edit"),
    path("paper-templates/<key:pk>/enforce/", templates.template_enforce, name="template_enforce"),
    path("paper-templates/<key:pk>/end/", templates.template_end, name="template_end"),
    path("paper-templates/<key:pk>/preview/", templates.template_preview, name="template_preview"),
    path(
        "paper-templates/<key:pk>/preview/file/",
        templates.template_preview_file,
        name="template_preview_file",
    ),
    path(
        "paper-templates/<key:pk>/steps/<slug:step>/", templates.template_step, name="template_step"
    ),
    path(
        "paper-templates/<slug:issuer>/<slug:kind>/",
        templates.template_series,
        name="template_series",
    ),
    path(
        "paper-templates/<slug:issuer>/<slug:kind>/new/",
        templates.template_create,
        name="template_create",
    ),
]

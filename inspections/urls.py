"""Addresses of plans, delegations, inspections and what belongs to them."""

from django.urls import path

from .views import (
    calendar,
    coverage,
    deadlines,
    delegations,
    feeds,
    holidays,
    inspections,
    minutes,
    moving,
    notices,
    other_visits,
    plan_units,
    plans,
    preparation,
    reports,
    self_reports,
    visits,
)

app_name = "inspections"
urlpatterns = [
    path("plans/", plans.plan_list, name="plan_list"),
    path("plans/new/", plans.plan_create, name="plan_create"),
    path("plans/<key:pk>/", plans.plan_detail, name="plan_detail"),
    path("plans/<key:pk>/edit/", plans.plan_edit, name="plan_edit"),
    path("plans/<key:pk>/copy/", plans.plan_copy, name="plan_copy"),
    path("plans/<key:pk>/steps/<slug:step>/", plans.plan_step, name="plan_step"),
    path("plans/<key:pk>/deadlines/", deadlines.plan_deadlines, name="plan_deadlines"),
    path("plans/<key:pk>/units/", plan_units.plan_unit_add, name="plan_unit_add"),
    path("plans/<key:pk>/units/edit/", plan_units.plan_units_edit, name="plan_units_edit"),
    path("plans/units/<key:pk>/remove/", plan_units.plan_unit_remove, name="plan_unit_remove"),
    path("plans/<key:pk>/delegations/", delegations.delegation_create, name="delegation_create"),
    path("plans/<key:pk>/schedule/", inspections.schedule, name="schedule"),
    path("coverage/", coverage.coverage, name="coverage"),
    path(
        "coverage/<key:province>/<int:year>/<slug:level>/",
        coverage.coverage_target,
        name="coverage_target",
    ),
    path("delegations/<key:pk>/", delegations.delegation_detail, name="delegation_detail"),
    path("delegations/<key:pk>/edit/", delegations.delegation_edit, name="delegation_edit"),
    path("delegations/<key:pk>/members/", delegations.member_add, name="member_add"),
    path("delegations/members/<key:pk>/", delegations.member_remove, name="member_remove"),
    path("holidays/", holidays.holiday_list, name="holiday_list"),
    path("holidays/new/", holidays.holiday_create, name="holiday_create"),
    path("holidays/<key:pk>/", holidays.holiday_edit, name="holiday_edit"),
    path("holidays/<key:pk>/delete/", holidays.holiday_delete, name="holiday_delete"),
    path("other-visits/", other_visits.other_visit_list, name="other_visit_list"),
    path("other-visits/new/", other_visits.other_visit_create, name="other_visit_create"),
    path("other-visits/<key:pk>/", other_visits.other_visit_edit, name="other_visit_edit"),
    path(
        "other-visits/<key:pk>/delete/", other_visits.other_visit_delete, name="other_visit_delete"
    ),
    path("inspections/", inspections.inspection_list, name="inspection_list"),
    path("inspections/calendar/", calendar.calendar, name="calendar"),
    path("inspections/calendar/week/", calendar.calendar_week, name="calendar_week"),
    path("inspections/calendar/mine/", calendar.my_days, name="my_days"),
    path("inspections/calendar/address/", feeds.calendar_address, name="calendar_address"),
    path(
        "inspections/calendar/address/revoke/",
        feeds.calendar_address_revoke,
        name="calendar_address_revoke",
    ),
    path("calendar/<slug:secret>.ics", feeds.calendar_feed, name="calendar_feed"),
    path("inspections/visits/<key:pk>/move/", moving.visit_move, name="visit_move"),
    path("inspections/visits/<key:pk>/cancel/", moving.visit_cancel, name="visit_cancel"),
    path(
        "inspections/<slug:code>/deadlines/",
        deadlines.inspection_deadlines,
        name="inspection_deadlines",
    ),
    path("inspections/<slug:code>/move/", moving.inspection_move, name="inspection_move"),
    path("inspections/<slug:code>/cancel/", moving.inspection_cancel, name="inspection_cancel"),
    path("inspections/visits/<key:pk>/edit/", visits.visit_edit, name="visit_edit"),
    path("inspections/visits/<key:pk>/delete/", visits.visit_delete, name="visit_delete"),
    path(
        "inspections/questions/<key:pk>/answer/",
        self_reports.question_answer,
        name="question_answer",
    ),
    path("inspections/minutes/<key:pk>/edit/", minutes.minutes_edit, name="minutes_edit"),
    path("inspections/notices/<key:pk>/", notices.notice_detail, name="notice_detail"),
    path("inspections/notices/<key:pk>/edit/", notices.notice_edit, name="notice_edit"),
    path("inspections/notices/<key:pk>/revise/", notices.notice_revise, name="notice_revise"),
    path(
        "inspections/notices/<key:pk>/steps/<slug:step>/", notices.notice_step, name="notice_step"
    ),
    path("inspections/<slug:code>/", inspections.inspection_detail, name="inspection_detail"),
    path("inspections/<slug:code>/before/", preparation.preparation, name="preparation"),
    path("inspections/<slug:code>/notice/", notices.notice_create, name="notice_create"),
    path("inspections/<slug:code>/edit/", inspections.inspection_edit, name="inspection_edit"),
    path(
        "inspections/<slug:code>/steps/<slug:step>/",
        inspections.inspection_step,
        name="inspection_step",
    ),
    path("inspections/<slug:code>/visits/", visits.visit_create, name="visit_create"),
    path("inspections/<slug:code>/self-report/", self_reports.self_report, name="self_report"),
    path(
        "inspections/<slug:code>/self-report/file/",
        self_reports.self_report_file,
        name="self_report_file",
    ),
    path(
        "inspections/<slug:code>/self-report/outline/",
        reports.report_outline,
        name="report_outline",
    ),
    path(
        "inspections/<slug:code>/self-report/outline/<key:item>/",
        reports.report_section,
        name="report_section",
    ),
    path(
        "inspections/<slug:code>/self-report/steps/<slug:step>/",
        reports.self_report_step,
        name="self_report_step",
    ),
    path(
        "inspections/<slug:code>/questions/", self_reports.question_create, name="question_create"
    ),
    path("inspections/<slug:code>/minutes/", minutes.minutes_create, name="minutes_create"),
]

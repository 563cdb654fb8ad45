"""Addresses of units, people and committees."""

from django.urls import path

from .views import accounts, committees, people, reorganisations, units, workbooks

app_name = "units"
urlpatterns = [
    path("units/", units.unit_tree, name="unit_tree"),
    path("units/list/", units.unit_list, name="unit_list"),
    path("units/new/", units.unit_create, name="unit_create"),
    path("units/<key:pk>/", units.unit_detail, name="unit_detail"),
    path("units/<key:pk>/heir/", reorganisations.choose_heir, name="choose_heir"),
    path("units/<key:pk>/reorganise/", reorganisations.reorganise, name="reorganise"),
    path(
        "units/<key:pk>/reorganise/<slug:kind>/",
        reorganisations.reorganise_as,
        name="reorganise_as",
    ),
    path("reorganisations/", reorganisations.reorganisation_list, name="reorganisation_list"),
    path(
        "reorganisations/<key:pk>/",
        reorganisations.reorganisation_detail,
        name="reorganisation_detail",
    ),
    path("reorganisations/<key:pk>/undo/", reorganisations.undo, name="undo_reorganisation"),
    path("units/workbooks/", workbooks.workbook, name="workbook"),
    path("units/workbooks/download/", workbooks.workbook_export, name="workbook_export"),
    path("units/workbooks/template/", workbooks.workbook_template, name="workbook_template"),
    path("units/workbooks/<key:pk>/", workbooks.workbook_rows, name="workbook_rows"),
    path(
        "units/workbooks/<key:pk>/progress/", workbooks.workbook_progress, name="workbook_progress"
    ),
    path("units/workbooks/<key:pk>/import/", workbooks.workbook_import, name="workbook_import"),
    path(
        "units/workbooks/<key:pk>/mistakes/", workbooks.workbook_mistakes, name="workbook_mistakes"
    ),
    path("people/", people.person_list, name="person_list"),
    path("people/new/", people.person_create, name="person_create"),
    path("people/<key:pk>/", people.person_detail, name="person_detail"),
    path("people/<key:pk>/edit/", people.person_edit, name="person_edit"),
    path("people/<key:pk>/appoint/", people.appoint, name="appoint"),
    path("people/<key:pk>/account/", accounts.account, name="account"),
    path("people/<key:pk>/password/", accounts.issue_password, name="issue_password"),
    path("posts/<key:pk>/end/", people.end_post, name="end_post"),
    path("posts/<key:pk>/left/", people.post_left, name="post_left"),
    path("committees/", committees.committee_list, name="committee_list"),
    path("committees/new/", committees.committee_create, name="committee_create"),
    path("committees/<key:pk>/", committees.committee_detail, name="committee_detail"),
    path("committees/<key:pk>/edit/", committees.committee_edit, name="committee_edit"),
    path("committees/<key:pk>/replace/", committees.committee_replace, name="committee_replace"),
    path("committees/<key:pk>/agency/", committees.committee_agency, name="committee_agency"),
    path("committees/<key:pk>/end/", committees.committee_end, name="committee_end"),
    path("committees/<key:pk>/seats/new/", committees.seat_add, name="seat_add"),
    path("seats/<key:pk>/end/", committees.seat_end, name="seat_end"),
]

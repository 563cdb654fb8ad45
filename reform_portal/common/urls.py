"""Addresses that belong to no app of the domain."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from . import views
from .access import portal_page

urlpatterns = [
    path("", views.start, name="start"),
    path("login/", views.Login.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("password/", portal_page(views.OwnPassword.as_view()), name="password_change"),
    path("preferences/", views.set_preferences, name="set_preferences"),
    path("search/", views.search, name="search"),
    path("health/", views.health, name="health"),
]

"""Addresses."""

app_name = "inspections"
urlpatterns = []

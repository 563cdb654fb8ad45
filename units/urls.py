"""Addresses."""

app_name = "units"
urlpatterns = []

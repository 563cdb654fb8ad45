"""Inspections of administrative reform, from the plan to the last recommendation."""

from .celery import app as celery_app

__all__ = ["celery_app"]

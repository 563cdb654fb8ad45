"""Periodic work about units."""

from celery import shared_task

from .actions import workbooks


@shared_task(ignore_result=True)
def forget_old_workbooks():
    workbooks.forget_old()

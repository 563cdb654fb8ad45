"""What the worker is told to do about units and lists of them."""

from celery import shared_task
from django.utils import timezone

from .actions import workbooks
from .workbooks import queue


@shared_task(ignore_result=True)
def work_on_workbook(workbook_id):
    queue.work_on(workbook_id, timezone.localdate())


@shared_task(ignore_result=True)
def sweep_workbooks():
    queue.sweep()


@shared_task(ignore_result=True)
def forget_old_workbooks():
    workbooks.forget_old()

"""What the worker is told to do about plans and inspections."""

from celery import shared_task

from .proposals import queue


@shared_task(ignore_result=True)
def make_proposal(proposal_id):
    queue.make(proposal_id)


@shared_task(ignore_result=True)
def sweep_proposals():
    queue.sweep()

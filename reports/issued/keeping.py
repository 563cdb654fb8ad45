"""Taking the snapshot at the step that issues, and making its files, once, from it alone."""

import hashlib
import json
import logging
from dataclasses import replace
from functools import partial

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from findings.models import Evidence
from reform_portal.common import audit, doorbell
from reports.datasets import conclusion
from reports.papers.data import as_json
from reports.papers.reading import from_data

from .records import IssuedPaper, new_token

log = logging.getLogger(__name__)

MAKE = "reports.tasks.make_issued_paper"
TEMPLATE = "2026.1"  # the wording and the layout the files are made with
MOST_ATTEMPTS = 3


def keep(inspection, by):
    """Effect of the step that issues: the paper of this moment, in the same transaction.

    It replaces the version that was recalled before, if there was one.
    """
    token = new_token()
    paper = conclusion.paper(inspection, as_of=timezone.now(), reader=None)
    paper = replace(paper, check_at=check_address(token))
    earlier = IssuedPaper.objects.filter(inspection=inspection).order_by("-pk").first()
    row = IssuedPaper.objects.create(
        inspection=inspection,
        province_id=inspection.province_id,
        token=token,
        reference=inspection.conclusion.reference,
        issued_on=paper.issued_on,
        issuer_name=paper.issuing_name,
        signer_name=paper.signatures[0].name if paper.signatures else "",
        template=TEMPLATE,
        data=json.loads(as_json(paper)),
        replaces=earlier,
    )
    if earlier:
        IssuedPaper.objects.filter(pk=earlier.pk).update(state=IssuedPaper.State.REPLACED)
    transaction.on_commit(partial(doorbell.ring, MAKE, row.pk))


def recall(inspection, by):
    """Effect of the step that reopens: what was issued is no longer in force."""
    reason = audit.AuditEntry.objects.about(inspection)[:1]
    standing = IssuedPaper.objects.filter(inspection=inspection, state__in=IssuedPaper.STANDING)
    standing.update(state=IssuedPaper.State.RECALLED, reason=reason[0].note if reason else "")


def check_address(token):
    """Where a holder of the paper asks about it; empty where the portal has no public address."""
    address = settings.PORTAL_ADDRESS.rstrip("/")
    return f"{address}{reverse('reports:check', args=[token])}" if address else ""


def make(pk):
    """Make both files of a kept paper, if nobody has; called twice it does it once.

    Files are made from the data alone, so whoever comes second would make the same bytes.
    """
    waiting = IssuedPaper.objects.filter(pk=pk, pdf_sha256="", attempts__lt=MOST_ATTEMPTS)
    if not waiting.update(attempts=F("attempts") + 1):
        return
    row = IssuedPaper.objects.get(pk=pk)
    from reports.renderers import RENDERERS

    paper = from_data(row.data, _photos(row))
    files = {name: RENDERERS[name](paper) for name in ("pdf", "docx")}
    with transaction.atomic():
        row = IssuedPaper.objects.select_for_update().get(pk=pk)
        if row.is_made:
            return
        for name, content in files.items():
            sha256 = hashlib.sha256(content).hexdigest()
            getattr(row, name).save(f"{sha256}.{name}", ContentFile(content), save=False)
            setattr(row, f"{name}_sha256", sha256)
        row.save(update_fields=["pdf", "pdf_sha256", "docx", "docx_sha256"])


def make_what_waits():
    """Papers whose files nobody made: the worker stopped, or the queue forgot them."""
    waiting = IssuedPaper.objects.filter(pdf_sha256="", attempts__lt=MOST_ATTEMPTS)
    for pk in waiting.values_list("pk", flat=True).order_by("pk")[:20]:
        try:
            make(pk)
        except Exception:
            log.exception("Issued paper %s could not be made.", pk)


def _photos(row):
    """The bytes of the photos of its inspection, by their hash."""
    photos = {}
    for evidence in Evidence.objects.filter(inspection=row.inspection_id):
        if evidence.is_image:
            with evidence.file.open("rb") as file:
                content = file.read()
            photos[hashlib.sha256(content).hexdigest()] = content
    return photos

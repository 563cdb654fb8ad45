"""Taking the snapshot at the step that issues, and making its files, once, from it alone."""

import hashlib
import json
import logging
from dataclasses import replace
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from findings.models import Evidence
from reform_portal.common import audit, doorbell
from reform_portal.common.models import AuditEntry
from reform_portal.common.workflow import Refused
from reports.datasets import conclusion
from reports.papers.data import as_json
from reports.papers.reading import from_data
from reports.renderers import RENDERERS
from reports.renderers.limits import PaperTooLong, refuse_too_long

from .records import MOST_ATTEMPTS, IssuedPaper, new_token

log = logging.getLogger(__name__)

MAKE = "reports.tasks.make_issued_paper"
# A run that takes longer is dead: the worker stops every task before.
RUN = timedelta(minutes=6)


def keep(inspection, by):
    """Effect of the step that issues: the paper of this moment, in the same transaction.

    It replaces the version that was recalled before, if there was one.
    """
    paper = _printable(inspection)
    earlier = conclusions_of(inspection).order_by("-pk").first()
    keep_paper(
        inspection,
        paper,
        kind=IssuedPaper.Kind.CONCLUSION,
        reference=inspection.conclusion.reference,
        replaces=earlier,
    )
    if earlier:
        IssuedPaper.objects.filter(pk=earlier.pk).update(state=IssuedPaper.State.REPLACED)


def keep_paper(inspection, paper, **columns):
    """The row of a paper that is issued now; its files are made after the commit."""
    token = new_token()
    paper = replace(paper, check_at=check_address(token))
    row = IssuedPaper.objects.create(
        inspection=inspection,
        province_id=inspection.province_id,
        token=token,
        issued_on=paper.issued_on,
        issuer_name=paper.issuing_name,
        signer_name=paper.signatures[0].name if paper.signatures else "",
        template=paper.template,
        data=json.loads(as_json(paper)),
        **columns,
    )
    doorbell.ring_after_commit(MAKE, row.pk)
    return row


def conclusions_of(inspection):
    """Every version of its conclusion."""
    return IssuedPaper.objects.filter(inspection=inspection, kind=IssuedPaper.Kind.CONCLUSION)


def _printable(inspection):
    """The paper, if it can be printed; Refused with the reason otherwise."""
    try:
        paper = conclusion.paper(inspection, as_of=timezone.now(), reader=None)
        refuse_too_long(paper)
    except FileNotFoundError as missing:
        raise Refused(
            _(
                "The file of a photo is missing, so the conclusion cannot be printed. "
                "Tell the administrator, or take the photo out, and issue again."
            )
        ) from missing
    except PaperTooLong as long:
        raise Refused(str(long)) from long
    return paper


def recall(inspection, by):
    """Effect of the step that reopens: what was issued is no longer in force.

    Nor are the letters that urge what it ordered. What the unit reported stays its own word.
    """
    reason = AuditEntry.objects.about(inspection).filter(verb="inspection.reopen")[:1]
    kinds = (IssuedPaper.Kind.CONCLUSION, IssuedPaper.Kind.URGING)
    rows = IssuedPaper.objects.filter(inspection=inspection, kind__in=kinds)
    standing = rows.filter(state__in=IssuedPaper.STANDING)
    standing.update(state=IssuedPaper.State.RECALLED, reason=reason[0].note if reason else "")


def check_address(token):
    """Where a holder of the paper asks about it; empty where the portal has no public address."""
    address = settings.PORTAL_ADDRESS.rstrip("/")
    return f"{address}{reverse('reports:check', args=[token])}" if address else ""


def make(pk):
    """Make the files of a kept paper, if nobody has; called twice it does it once.

    Files are made from the data alone, so whoever comes second would make the same bytes.
    """
    now = timezone.now()
    if not _waiting(now).filter(pk=pk).update(attempts=F("attempts") + 1, tried_at=now):
        return
    row = IssuedPaper.objects.get(pk=pk)
    paper = paper_of(row)
    files = {name: RENDERERS[name](paper) for name in ("pdf", "docx")}
    files["archive"] = RENDERERS["pdf"](paper, archive=True)
    with transaction.atomic():
        row = IssuedPaper.objects.select_for_update().get(pk=pk)
        if not row.is_made:
            _store(row, files)


def _store(row, files):
    """All of the files or none. Their names are known before, so what a dead run left is replaced."""
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    endings = {name: "docx" if name == "docx" else "pdf" for name in files}
    paths = {name: f"issued/{row.pk}-{hashes[name]}.{endings[name]}" for name in files}
    try:
        for name, path in paths.items():
            default_storage.delete(path)
            setattr(row, name, default_storage.save(path, ContentFile(files[name])))
            setattr(row, f"{name}_sha256", hashes[name])
    except OSError:
        for path in paths.values():
            default_storage.delete(path)
        raise
    row.save(update_fields=[*files, *(f"{name}_sha256" for name in files)])


def make_what_waits():
    """Papers whose files nobody made: the worker stopped, or the queue forgot them."""
    for pk in _waiting(timezone.now()).values_list("pk", flat=True).order_by("pk")[:20]:
        try:
            make(pk)
        except Exception:
            log.exception("Issued paper %s could not be made.", pk)


def try_again(paper, *, by):
    """Somebody asks for the files of a paper that was given up."""
    given_up = IssuedPaper.objects.filter(pk=paper.pk, pdf_sha256="", attempts__gte=MOST_ATTEMPTS)
    if given_up.update(attempts=0, tried_at=None):
        audit.record("issued_paper.retry", paper.inspection, by=by)
        doorbell.ring_after_commit(MAKE, paper.pk)


def _waiting(now):
    """Papers without files that nobody is making."""
    free = Q(tried_at=None) | Q(tried_at__lt=now - RUN)
    return IssuedPaper.objects.filter(free, pdf_sha256="", attempts__lt=MOST_ATTEMPTS)


def paper_of(row):
    """The paper as it was issued."""
    return from_data(row.data, _photos(row))


def paper(inspection, *, as_of, reader):
    """What the PDF and the DOCX of a conclusion print: what was issued, or before, what is written.

    Whoever asks again for an issued conclusion gets the same file.
    """
    row = standing_paper(inspection)
    return paper_of(row) if row else conclusion.paper(inspection, as_of=as_of, reader=reader)


def standing_paper(inspection):
    """The version in force of the conclusion, or None: of before papers were kept, or recalled."""
    standing = conclusions_of(inspection).filter(state__in=IssuedPaper.STANDING)
    return standing.select_related("signed").first()


def _photos(row):
    """The bytes of the photos of its inspection, by their hash."""
    photos = {}
    for evidence in Evidence.objects.filter(inspection=row.inspection_id):
        if evidence.is_image:
            with evidence.file.open("rb") as file:
                content = file.read()
            photos[hashlib.sha256(content).hexdigest()] = content
    return photos

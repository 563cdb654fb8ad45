"""What a signed PDF is worth: whole, of this paper, by whom, since when, under which authority.

pyHanko judges the signatures; nothing is fetched from the net. Authorities that are trusted lie
as certificates in the folder PORTAL_SIGNATURE_ROOTS (in service: that of the Government).
"""

import io
import logging
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from reform_portal.common.workflow import Refused

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Judgement:
    """One signature: `is_whole` says that nothing was changed after it."""

    signed_by: str
    signed_at: datetime | None
    is_whole: bool
    is_trusted: bool


def judge(content):
    """The last signature of a PDF, or None where there is none or the file is no PDF."""
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    try:
        signatures = PdfFileReader(io.BytesIO(content)).embedded_regular_signatures
        if not signatures:
            return None
        context = ValidationContext(trust_roots=_roots(), allow_fetching=False)
        status = validate_pdf_signature(signatures[-1], context)
    except Exception as error:  # a forged file fails in more ways than can be named
        log.warning("A signature could not be judged: %s", error)
        return None
    return Judgement(
        signed_by=_name(status.signing_cert),
        signed_at=status.signer_reported_dt,
        is_whole=status.intact and status.valid and _covers_all(status),
        is_trusted=bool(status.trusted),
    )


def accepted(content, original):
    """The judgement of a signed copy of `original`; Refused with the reason otherwise."""
    if not content.startswith(original):
        raise Refused(
            _(
                "This is no signed copy of the paper kept here. Download the PDF from this page, "
                "sign that file without saving it anew, and send the signed file."
            )
        )
    judgement = judge(content)
    if judgement is None:
        raise Refused(
            _("No digital signature was found in the file. Sign the PDF and send it again.")
        )
    if not judgement.is_whole:
        raise Refused(
            _(
                "The file was changed after %(name)s signed it, so the signature proves nothing. "
                "Sign the downloaded PDF again."
            )
            % {"name": judgement.signed_by}
        )
    return judgement


def _covers_all(status):
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    return status.coverage == SignatureCoverageLevel.ENTIRE_FILE


def _name(certificate):
    subject = certificate.subject.native
    return ", ".join(
        str(subject[part]) for part in ("common_name", "organization_name") if subject.get(part)
    )[:300]


@cache
def _roots():
    """The certificates of the authorities; none are trusted where no folder is named."""
    from pyhanko.keys import load_cert_from_pemder

    folder = settings.PORTAL_SIGNATURE_ROOTS
    if not folder:
        return []
    return [load_cert_from_pemder(path) for path in _certificates(Path(folder))]


def _certificates(folder):
    return sorted(path for path in folder.iterdir() if path.suffix in (".pem", ".crt", ".cer"))

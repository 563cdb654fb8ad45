"""What a signed PDF is worth: whole, of this paper, by whom, since when, under which authority.

pyHanko judges the signatures; nothing is fetched from the net. Authorities that are trusted lie
as certificates in the folder PORTAL_SIGNATURE_ROOTS (in service: that of the Government).
"""

import io
import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from reform_portal.common.workflow import Refused

log = logging.getLogger(__name__)

# A signature with its picture, certificates and time adds some hundred kilobytes. Whoever holds a
# paper may have a copy judged: more would let a stranger keep the portal busy for minutes.
MOST_ADDED = 2 * 1024 * 1024
END, WITHIN = b"%%EOF", 1024


@dataclass(frozen=True)
class Judgement:
    """One signature: `is_whole` says that nothing was changed after it."""

    signed_by: str
    signed_at: datetime | None
    is_whole: bool
    is_trusted: bool


def judge(content, original):
    """The last signature of a signed copy of `original`, or None where none can be read.

    What adds more than a signature does, or does not end as a PDF does, is not even read. In a
    thread of its own: pyHanko brings its own event loop, which a thread that runs one refuses.
    """
    if len(content) - len(original) > MOST_ADDED or END not in content[-WITHIN:]:
        return None
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(_judge, content, original).result()


def _judge(content, original):
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature
    from pyhanko_certvalidator import ValidationContext

    try:
        reader = PdfFileReader(io.BytesIO(content))
        signatures = reader.embedded_regular_signatures
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
        is_whole=status.intact
        and status.valid
        and _covers_all(status)
        and says_the_same(content, original),
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
    judgement = judge(content, original)
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


def says_the_same(content, original):
    """True where nothing of the paper was written anew but what signing needs.

    A signature is appended to the file; an update in between could put other content on a page
    under a signature that is whole. Of the objects of the paper only its catalogue, its pages and
    its description may come again, and only with what a signature adds to them.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader

    signed, issued = PdfFileReader(io.BytesIO(content)), PdfFileReader(io.BytesIO(original))
    revisions = range(issued.xrefs.total_revisions, signed.xrefs.total_revisions)
    written = {ref for one in revisions for ref in signed.xrefs.explicit_refs_in_revision(one)}
    return all(_is_harmless(ref, issued, signed) for ref in written)


# What a signature adds to the catalogue of a file, and to the page it stands on.
TO_THE_CATALOGUE = {"/AcroForm", "/Extensions", "/DSS", "/Metadata", "/Perms", "/Version"}
TO_A_PAGE = {"/Annots"}


def _is_harmless(ref, issued, signed):
    """A new object, or one of the paper with nothing but the additions of a signature."""
    if ref.idnum >= issued.trailer["/Size"]:
        return True
    if ref in (_reference(issued.root, "/Metadata"), _reference(issued.trailer, "/Info")):
        return True
    before, now = issued.get_object(ref), signed.get_object(ref)
    if ref == issued.root_ref:
        return _but(before, TO_THE_CATALOGUE) == _but(now, TO_THE_CATALOGUE)
    if not isinstance(before, dict) or before.get("/Type") != "/Page":
        return False
    return _but(before, TO_A_PAGE) == _but(now, TO_A_PAGE) and all(
        _is_field_to_sign(one.get_object()) for one in now.get("/Annots", ())
    )


def _reference(dictionary, name):
    """Where an entry leads, or None where it is written out or missing."""
    value = dictionary.raw_get(name) if name in dictionary else None
    return getattr(value, "reference", None)


def _is_field_to_sign(annotation):
    """Not a note or a picture laid over the page."""
    return annotation.get("/Subtype") == "/Widget" and annotation.get("/FT") == "/Sig"


def _but(dictionary, left_out):
    return {name: repr(dictionary.raw_get(name)) for name in dictionary if name not in left_out}


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

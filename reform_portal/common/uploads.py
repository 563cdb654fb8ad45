"""Uploaded files: judged by their content, never by name or by what the browser claims.

Images are decoded within a pixel limit, turned upright, scaled down and written anew, so that
nothing of the original but the picture remains (no EXIF place, no appended script).
"""

import hashlib
import io
import uuid
import warnings
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

import filetype
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from .text import nfc

MEGABYTE = 1024 * 1024
LONGEST_SIDE = 2000  # pixels; enough for a photo as wide as a page at 300 dpi
MOST_PIXELS = 60_000_000
MOST_UNPACKED = 100 * MEGABYTE

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
IMAGES = ("image/jpeg", "image/png")
DOCUMENTS = (PDF, WORD, EXCEL)
ENDINGS = {
    "image/jpeg": (".jpg", ".jpeg"),
    "image/png": (".png",),
    PDF: (".pdf",),
    WORD: (".docx",),
    EXCEL: (".xlsx",),
}


@dataclass(frozen=True)
class AcceptedFile:
    """A file fit to keep: its bytes, hash, true type, and the name for downloads."""

    content: bytes
    sha256: str
    content_type: str
    name: str

    def columns(self):
        """The columns a model with a file keeps, under a name nobody can guess or abuse."""
        ending = ENDINGS[self.content_type][0]
        return {
            "file": ContentFile(self.content, name=f"{uuid.uuid4().hex}{ending}"),
            "file_name": self.name,
            "content_type": self.content_type,
            "sha256": self.sha256,
            "size": len(self.content),
        }


def accept(upload, *, kinds=(*IMAGES, *DOCUMENTS), limit=20 * MEGABYTE):
    """Check an uploaded file and return what may be kept; `limit` is in bytes.

    Raises ValidationError with a sentence that says what is wrong and what to do.
    """
    if upload.size > limit:
        raise ValidationError(
            _(
                "The file is %(size)s MB; at most %(limit)s MB are taken. Make it smaller and try again."
            )
            % {"size": upload.size // MEGABYTE + 1, "limit": limit // MEGABYTE}
        )
    content = upload.read()
    if not content:
        raise ValidationError(_("The file is empty. Choose it again."))
    content_type = _true_type(content)
    name = _clean_name(upload.name)
    ending = PurePosixPath(name.lower()).suffix
    taken = {"kinds": ", ".join(ENDINGS[kind][0] for kind in kinds)}
    if content_type not in kinds:
        if any(ending in ENDINGS[kind] for kind in kinds):
            raise ValidationError(
                _(
                    "The file is not what its name says: its content is of another kind. Open it in its program, save it as %(kinds)s, then send it again."
                )
                % taken
            )
        raise ValidationError(_("This kind of file is not taken. Send one of: %(kinds)s.") % taken)
    if ending not in ENDINGS[content_type]:
        raise ValidationError(
            _(
                "The file is not what its name says: by its content it is %(kind)s. Rename or choose it again."
            )
            % {"kind": ENDINGS[content_type][0]}
        )
    content = _checked(content, content_type)
    return AcceptedFile(content, hashlib.sha256(content).hexdigest(), content_type, name)


def _true_type(content):
    if content.startswith(b"PK\x03\x04"):
        return _office_type(content)
    return filetype.guess_mime(content[:8192])


def _office_type(content):
    """Word or Excel by the parts inside; an archive that unpacks to too much is refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                return None
    except Exception:  # zipfile raises what it likes for a broken archive
        return None
    if any(name.endswith("vbaProject.bin") for name in names):
        return None
    if "word/document.xml" in names:
        return WORD
    return EXCEL if "xl/workbook.xml" in names else None


def _checked(content, content_type):
    if content_type in IMAGES:
        return _clean_image(content, content_type)
    if content_type == PDF:
        _read_pdf(content)
    return content


def _clean_image(content, content_type):
    from PIL import Image, ImageOps  # this and pypdf are heavy: only where a file is looked into

    broken = ValidationError(_("The picture cannot be read. Save it as JPEG or PNG and try again."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content), formats=["JPEG", "PNG"])
            if picture.width * picture.height > MOST_PIXELS:
                raise ValidationError(
                    _("The picture has too many pixels. Scale it down and try again.")
                )
            picture = ImageOps.exif_transpose(picture)
            picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            out = io.BytesIO()
            if content_type == "image/png":
                picture.convert("RGBA" if "A" in picture.getbands() else "RGB").save(out, "PNG")
            else:
                picture.convert("RGB").save(out, "JPEG", quality=85)
    except ValidationError:
        raise
    except Exception as error:  # so do the decoders, struct.error and MemoryError included
        raise broken from error
    return out.getvalue()


def _read_pdf(content):
    from pypdf import PdfReader

    locked = _(
        "The PDF cannot be read, or it is locked with a password. Save it anew and try again."
    )
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ValidationError(locked)
        pages = len(reader.pages)
    except ValidationError:
        raise
    except Exception as error:  # and the reader, for hostile files
        raise ValidationError(locked) from error
    if not pages:
        raise ValidationError(_("The PDF has no pages. Choose it again."))


def _clean_name(name):
    """The last part of the name, composed, without control or direction marks, ≤ 120 signs."""
    last = nfc(name.replace("\\", "/").rsplit("/", 1)[-1])
    plain = "".join(sign for sign in last if sign.isprintable() and sign not in '<>:"|?*')
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:110] or 'tep'}{dot}{ending[:8]}"

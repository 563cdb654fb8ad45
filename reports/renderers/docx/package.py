"""The file around the text: who, what and when from the paper; the same paper, the same bytes."""

from datetime import UTC
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from .elements import w

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment a ZIP knows
LANGUAGE = "vi-VN"
LONGEST = 255  # characters of a property


def describe(document, paper) -> None:
    """Properties of the file; times are those of the data, never of the clock."""
    properties = document.core_properties
    moment = paper.data_as_of.astimezone(UTC).replace(tzinfo=None)
    properties.title = paper.title[:LONGEST]
    properties.author = properties.last_modified_by = paper.author[:LONGEST]
    properties.keywords = paper.code[:LONGEST]
    properties.created = properties.modified = moment
    properties.language = LANGUAGE
    properties.comments = properties.subject = properties.category = ""
    properties.revision = 1
    settings = document.settings.element
    fonts = settings.find(qn("w:themeFontLang"))
    settings.replace(fonts, w("themeFontLang", val=LANGUAGE, eastAsia=LANGUAGE))


def drop_thumbnail(document) -> None:
    """The template of python-docx brings a picture of its own empty page."""
    relations = document.part.package.rels
    for key, relation in list(relations.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del relations[key]


def packed(document) -> bytes:
    """The parts of the file in their order, without the time of the clock."""
    saved, timeless = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as parts, ZipFile(timeless, "w", ZIP_DEFLATED) as file:
        for part in parts.infolist():
            entry = ZipInfo(part.filename, LONG_AGO)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            file.writestr(entry, parts.read(part))
    return timeless.getvalue()

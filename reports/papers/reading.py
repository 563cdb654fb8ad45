"""A paper from its data again: what `data.as_json` wrote, with the photos handed over."""

from dataclasses import fields
from datetime import date, datetime

from . import content

KINDS = {
    kind.__name__.lower(): kind
    for kind in (
        content.Annex,
        content.Column,
        content.Heading,
        content.Items,
        content.Paper,
        content.Paragraph,
        content.Photo,
        content.Signature,
        content.Table,
    )
}
DAYS = ("issued_on", "draft_made_on")
MOMENTS = ("data_as_of",)


class PhotoMissing(LookupError):
    """The data names a photo whose bytes nobody has."""


def from_data(data, photos):
    """The `content.Paper` of these plain values; `photos` maps a SHA-256 to the bytes."""
    return _read(data, photos)


def _read(value, photos):
    if isinstance(value, list):
        return tuple(_read(item, photos) for item in value)
    if isinstance(value, dict) and "block" in value:
        kind = KINDS[value["block"]]
        known = {field.name for field in fields(kind)}
        return kind(**{name: _field(name, value[name], photos) for name in known & value.keys()})
    if isinstance(value, dict):
        if value["sha256"] not in photos:
            raise PhotoMissing(value["sha256"])
        return photos[value["sha256"]]
    return value


def _field(name, value, photos):
    if value and name in DAYS:
        return date.fromisoformat(value)
    if name in MOMENTS:
        return datetime.fromisoformat(value)
    return _read(value, photos)

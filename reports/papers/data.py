"""A paper as JSON, for machines that read the archive: the same texts, photos by their hashes."""

import hashlib
import json
from dataclasses import fields, is_dataclass


def as_json(paper) -> str:
    return json.dumps(_plain(paper), ensure_ascii=False, indent=1)


def _plain(value):
    if is_dataclass(value):
        named = {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
        return {"block": type(value).__name__.lower(), **named}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, bytes):
        return {"sha256": hashlib.sha256(value).hexdigest(), "bytes": len(value)}
    return value if value is None or isinstance(value, str | int | bool) else value.isoformat()

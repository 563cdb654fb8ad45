"""Text made fit to print: what no printer and no spreadsheet can show is taken out."""

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace

# Control characters but tab and line feed; marks that turn the reading direction (they make a
# text read otherwise than it is stored); halves of surrogate pairs and non-characters.
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
# No Vietnamese letter needs more than two marks; thousands of them on one letter stop a renderer.
MARK = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
TOO_MANY_MARKS = re.compile(f"({MARK.pattern}{{2}}){MARK.pattern}+")


def printable(text: str) -> str:
    """The text composed (NFC), with plain line ends and without unprintable characters."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text) and not MARK.search(text):
        return text  # as nearly every text is: four times as fast
    text = UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", TOO_MANY_MARKS.sub(r"\1", text))


def printable_throughout(content):
    """The same content with every text in it made printable."""
    if isinstance(content, str):
        return printable(content)
    if isinstance(content, tuple | list):
        return tuple(printable_throughout(item) for item in content)
    if is_dataclass(content):
        values = {f.name: printable_throughout(getattr(content, f.name)) for f in fields(content)}
        return replace(content, **values)
    return content


def texts(content):
    """Every text in the content that is not empty."""
    if isinstance(content, str):
        if content:
            yield content
    elif isinstance(content, tuple | list):
        for item in content:
            yield from texts(item)
    elif is_dataclass(content):
        for field in fields(content):
            yield from texts(getattr(content, field.name))

"""How long a line of text is in print, so that the rules under it have the length of the decree.

Liberation Serif has the widths of Times New Roman. Its first edition, which may be the one that is
found, lacks letters with two marks; so marks are left out. They take no room, but for the horn.
"""

import unicodedata
from functools import cache

from PIL import ImageFont

from reports.renderers.docx.styles import STYLES

BOLD = "LiberationSerif-Bold.ttf"
SIZES = {style.key: style.size for style in STYLES}
MM_A_POINT = 25.4 / 72
HORN = "\u031b"
HORNED = {"o": 0.0537, "u": 0.0439, "U": 0.0737}  # wider by so much of the size


def width(text, style) -> float:
    """Of a bold text in a style, in millimetres, on one line."""
    parted = unicodedata.normalize("NFD", text)
    bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
    long = _font().getlength(bare) / 1000 + sum(_horns(parted))
    return long * SIZES[style] * MM_A_POINT


def _horns(parted):
    for letter, mark in zip(parted, parted[1:], strict=False):
        if mark == HORN:
            yield HORNED.get(letter, 0)


@cache
def _font():
    # Pillow finds it by its name among the fonts of the system.
    return ImageFont.truetype(BOLD, 1000, layout_engine=ImageFont.Layout.BASIC)

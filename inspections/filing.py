"""How files of units are named: where they belong, in signs every system takes."""

import re
import unicodedata

LONGEST = 60


def plain(title):
    """The title "Quy chế làm việc" as "Quy-che-lam-viec": letters and digits without marks, joined."""
    decomposed = unicodedata.normalize("NFD", title.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    words = re.findall(r"[A-Za-z0-9]+", letters)
    short = ""
    for word in words:
        longer = f"{short}-{word}" if short else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        short = longer
    return short or "Tai-lieu"


def filed_name(code, ordinal, title, edition, ending):
    """KT-2024-001_03_Quy-che-lam-viec_v2.pdf."""
    return f"{code}_{ordinal:02d}_{plain(title)}_v{edition}{ending}"

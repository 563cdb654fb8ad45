"""How one name is written in several ways: Hoà and Hòa, H'Bia and H’Bia, "H'BIA" and H'Bia.

Marks count: Hoa is somebody else. Only their place on two vowels at the end of a word is free.
"""

import re
from unicodedata import normalize

APOSTROPHES = "'’ʼ"
TONES = "\u0300\u0301\u0303\u0309\u0323"
AT_THE_END = r"(?=$|\W)"
ON_THE_FIRST = re.compile(rf"([ouOU])([{TONES}])([aeyAEY]){AT_THE_END}")
ON_THE_SECOND = re.compile(rf"([ouOU])([aeyAEY])([{TONES}]){AT_THE_END}")


def key_of(name):
    """The same for all ways to write a name."""
    return _apostrophes(_tones_on_the_second(name.casefold()), APOSTROPHES[0])


def spellings_of(words):
    """The ways in which the portal may hold a name of these words; at most 18.

    Of "HOÀ": Hoà, Hòa; of "h'bia": H'Bia, H'bia and the same with the other apostrophes.
    """
    cased = {" ".join(map(change, words)) for change in (str.title, str.capitalize)}
    toned = {
        way(name) for name in cased for way in (str, _tones_on_the_first, _tones_on_the_second)
    }
    return {_apostrophes(name, mark) for name in toned for mark in APOSTROPHES}


def _tones_on_the_first(word):
    return normalize("NFC", ON_THE_SECOND.sub(r"\1\3\2", normalize("NFD", word)))


def _tones_on_the_second(word):
    return normalize("NFC", ON_THE_FIRST.sub(r"\1\3\2", normalize("NFD", word)))


def _apostrophes(word, mark):
    return re.sub(f"[{APOSTROPHES}]", mark, word)

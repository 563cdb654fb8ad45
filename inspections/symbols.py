"""Symbols of papers: what stands behind the number (Decree 30/2020/NĐ-CP, Annex III)."""

import re

# The types of paper that have an abbreviation, and KL, which is written by habit.
KINDS = frozenset(
    [
        "NQ",
        "QĐ",
        "CT",
        "QC",
        "QyĐ",
        "TC",
        "TB",
        "HD",
        "CTr",
        "KH",
        "PA",
        "ĐA",
        "DA",
        "BC",
        "BB",
        "TTr",
        "HĐ",
        "CĐ",
        "BGN",
        "BTT",
        "GUQ",
        "GM",
        "GGT",
        "GNP",
        "PG",
        "PC",
        "PB",
        "SY",
        "SL",
        "TrS",
        "KL",
    ]
)
# A number with more digits is a slip of the finger.
HIGHEST = 99_999
CITED = re.compile(r"(?<!\d)(?P<number>\d{1,5})\s*/\s*(?P<symbol>[\w-]+)")


def parted(symbol):
    """Type and issuer of a symbol: KH-BCĐCCHC → (KH, BCĐCCHC); a letter's SNV-CCHC → ("", SNV)."""
    first, _dash, rest = symbol.partition("-")
    return (first, rest) if rest and first in KINDS else ("", first)


def cited(reference):
    """Number and symbol of a reference such as "1551/QĐ-UBND", or None."""
    found = CITED.search(reference)
    return found and (int(found["number"]), found["symbol"])

"""Dates and figures as Vietnamese papers and pages write them."""

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

DAY = "%d/%m/%Y"


def vn_date(value):
    """05/02/2024; with the hour for a moment (05/02/2024 14:05, local time)."""
    if value is None or value == "":
        return ""
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime(f"{DAY} %H:%M")
    return value.strftime(DAY)


def vn_long_date(value: date):
    """ngày 05 tháng 02 năm 2024: days under 10 and months 1 and 2 are padded.

    Source: Decree 30/2020/NĐ-CP, Annex I.
    """
    month = f"{value.month:02d}" if value.month < 3 else str(value.month)
    return f"ngày {value.day:02d} tháng {month} năm {value.year}"


def vn_short_date(value: date):
    """05/02/2024 and 17/6/2024, as papers cite days: months from 3 on are not padded."""
    month = f"{value.month:02d}" if value.month < 3 else str(value.month)
    return f"{value.day:02d}/{month}/{value.year}"


def vn_number(value):
    """1.420 and 62,5: a dot for thousands, a comma for decimals, no trailing zeros."""
    if value is None or value == "":
        return ""
    number = Decimal(str(value)).normalize()
    return f"{number:,f}".translate(str.maketrans(",.", ".,"))

"""The QR code on an issued paper: the address at which a holder asks what it is worth."""

import io

import segno

from reports.papers.content import Photo


def qr_code(address):
    """A PNG of the code, level M: a stamp may cover some of it."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="png", scale=8, border=2)
    return Photo(out.getvalue(), "image/png", address)

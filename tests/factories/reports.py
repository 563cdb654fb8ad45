"""Issued papers with their files."""

from django.core.files.base import ContentFile

from reports.models import IssuedPaper

from .units import DAY


def issued_paper(of, **fields):
    """The conclusion of an inspection as it was issued; its files are not real ones."""
    values = {
        "province_id": of.province_id,
        "reference": "05/TB-ĐKT",
        "issued_on": DAY,
        "issuer_name": "Đoàn kiểm tra",
        "template": "2026.1",
        "data": {},
        "pdf": ContentFile(b"%PDF-1.7", name="paper.pdf"),
        "pdf_sha256": "1" * 64,
        "docx": ContentFile(b"PK", name="paper.docx"),
        "docx_sha256": "2" * 64,
    }
    return IssuedPaper.objects.create(inspection=of, **values | fields)

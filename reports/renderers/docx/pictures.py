"""Photos inside the text, no larger than print needs, with what a screen reader says."""

from io import BytesIO

from docx.shared import Mm
from PIL import Image, ImageOps

from reports.renderers.qr import qr_code

from .elements import w

WIDE, HIGH = 150, 95  # mm
CODE, CODE_ID = 22, 100_000  # mm; photos are numbered from 1
DPI, QUALITY = 150, 80  # as in the PDF


def picture(document, photo, number):
    """A run that holds the photo."""
    content, (wide, high) = _scaled(photo.content)
    inline = document.part.new_pic_inline(BytesIO(content), Mm(wide), Mm(high))
    inline.docPr.set("id", str(number))
    inline.docPr.set("name", f"Ảnh {number}")
    inline.docPr.set("descr", photo.caption)
    inline.graphic.graphicData.pic.nvPicPr.cNvPr.set("name", f"Ảnh {number}")
    return w("r", w("drawing", inline))


def check_code(document, paper):
    """A run that holds the QR code of an issued paper."""
    inline = document.part.new_pic_inline(
        BytesIO(qr_code(paper.check_at).content), Mm(CODE), Mm(CODE)
    )
    inline.docPr.set("id", str(CODE_ID))
    inline.docPr.set("name", "QR")
    inline.docPr.set("descr", f"Mã QR: {paper.check_at}")
    inline.graphic.graphicData.pic.nvPicPr.cNvPr.set("name", "QR")
    return w("r", w("drawing", inline))


def _scaled(content):
    """The photo as JPEG at the resolution of print, and its size on paper in millimetres."""
    with Image.open(BytesIO(content)) as opened:
        image = ImageOps.exif_transpose(opened).convert("RGB")
    wide, high = image.size
    on_paper = min(WIDE / wide, HIGH / high)
    mm = wide * on_paper, high * on_paper
    image.thumbnail([round(side / 25.4 * DPI) for side in mm])
    file = BytesIO()
    image.save(file, "JPEG", quality=QUALITY)
    return file.getvalue(), mm

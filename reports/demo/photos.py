"""Plain drawings that stand for photos: a counter and people, marked as drawings, in memory."""

import io

from PIL import Image, ImageDraw, ImageFont

from reform_portal.common.text import fold

SIZE = (1200, 800)
MARK = "Ảnh minh họa"
# By its folder: Debian 12 may hold an older face of the same name without Vietnamese marks.
FONT = "/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf"
WIDEST = 980
# Those of make setup first. Older files of the first name, elsewhere, lack Vietnamese letters.
FONTS = ("/usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf", "DejaVuSans.ttf")
WALL, FLOOR, WOOD, DARK, PAPER = "#e9eef2", "#c9d1d8", "#9a6b43", "#2f3a44", "#ffffff"
RED, CLOTH = "#a4161a", ("#4c6a87", "#5b7553", "#7a5a78", "#8a6d3b", "#3f5d6b")


def draw(title, people):
    """JPEG bytes: a room with a counter, `people` before it, the title on the wall."""
    picture = Image.new("RGB", SIZE, WALL)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 560, *SIZE), fill=FLOOR)
    pen.rectangle((90, 90, 1110, 190), fill=RED)
    _write(pen, (600, 140), title, 40, PAPER)
    for at in range(people):
        _person(pen, 600 + round((at - (people - 1) / 2) * 170), 330, CLOTH[at % len(CLOTH)])
    pen.rectangle((90, 520, 1110, 690), fill=WOOD)
    for left in range(130, 1000, 220):
        pen.rectangle((left, 545, left + 150, 600), fill=PAPER, outline=DARK, width=2)
    _write(pen, (600, 745), MARK, 36, DARK)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


def _person(pen, x, y, cloth):
    pen.ellipse((x - 40, y - 45, x + 40, y + 40), fill="#e8c39e")
    pen.rounded_rectangle((x - 65, y + 45, x + 65, y + 220), 40, fill=cloth)


def _font(size):
    for name in FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    return None


def _write(pen, middle, text, size, colour):
    """In a font of the machine; without one, in Pillow's own, which has no Vietnamese marks."""
    font = _font(size)
    if font is None:
        font, text = ImageFont.load_default(size), fold(text)
    while font.getlength(text) > WIDEST and size > 16:
        size -= 2
        font = font.font_variant(size=size)
    pen.text(middle, text, font=font, fill=colour, anchor="mm")

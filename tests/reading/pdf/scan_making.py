"""Makes pages that are pictures: a table in pixels, with noise, blur and at an angle."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import reportlab
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

HEADING = ("Mått", "Utfall 2023", "Utfall 2024", "Mål 2025", "Bedömning")
ROWS = (
    ("Andel nöjda brukare i hemtjänsten", "81", "83,5", "85"),
    ("Sjukfrånvaro", "7,4", "6,9", "6,5"),
    ("Antal öppna ärenden per handläggare", "1204", "998", "900"),
    ("Bygglov inom tio veckor", "92", "97", "100"),
)
_WIDTHS = (640, 220, 220, 220, 220)
_FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
_INK = (20, 20, 20)


def picture(noise: float = 0, blur: float = 0, turn: float = 0, ruled: bool = True) -> Image.Image:
    """A picture of the table; each row's last cell holds a green dot."""
    font = ImageFont.truetype(str(_FONT), 28)
    made = Image.new("RGB", (1600, 70 * (len(ROWS) + 1) + 20), "white")
    draw = ImageDraw.Draw(made)
    for number, row in enumerate((HEADING, *ROWS)):
        x, y = 20, 10 + 70 * number
        for shown, width in zip((*row, "")[:5], _WIDTHS, strict=True):
            draw.text((x + 8, y + 16), shown, font=font, fill=_INK)
            if ruled:
                draw.rectangle((x, y, x + width, y + 70), outline=(90, 90, 90))
            x += width
        if number:
            draw.ellipse((x - 130, y + 20, x - 100, y + 50), fill=(40, 160, 60))
    made = made.rotate(turn, expand=True, fillcolor=(255, 255, 255)) if turn else made
    return _noisy(made.filter(ImageFilter.GaussianBlur(blur)) if blur else made, noise)


def scanned(path: Path, table: Image.Image) -> Path:
    """A file of one page without text: a heading and a table, all in one picture."""
    page = Image.new("RGB", (1654, 2339), (252, 252, 250))
    font = ImageFont.truetype(str(_FONT), 44)
    ImageDraw.Draw(page).text((150, 150), "Uppföljning av mål 2024", font=font, fill=_INK)
    page.paste(table.resize((1400, 1400 * table.height // table.width)), (130, 400))
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.drawImage(ImageReader(page), 0, 0, 595, 842)
    canvas.save()
    return path


def with_picture(path: Path, table: Image.Image) -> Path:
    """A page of text with a picture of the table in it."""
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.drawString(60, 780, "Nämnden har arbetat för att korta väntetiderna under året.")
    canvas.drawImage(ImageReader(table), 60, 400, 480, 480 * table.height / table.width)
    canvas.drawString(60, 330, "Arbetet fortsätter med vägar och parker.")
    canvas.save()
    return path


def _noisy(made: Image.Image, noise: float) -> Image.Image:
    if not noise:
        return made
    pixels = np.asarray(made).astype(np.float64)
    pixels += np.random.default_rng(3).normal(0, noise, pixels.shape)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))

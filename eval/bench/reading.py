"""Pages a second that the PDF reader reads on one core, beside pdfplumber on the same pages.

Text pages are running text in two sizes; table pages are full of values with a coloured mark and a
drawn arrow in each row. pdfplumber extracts words and tables, and knows nothing of marks.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from reportlab.lib.colors import HexColor, black
from reportlab.pdfgen.canvas import Canvas

from plansvar.reading.pdf import read_pdf

_PAGES = 20
_ROUNDS = 3
_EDGES = (40, 270, 340, 410, 480, 540)
_LEAST = {"text": 20, "marked tables": 8}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'pages':<16}{'plansvar':>10}{'least':>8}{'pdfplumber':>12}{'ratio':>8}")
        for name, draw in (("text", _text_page), ("marked tables", _table_page)):
            path = _drawn(Path(folder) / "bench.pdf", draw)
            own = _speed(lambda p=path: read_pdf(p, p.name))
            other = _pdfplumber(path)
            ratio = f"{own / other:>8.1f}" if other else ""
            shown = f"{other:>12.1f}" if other else f"{'not installed':>12}"
            print(f"{name:<16}{own:>10.1f}{_LEAST[name]:>8}{shown}{ratio}")


def _speed(work: Callable[[], object]) -> float:
    """Pages per second of processor time: the median of some rounds."""
    work()
    times = []
    for _ in range(_ROUNDS):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return _PAGES / median(times)


def _pdfplumber(path: Path) -> float | None:
    try:
        import pdfplumber
    except ImportError:
        return None

    def work() -> None:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_words()
                page.extract_tables()

    return _speed(work)


def _drawn(path: Path, draw: Callable[[Canvas, random.Random], None]) -> Path:
    canvas, chance = Canvas(str(path), pagesize=(595, 842)), random.Random(7)
    for _ in range(_PAGES):
        draw(canvas, chance)
        canvas.showPage()
    canvas.save()
    return path


def _text_page(canvas: Canvas, chance: random.Random) -> None:
    canvas.setFont("Helvetica-Bold", 14)
    canvas.drawString(60, 780, _words(chance, 3).title())
    canvas.setFont("Helvetica", 10)
    for line in range(48):
        canvas.drawString(60, 755 - 14 * line, _words(chance, 12))


def _table_page(canvas: Canvas, chance: random.Random) -> None:
    rows = 34
    canvas.setFont("Helvetica-Bold", 9)
    heading = ("Indikator", "Utfall 2024", "Utfall 2025", "Status", "Trend")
    for x, name in zip(_EDGES, heading, strict=False):
        canvas.drawString(x + 3, 790, name)
    canvas.setFont("Helvetica", 8)
    for row in range(rows):
        _row(canvas, chance, 770 - 20 * row)
    for line in range(rows + 2):
        canvas.line(_EDGES[0], 803 - 20 * line, _EDGES[-1], 803 - 20 * line)
    for x in _EDGES:
        canvas.line(x, 803, x, 803 - 20 * (rows + 1))


def _row(canvas: Canvas, chance: random.Random, y: float) -> None:
    values = (f"{chance.randint(1, 99)},{chance.randint(0, 9)}" for _ in range(2))
    for x, text in zip(_EDGES, (_words(chance, 5), *values), strict=False):
        canvas.drawString(x + 3, y, text)
    canvas.setFillColor(HexColor(chance.choice(["#4caf50", "#ffeb3b", "#f44336"])))
    canvas.circle(445, y + 3, 5, stroke=0, fill=1)
    canvas.setFillColor(black)
    path = canvas.beginPath()
    path.moveTo(505, y - 2)
    for dx, dy in ((4, 0), (4, 4), (8, 4), (2, 11), (-4, 4), (0, 4), (0, 0)):
        path.lineTo(505 + dx, y - 2 + dy)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _words(chance: random.Random, count: int) -> str:
    letters = "aeiourstlnkmdvg"
    return " ".join("".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(count))


if __name__ == "__main__":
    main()

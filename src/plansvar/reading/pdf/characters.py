"""A page's characters put together to words, each with its place and its looks."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import Any

import pypdfium2.raw as pdfium

from plansvar.reading.pdf.fonts import is_bold
from plansvar.reading.pdf.geometry import Frame, Rect, around
from plansvar.reading.pdf.ligatures import normal_text
from plansvar.reading.pdf.objects import after_blanks
from plansvar.reading.pdf.raised_glyphs import as_drawn

SOFT_HYPHEN = "\u00ad"
_LINE_END_HYPHENS = {0x02, 0xAD, 0xFFFE}
_INVISIBLE = frozenset({3, 7})
_SEEN_THROUGH = 8
# Gaps between letters, as shares of their size: within a word; within one that kerning split, on a
# page that prints its spaces; and so small that a printed space is none.
_GAP = 0.18
_UNSURE = 0.24
_SPLIT = 0.3
_NO_SPACE = 0.05
_LEVEL = 0.1  # of their size, by which figures of one number differ in height
_SPACE = 0x20
_NEWLINE = 0x0A
_SPACES = 0.06
# Letters of one word overlap by less of their size than this, kerning included.
_OVERLAP = 0.14
# After the first letters the next one is drawn in under them; the others reach in under the one
# before.
_LEANING = frozenset("TVWYFPLAKRf")
_REACHING = frozenset("j")
_KERNED = 0.3
_JOINERS = frozenset("\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f")
_LEFT_OUT = _JOINERS | set(map(chr, range(32)))


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks. `turn` counts quarter turns clockwise away from upright."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: tuple[int, int, int]
    turn: int = 0
    hidden: bool = False
    tag: int = -1


@dataclass(slots=True)
class Word:
    """Characters without white space between them; `led` where a drawn bullet stands before,
    `plated` where they stand on a coloured plate behind a text, `badged` on a disc before one."""

    text: str
    rect: Rect
    style: Style
    glued: bool = False
    led: bool = False
    plated: bool = False
    badged: bool = False

    @property
    def size(self) -> float:
        return self.style.size


@dataclass(slots=True)
class PageText:
    """The words of a page in the order of the file; `broken` counts characters without a code."""

    words: list[Word] = field(default_factory=list)
    characters: int = 0
    broken: int = 0


def read_words(textpage: Any, frame: Frame, limit: int = 400_000) -> PageText:
    """The words on a page; characters beyond `limit` are left out."""
    return _Collector(textpage, frame).collect(limit)


class _Collector:
    def __init__(self, textpage: Any, frame: Frame) -> None:
        self._raw = textpage.raw
        self._count = textpage.count_chars()
        self._after_blanks = after_blanks(textpage.page)
        self._frame = frame
        self._styles: dict[int, Style] = {}
        self._known: dict[Style, Style] = {}
        self._bold: dict[tuple[str, int, int], bool] = {}
        self._page = PageText()
        self._letters: list[str] = []
        self._boxes: list[Rect] = []
        self._style: Style | None = None
        self._run = 0
        self._space = False
        self._widest = _GAP

    def collect(self, limit: int) -> PageText:
        rectangle = pdfium.FS_RECTF()
        pointer = ctypes.byref(rectangle)
        raw, address = self._raw, ctypes.addressof
        high = 0xD83D
        place = self._frame.placer()
        get_code, get_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
        codes = [get_code(raw, i) for i in range(min(self._count, limit))]
        widest = self._widest_gaps(codes)
        get_object, get_generated = pdfium.FPDFText_GetTextObject, pdfium.FPDFText_IsGenerated
        for i, code in enumerate(codes):
            if code in _LINE_END_HYPHENS:
                self._hyphen()
                continue
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:  # the library gives letters beyond U+FFFF in two halves
                code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
            letter = chr(code) if code else "\ufffd"
            if letter.isspace():
                self._widest = next(widest) if code == _NEWLINE else self._widest
                # Spaces that the library put in follow from gaps, which are judged here instead.
                self._space = self._space or get_generated(raw, i) != 1
                continue
            get_box(raw, i, pointer)
            text_object = get_object(raw, i)
            key = address(text_object.contents) if text_object else 0
            style = self._styles.get(key) or self._style_of(i, text_object, key)
            letter = as_drawn(letter, raw, i, rectangle.bottom, rectangle.top)
            box = place(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
            self._letter(letter, box, style, key)
        self._finish()
        return self._page

    def _letter(self, letter: str, box: Rect, style: Style, run: int) -> None:
        if letter in _LEFT_OUT:
            return
        self._page.characters += 1
        if letter == "\ufffd":
            self._page.broken += 1
        if self._letters and not self._continues(letter, box, style, run):
            self._finish()
        if not self._letters:
            self._style = style
        self._letters.append(letter)
        self._boxes.append(box)
        self._run, self._space = run, False

    def _continues(self, letter: str, box: Rect, style: Style, run: int) -> bool:
        before = self._style
        if before is None or not (style is before or _alike(style, before)):
            return False
        last = self._boxes[-1]
        gap, drift = _advance(last, box, style.turn)
        space = self._space or (run != self._run and run in self._after_blanks)
        if space and gap > _NO_SPACE * style.size:
            return False
        if box == last:  # a ligature: several letters in one glyph
            return True
        unit = len(self._letters) == 1 and self._letters[0].islower() and letter.isupper()  # "kWh"
        if run != self._run and not unit and runs_into(self._letters[-1], letter, gap / style.size):
            return False
        figures = letter.isdigit() and self._letters[-1].isdigit() and style.size == before.size
        if run != self._run and figures and drift > _LEVEL * style.size:
            return False  # figures over two bars of a chart that are almost as long
        widest = self._widest if not self._space and letter.islower() else _GAP
        widest = widest if self._letters[-1].isalpha() else _GAP
        return -0.5 * style.size < gap < widest * style.size and drift < 0.3 * style.size

    def _widest_gaps(self, codes: list[int]) -> Iterator[float]:
        """How wide a gap may be within a word, line by line: on a page that prints its spaces a gap
        without one is no end of a word, but in a line that prints none of its own."""
        lines: list[list[bool]] = [[]]
        for i, code in enumerate(codes):
            if code == _NEWLINE:
                lines.append([])
            elif code == _SPACE:
                lines[-1].append(pdfium.FPDFText_IsGenerated(self._raw, i) != 1)
        spaced = sum(map(sum, lines)) > _SPACES * len(codes)
        gaps = [_widest(line) if spaced else _GAP for line in lines]
        self._widest = gaps[0]
        return chain(gaps[1:], repeat(_GAP))

    def _hyphen(self) -> None:
        if self._letters:
            self._letters.append(SOFT_HYPHEN)
        self._finish()

    def _finish(self) -> None:
        self._space = False
        if self._letters and self._style is not None:
            text = normal_text("".join(self._letters))
            if text:
                self._page.words.append(Word(text, around(self._boxes), self._style))
        self._letters, self._boxes = [], []

    def _style_of(self, index: int, text_object: Any, key: int) -> Style:
        style = self._read_style(index, text_object)
        style = self._known.setdefault(style, style)
        if key:
            self._styles[key] = style
        return style

    def _read_style(self, index: int, text_object: Any) -> Style:
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(self._raw, index, matrix)
        a, b, c, d = self._turned(matrix)
        name, flags = self._font(index)
        lower = name.lower()
        weight = pdfium.FPDFText_GetFontWeight(self._raw, index)
        size = pdfium.FPDFText_GetFontSize(self._raw, index) * (math.hypot(c, d) or 1.0)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object) if text_object else 0
        tag = pdfium.FPDFPageObj_GetMarkedContentID(text_object) if text_object else -1
        colour, alpha = self._colour(index)
        return Style(
            font=name.split("+")[-1],
            size=round(size, 1) or 0.1,
            bold=self._is_bold(name, weight, flags, text_object),
            italic=bool(flags & 64) or "italic" in lower or "oblique" in lower,
            colour=colour,
            turn=round(math.atan2(b, a) / (math.pi / 2)) % 4,
            hidden=mode in _INVISIBLE or size < 0.8 or alpha < _SEEN_THROUGH,
            tag=tag,
        )

    def _is_bold(self, name: str, weight: int, flags: int, text_object: Any) -> bool:
        """Once for each font of a page, for its program may be large."""
        key = (name, weight, flags)
        if key not in self._bold:
            self._bold[key] = is_bold(name, weight, flags, text_object)
        return self._bold[key]

    def _turned(self, matrix: Any) -> tuple[float, float, float, float]:
        fa, fb, fc, fd, _, _ = self._frame.matrix
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        return a * fa + b * fc, a * fb + b * fd, c * fa + d * fc, c * fb + d * fd

    def _font(self, index: int) -> tuple[str, int]:
        flags = ctypes.c_int()
        length = pdfium.FPDFText_GetFontInfo(self._raw, index, None, 0, flags)
        buffer = ctypes.create_string_buffer(max(length, 1))
        pdfium.FPDFText_GetFontInfo(self._raw, index, buffer, length, flags)
        return buffer.value.decode("utf-8", "replace"), flags.value

    def _colour(self, index: int) -> tuple[tuple[int, int, int], int]:
        channels = [ctypes.c_uint() for _ in range(4)]
        pdfium.FPDFText_GetFillColor(self._raw, index, *channels)
        red, green, blue, alpha = (channel.value for channel in channels)
        return (red, green, blue), alpha


def _widest(printed: list[bool]) -> float:
    """The widest gap within a word of a line, by which of its spaces are printed."""
    if any(printed) or not printed:
        return _SPLIT
    return _UNSURE if len(printed) == 1 else _GAP


def _alike(style: Style, before: Style) -> bool:
    """Whether letters of two styles may make one word."""
    if style.turn != before.turn or style.colour != before.colour:
        return False
    return abs(style.size - before.size) <= 0.2 * before.size


def runs_into(before: str, letter: str, gap: float) -> bool:
    """Whether two letters of different runs belong to headings that stand too close.

    `gap` is a share of the size of the letters."""
    if not (before.isalpha() and letter.isalpha()):
        return False
    drawn_in = before in _LEANING or letter in _REACHING
    most = _KERNED if drawn_in and letter.islower() else _OVERLAP
    return gap < -most or (before.islower() and letter.isupper())


def _advance(last: Rect, box: Rect, turn: int) -> tuple[float, float]:
    """How far the next character stands from the last one along its line, and across it."""
    if turn == 0:
        return box.x0 - last.x1, abs(box.bottom - last.bottom)
    if turn == 2:
        return last.x0 - box.x1, abs(box.bottom - last.bottom)
    if turn == 1:
        return box.top - last.bottom, abs(box.x0 - last.x0)
    return last.top - box.bottom, abs(box.x0 - last.x0)

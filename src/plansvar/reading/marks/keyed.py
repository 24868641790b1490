"""Keys in the running text of files that are no PDF: marks before the words they stand for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from plansvar.domain import BlockKind, Mark, MarkSource, Span, Swatch
from plansvar.reading.building import Builder, CellDraft
from plansvar.reading.marks.backgrounds import Backgrounds
from plansvar.reading.marks.looks import Form, Look, Picture, Run
from plansvar.reading.marks.pictures import PictureReader
from plansvar.reading.marks.testimony import mark_of, seen_in
from plansvar.reading.pdf.symbols import emoji_colour, is_sign

_LONGEST = 90
_MOST = 8
_WORD = re.compile(r"\S+")
_AROUND = " \t\n\u00a0\u2003,;.:|=–-"

Piece = tuple[Look | None, str]
"""What is seen at a place in a paragraph, null for text alone, and the text after it."""


@dataclass(slots=True)
class KeyFinder:
    """Collects the swatches of paragraphs that follow each other; `flush` where something else
    comes between."""

    builder: Builder
    reader: PictureReader
    _open: list[Swatch] = field(default_factory=list)
    _said: list[str] = field(default_factory=list)

    def take(self, pieces: Sequence[Piece], text: str, span: Span) -> None:
        """Look for swatches in a paragraph whose `text` has the characters of `span`."""
        at = 0
        found = False
        for look, after in _joined(pieces):
            said = " ".join(after.split()).strip(_AROUND)
            place = text.find(said, at) if said else -1
            mark = self._mark(look) if place >= 0 and _explains(said) else None
            if mark is not None:
                at = place + len(said)
                self._open.append(Swatch(mark, Span(span.start + place, span.start + at)))
                self._said.append(said)
                found = True
        if not found:
            self.flush()

    def beside(self, pieces: Sequence[Piece], text: str, span: Span) -> None:
        """Note the mark of a heading that has one, be it before or behind its words."""
        self.flush()
        marks = [m for look, _ in pieces if look is not None and (m := self._mark(look))]
        marks = marks or [m for m in (_emoji_behind(text),) if m is not None]
        if len(marks) == 1:
            self.builder.add_line_mark(Swatch(marks[0], span))

    def flush(self) -> None:
        """Close the key that is open, where it is one."""
        looks = {(s.mark.colour, s.mark.raw, s.mark.shade) for s in self._open}
        distinct = len(self._open) == len(looks) == len(set(self._said))
        if distinct and 2 <= len(looks) <= _MOST:
            self.builder.add_key(self._open)
        self._open, self._said = [], []

    def _mark(self, look: Look) -> Mark | None:
        shown = "".join(run.text for run in look.runs)
        draft = CellDraft(0, 0, shown.strip())
        seen = seen_in(draft, look, Backgrounds([], {0}), self.reader)
        mark = mark_of(seen, True)
        return mark if mark is not None and (mark.colour or mark.raw) else None


class SignFinder:
    """Finds keys and marked headings where text is plain and signs have colours of their own:
    "🟢 Uppnått 🔴 Ej uppnått"."""

    def __init__(self, builder: Builder) -> None:
        self._keys = KeyFinder(builder, PictureReader())

    def take(self, kind: BlockKind, text: str, span: Span) -> None:
        pieces = pieces_of((Run(text),), (), ())
        if kind is BlockKind.HEADING:
            self._keys.beside(pieces, text, span)
        else:
            self._keys.take(pieces, text, span)

    def flush(self) -> None:
        self._keys.flush()


def no_pieces() -> list[Piece]:
    """What is left of a paragraph whose looks are damaged."""
    return []


def pieces_of(
    runs: Sequence[Run], forms: Sequence[Form], pictures: Sequence[Picture]
) -> list[Piece]:
    """What is seen in one run of a paragraph: a drawn mark and its text, or signs and text."""
    if forms or pictures:
        drawn = Look(None, (), tuple(forms), tuple(pictures))
        return [(drawn, "".join(run.text for run in runs))]
    return [piece for run in runs for piece in _signs_of(run)]


def _signs_of(run: Run) -> list[Piece]:
    """The signs of a run that begins with one, each with its text: "● nås ○ nås inte"."""
    shown = run.text.lstrip()
    signs = "".join(itertools.takewhile(_is_of_sign, shown))
    if not signs:
        return [(None, run.text)]
    later = [m for m in _WORD.finditer(shown, len(signs)) if all(map(_is_of_sign, m[0]))]
    starts = [(0, len(signs)), *(m.span() for m in later)]
    ends = [*(start for start, _ in starts[1:]), len(shown)]
    return [
        (Look(None, (replace(run, text=shown[start:after]),)), shown[after:end])
        for (start, after), end in zip(starts, ends, strict=True)
    ]


def _is_of_sign(letter: str) -> bool:
    return is_sign(letter) or letter == "\ufe0f"


def _joined(pieces: Sequence[Piece]) -> list[tuple[Look, str]]:
    """Each mark with all the text up to the next."""
    found: list[tuple[Look, str]] = []
    for look, text in pieces:
        if look is not None:
            found.append((look, text))
        elif found:
            found[-1] = (found[-1][0], found[-1][1] + text)
    return found


def _emoji_behind(text: str) -> Mark | None:
    """The mark that a sign with a colour of its own is, where a text ends with it."""
    sign = text.rsplit(maxsplit=1)[-1:]
    colour = emoji_colour(sign[0]) if sign and all(map(_is_of_sign, sign[0])) else None
    return Mark(MarkSource.SYMBOL, colour, None, sign[0]) if colour is not None else None


def _explains(said: str) -> bool:
    return len(said) <= _LONGEST and any(letter.isalpha() for letter in said)

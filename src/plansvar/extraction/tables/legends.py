"""What colours and symbols mean, as a legend or a paragraph near the table says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from plansvar.domain import BlockKind, Cell, Colour, Document, Mark, Span, Swatch, Table
from plansvar.extraction.legend_text import colour_words, legend_runs, span_of
from plansvar.language.folding import fold
from plansvar.language.numbers import find_numbers
from plansvar.language.vocabulary import vocabulary

LONGEST_KEY = 8
_SAME_SHADE = 16
_PRESENTATION = " \ufe0e\ufe0f"  # says how a sign is shown, not which it is


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a colour or a symbol stands for, and where the document says so."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Legend:
    """Meanings by colour ("grön") or symbol ("●"), and by swatches that show the very shade.

    `blank` is what a swatch without colour stands for, and so a cell that shows nothing."""

    meanings: dict[str, Meaning] = field(default_factory=dict)
    swatches: tuple[tuple[Mark, Meaning], ...] = ()
    blank: Meaning | None = None

    def of(self, mark: Mark | None) -> Meaning | None:
        if mark is None:
            return None
        shown = _by_swatch(mark, self.swatches)
        if shown is not None:
            return shown
        keys = (mark.colour.value if mark.colour else None, fold(mark.raw) if mark.raw else None)
        return next((self.meanings[key] for key in keys if key in self.meanings), None)

    def of_sign(self, printed: str) -> Meaning | None:
        """What a sign that a cell prints without any colour stands for: "✔"."""
        bare = printed.strip(_PRESENTATION)
        if not bare or any(letter.isalnum() for letter in bare):
            return None
        raws = ((mark.raw or "").strip(_PRESENTATION) for mark, _ in self.swatches)
        pairs = zip(raws, self.swatches, strict=True)
        fits = [meaning for raw, (_, meaning) in pairs if raw == bare]
        return fits[0] if len(fits) == 1 else None

    def of_word(self, word: str) -> Meaning | None:
        return self.meanings.get(fold(word))

    @property
    def texts(self) -> tuple[str, ...]:
        """All that the legend says, entry by entry."""
        said = [meaning for _, meaning in self.swatches]
        blank = [self.blank] if self.blank and self.blank not in said else []
        return tuple(meaning.text for meaning in (*self.meanings.values(), *said, *blank))


def read_legend(document: Document, table: Table) -> Legend:
    """The legend of a table: its own, else the nearest text or key that explains colours."""
    own = [span for span in (table.legend, table.caption) if span is not None]
    found = next((m for span in own if (m := _meanings(document.text, span))), None)
    if found:
        return Legend(found)
    drawn = [_of_swatches(document, key) for key in document.keys]
    if drawn:
        return min(drawn, key=lambda legend: _remoteness(_place(legend), table.span))
    spans = tuple(b.span for b in document.blocks if b.kind is not BlockKind.TABLE)
    explained = _explained(document.text, spans) or _listed(document)
    if explained:
        return Legend(min(explained, key=lambda pair: _distance(pair[0], table.span))[1])
    keys = [key_of(other) for other in _nearest(document, table) if is_key(other)]
    return next((key for key in keys if key.swatches), Legend())


def is_key(table: Table) -> bool:
    """Whether a table is itself a legend: a few marks, each beside its words, and no figures."""
    pairs = list(_key_pairs(table))
    filled = [cell for cell in table.cells if cell.text.strip() or cell.marks]
    words = [cell for cell in filled if any(letter.isalpha() for letter in cell.text)]
    figures = any(_is_figure(cell.text) for cell in words)
    return 2 <= len(pairs) <= LONGEST_KEY and len(filled) <= 2 * len(pairs) + 1 and not figures


def key_of(table: Table) -> Legend:
    """The legend that a key in a table of its own makes."""
    pairs = [
        (mark, Meaning(" ".join(cell.text.split()), cell.span)) for mark, cell in _key_pairs(table)
    ]
    return Legend(swatches=tuple(pairs), blank=_blank_in(table))


def colour_named(text: str) -> str | None:
    """The colour that a whole cell names: "Gult" → "gul"."""
    return colour_words().get(fold(text).strip(" .:"))


def _of_swatches(document: Document, key: Sequence[Swatch]) -> Legend:
    found = tuple((s.mark, Meaning(document.quote(s.said), s.said)) for s in key)
    white = [meaning for mark, meaning in found if mark.colour is Colour.WHITE]
    return Legend(swatches=found, blank=white[0] if len(white) == 1 else None)


def _place(legend: Legend) -> Span:
    spans = [meaning.span for _, meaning in legend.swatches]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _remoteness(key: Span, table: Span) -> tuple[bool, int]:
    """Keys before a table come first: the one after it may be that of the next."""
    return key.start >= table.end, _distance(key, table)


def _by_swatch(mark: Mark, swatches: Sequence[tuple[Mark, Meaning]]) -> Meaning | None:
    """What the swatch says that a mark is like: in its very shade, else the only one of its colour
    or of its symbol; null where two are as near."""
    if mark.shade is not None:
        ranked = sorted(
            (_apart(mark.shade, other.shade), place)
            for place, (other, _) in enumerate(swatches)
            if other.shade is not None
        )
        clear = len(ranked) < 2 or ranked[1][0] > ranked[0][0] + _SAME_SHADE
        if ranked and ranked[0][0] <= _SAME_SHADE and clear:
            return swatches[ranked[0][1]][1]
    if mark.colour is not None:
        fits = [meaning for other, meaning in swatches if other.colour is mark.colour]
    else:
        fits = [meaning for other, meaning in swatches if mark.raw and other.raw == mark.raw]
    return fits[0] if len(fits) == 1 else None


def _apart(one: Sequence[int], other: Sequence[int]) -> int:
    return max(abs(a - b) for a, b in zip(one, other, strict=True))


def _key_pairs(table: Table) -> Iterator[tuple[Mark, Cell]]:
    for position, cell in enumerate(table.cells):
        if not cell.marks:
            continue
        if any(letter.isalpha() for letter in cell.text):
            yield cell.marks[0], cell
        elif position + 1 < len(table.cells):
            after = table.cells[position + 1]
            if after.row == cell.row and after.text.strip() and not after.marks:
                yield cell.marks[0], after


def _blank_in(table: Table) -> Meaning | None:
    """What a key says of a cell without any colour: the one empty cell before words of its own."""
    marked = {id(cell) for _, cell in _key_pairs(table)}
    free = [
        cell
        for before, cell in pairwise(table.cells)
        if before.row == cell.row
        and not (before.text.strip() or before.marks or cell.marks)
        and cell.text.strip()
        and id(cell) not in marked
    ]
    return Meaning(" ".join(free[0].text.split()), free[0].span) if len(free) == 1 else None


def _is_figure(text: str) -> bool:
    numbers = find_numbers(text, spelled=False)
    return bool(numbers) and len(text.strip()) < 12


@lru_cache(maxsize=2)
def _explained(text: str, spans: tuple[Span, ...]) -> tuple[tuple[Span, dict[str, Meaning]], ...]:
    """The blocks of a document that explain colours; found once for all its tables."""
    return tuple((span, found) for span in spans if (found := _meanings(text, span)))


def _listed(document: Document) -> tuple[tuple[Span, dict[str, Meaning]], ...]:
    """Legends with one colour a line."""
    return tuple(
        (span_of(run), {entry.colour: Meaning(entry.said, entry.span) for entry in run})
        for run in legend_runs(document)
    )


def _distance(legend: Span, table: Span) -> int:
    # a legend stands above its tables more often than below
    before = table.start - legend.end
    return before if before >= 0 else 2 * (legend.start - table.end)


def _nearest(document: Document, table: Table) -> list[Table]:
    others = [other for other in document.tables if other is not table]
    return sorted(others, key=lambda other: abs(other.span.start - table.span.start))


def _meanings(text: str, span: Span) -> dict[str, Meaning]:
    """At least two colours with what they stand for: "Grön = målet nås. Gul = delvis"."""
    text = text[span.start : span.end]
    words = list(_entry().finditer(text))
    found: dict[str, Meaning] = {}
    for position, match in enumerate(words):
        end = words[position + 1].start() if position + 1 < len(words) else len(text)
        said = re.split(r"[\n;]|\.\s", text[match.end() : end])[0].strip(" ,.;•●■\t")
        if said:
            meaning = Meaning(" ".join(said.split()), span)
            found.setdefault(colour_words()[fold(match["colour"])], meaning)
    return found if len(found) >= 2 else {}


@cache
def _entry() -> re.Pattern[str]:
    # Worked example: "Grön = ", "Röd färg betyder att ", "Gul – "
    words = "|".join(sorted(colour_words(), key=len, reverse=True))
    joints = vocabulary("tables")["legend"]["joints"]
    return re.compile(rf"(?<!\w)(?P<colour>{words})(?!\w){joints}", re.IGNORECASE)

"""Labels of rows: groups of people, and names that a row has besides its first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import Cell, Label, Span
from plansvar.extraction.headings import breakdown_named
from plansvar.extraction.tables.cells import without_number
from plansvar.extraction.tables.column import Column
from plansvar.extraction.tables.grid import Grid
from plansvar.extraction.tables.kinds import kind_of_heading
from plansvar.extraction.tables.values import split_note_mark
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_SHORTEST = 3
_LONG_SENTENCE = 100


def breakdown_of(text: str) -> str | None:
    """The breakdown that a label names: K, Kvinnor, an age group; else null."""
    of_which = "|".join(vocabulary("tables")["cells"]["of_which"])
    folded = re.sub(rf"^(?:{of_which})\s+", "", fold(text))
    named = breakdown_named(folded)
    if named is not None:
        return named
    return folded if is_age(folded) else None


def is_age(text: str) -> bool:
    """Whether a label is a group of ages: "80 år och äldre"."""
    return re.fullmatch(vocabulary("tables")["breakdown"]["ages"], fold(text)) is not None


def is_of_which(text: str) -> bool:
    """Whether a label names a part of the row above: "Därav längre än 60 dagar"."""
    first, _, rest = fold(text).partition(" ")
    return first in vocabulary("tables")["cells"]["of_which"] and bool(rest)


def after_bullet(text: str) -> str | None:
    """The words after a bullet; null where there is none."""
    bullets = "".join(vocabulary("tables")["cells"]["bullets"])
    found = re.match(rf"[{re.escape(bullets)}]\s+(\S.*)", text)
    return found[1] if found else None


def trimmed(cell: Cell, listed: bool = False) -> Span:
    """The characters of a label without footnote mark and white space around, and without the
    number that it has in a list."""
    text = cell.text
    body, _ = split_note_mark(text)
    start = cell.span.start + len(text) - len(text.lstrip())
    end = min(cell.span.end, start + len(body))
    number = len(body) - len(without_number(body)) if listed else 0
    return Span(start + number, end)


def heads_periods(text: str) -> bool:
    """Whether a heading stands over years or other periods: "År"."""
    return fold(text) in vocabulary("tables")["periods_column"]["words"]


def heads_comment(text: str) -> bool:
    """Whether a row's only text is a heading of comments: "Analys:"."""
    return fold(text).rstrip(" :.") in vocabulary("measures")["roles"]["comment"]


def is_comment(text: str) -> bool:
    """Whether a row's only text comments on the row above."""
    words = vocabulary("measures")["roles"]["comment"]
    opens = any(re.match(rf"{re.escape(word)}\s*[:.]?(?:\s|$)", fold(text)) for word in words)
    return opens or (len(text) >= _LONG_SENTENCE and text.endswith("."))


def without_comment_label(cell: Cell) -> Cell:
    """A comment without the word that only says that it is one: "Kommentar Avhoppen …"."""
    words = "|".join(map(re.escape, vocabulary("measures")["roles"]["comment"]))
    led = re.match(rf"\s*(?:{words})\s*[:.]?\s+(?=\S)", cell.text, re.IGNORECASE)
    if led is None or not cell.text[led.end()].isupper() or not cell.text[0].isupper():
        return cell
    start = cell.span.start + led.end()
    return replace(cell, text=cell.text[led.end() :], span=Span(start, cell.span.end))


def further_labels(name: str, cells: Sequence[tuple[Cell, str | None]]) -> tuple[Label, ...]:
    """What else a row is called, each with its kind; codes ("A1") and repeated names left out."""
    found: dict[str, Label] = {}
    for cell, kind in cells:
        shown = " ".join(cell.text.split())
        letters = sum(letter.isalpha() for letter in shown)
        if letters >= _SHORTEST and fold(shown) != fold(name):
            found.setdefault(fold(shown), Label(shown, cell.span, kind))
    return tuple(found.values())


def kind_of_column(grid: Grid, column: Column) -> str | None:
    """The kind that a column of labels names, where no two rows share one of them."""
    rows = [row for row in grid.body if len(grid.filled(row)) > 1]
    cells = [grid.at(row, column.index) for row in rows]
    said = {fold(cell.text) for cell in cells if cell is not None and cell.text.strip()}
    return kind_of_heading(column.text) if len(said) == len(rows) else None


def total() -> str:
    """The breakdown of what is given for the whole."""
    return str(vocabulary("tables")["breakdown"]["total"])

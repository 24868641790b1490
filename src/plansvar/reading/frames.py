"""Tables within tables, and what stands in a table without being a row of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plansvar.reading.grids import RawCell
from plansvar.reading.html_styles import StyleSheet
from plansvar.reading.marks.looks import BLANK

_MOST_OF_IT = 0.5
_SMALLEST = 2
_FEWEST_LETTERS, _LONGEST_TITLE, _LONGEST_LABEL = 4, 160, 40
_ORDER = {"thead": 0, "tfoot": 2}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Held:
    """A row of a table that holds another: how many rows and columns that one has, and how many
    cells beside it say something."""

    rows: int
    columns: int
    beside: int


def frames(inner: int, whole: int, columns: int, held: Sequence[Held] = ()) -> bool:
    """Whether a table only holds others together: they hold most of its letters, it has one column,
    or each of them is a grid that stands in a row of its own, with no more than a label."""
    if inner > 0 and (columns == 1 or inner > _MOST_OF_IT * whole):
        return True
    grids = [each for each in held if min(each.rows, each.columns) >= _SMALLEST]
    return bool(grids) and all(each.beside <= 1 for each in held)


def may_title(text: str) -> bool:
    """Whether what stands alone in the first row of a frame may be the name of what it frames."""
    words = sum(letter.isalpha() for letter in text) >= _FEWEST_LETTERS
    return words and len(text) <= _LONGEST_TITLE and text[-1:] not in tuple(".,;:!?")


def is_pair(texts: Sequence[str]) -> bool:
    """Whether the cells of a row are a label and what stands under it: "Ansvarig | Rektor"."""
    filled = [text for text in texts if text]
    return len(filled) == _SMALLEST and len(filled[0]) <= _LONGEST_LABEL and ":" not in filled[0]


def is_frame(table: Any) -> bool:
    """Whether a table of a web page only lays out the page."""
    nested = [each for each in table.iter("table") if each is not table]
    if not nested:
        return False
    outer = [each for each in nested if _table_of(each) is table]
    columns = max((_cells(row) for row in own_rows(table)), default=0)
    return frames(sum(map(_letters, outer)), _letters(table), columns, list(map(_held, outer)))


def _held(table: Any) -> Held:
    cell = next(table.iterancestors("td", "th"))
    beside = [c for c in cell.getparent() if c is not cell and c.tag in ("td", "th")]
    rows = own_rows(table)
    columns = max(map(_cells, rows), default=0)
    return Held(len(rows), columns, sum(bool(_letters(each)) for each in beside))


def name_frames(root: Any, sheet: StyleSheet) -> None:
    """Make headings of what names the frames of a web page: the one short text of their first row,
    where it stands out in bold or by its ground."""
    level = 0
    for element in list(root.iter("table", *_HEADINGS)):
        if element.tag in _HEADINGS:
            level = int(element.tag[1])
            continue
        rows = own_rows(element) if is_frame(element) else []
        filled = [cell for cell in (rows[0] if rows else ()) if _letters(cell)]
        text = " ".join("".join(filled[0].itertext()).split()) if len(filled) == 1 else ""
        if text and may_title(text) and _stands_out(filled[0], sheet):
            filled[0].tag = _HEADINGS[min(level, len(_HEADINGS) - 1)]


def _stands_out(cell: Any, sheet: StyleSheet) -> bool:
    if any(True for _ in cell.iter("table", *_HEADINGS)):
        return False
    bold = max(map(_letters, cell.iter("b", "strong")), default=0) == _letters(cell)
    return cell.tag == "th" or bold or "background" in sheet.style_of(cell)


def own_rows(table: Any) -> list[Any]:
    """The rows of a table of a web page as they are shown, without those of tables within it."""
    rows = [row for row in table.iter("tr") if _table_of(row) is table]
    return sorted(rows, key=lambda row: _ORDER.get(row.getparent().tag, 1))


def is_blank(cells: Sequence[RawCell]) -> bool:
    """Whether a row neither says nor shows anything nor is part of a taller cell."""
    return all(
        not cell.text and cell.row_span == 1 and cell.look in (None, BLANK) for cell in cells
    )


def _table_of(element: Any) -> Any:
    return next(element.iterancestors("table"), None)


def _cells(row: Any) -> int:
    return sum(cell.tag in ("td", "th") for cell in row)


def _letters(element: Any) -> int:
    return sum(len("".join(text.split())) for text in element.itertext())

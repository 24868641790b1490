"""Word tables as grids: merged cells, repeated header rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from plansvar.reading.building import CellDraft
from plansvar.reading.cell_lines import joined_lines, lines_apart
from plansvar.reading.docx_text import W, paragraph_text, paragraphs_in
from plansvar.reading.frames import Held, frames, may_title
from plansvar.reading.grids import guessed_header_rows, titles_apart
from plansvar.reading.marks.docx_looks import DocxLooks
from plansvar.reading.marks.judging import with_marks
from plansvar.reading.marks.looks import Look

_WIDEST = 200


def table_drafts(table: Any, looks: DocxLooks) -> tuple[list[CellDraft], int, list[str]]:
    """The cells of a table with their marks, how many rows at its top name columns, and the texts
    of those above that name the table."""
    drafts: list[CellDraft] = []
    seen: list[Look] = []
    reaching: dict[int, int] = {}
    rows = [row for row in _rows(table) if not _is_hidden(row)]
    for number, row in enumerate(rows):
        column = _gap_before(row)
        for cell in _children(row, "tc"):
            wide = min(_int(cell, "gridSpan", 1), _WIDEST)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None and merge.get(f"{W}val") != "restart" and column in reaching:
                place = reaching[column]
                drafts[place] = replace(drafts[place], row_span=number - drafts[place].row + 1)
            else:
                reaching[column] = len(drafts)
                drafts.append(CellDraft(number, column, _text(cell), column_span=wide))
                seen.append(looks.look(cell))
            column += wide
    titles, drafts, kept = titles_apart(*lines_apart(drafts, seen))
    header_rows = _header_rows(rows[len(titles) :], drafts, kept)
    return with_marks(drafts, kept, header_rows, looks.reader), header_rows, titles


def is_frame(table: Any) -> bool:
    """Whether a table only lays out the tables within it."""
    inner = [each for each in table.iter(f"{W}tbl") if each is not table]
    outer = [each for each in inner if next(each.iterancestors(f"{W}tbl")) is table]
    columns = max((len(_children(row, "tc")) for row in _rows(table)), default=0)
    return frames(sum(map(_letters, outer)), _letters(table), columns, list(map(_held, outer)))


def _held(table: Any) -> Held:
    cell = next(table.iterancestors(f"{W}tc"))
    row = next(cell.iterancestors(f"{W}tr"))
    beside = [each for each in _children(row, "tc") if each is not cell]
    rows = _rows(table)
    columns = max((len(_children(each, "tc")) for each in rows), default=0)
    return Held(len(rows), columns, sum(bool(_letters(each)) for each in beside))


def rows_of(table: Any) -> list[list[Any]]:
    """The cells of each row of a table that is shown."""
    return [_children(row, "tc") for row in _rows(table) if not _is_hidden(row)]


def text_of(cell: Any) -> str:
    """The text of a cell on one line."""
    return " ".join(_text(cell).split())


def title_of(cells: Sequence[Any]) -> Any | None:
    """The paragraph that is all a row of a frame says, where it may name what that frames."""
    filled = [cell for cell in cells if _letters(cell)]
    texts = [p for cell in filled for p in cell.iter(f"{W}p") if _letters(p)]
    plain = len(filled) == 1 and filled[0].find(f"{W}tbl") is None
    return texts[0] if plain and len(texts) == 1 and may_title(text_of(filled[0])) else None


def hidden_in(table: Any) -> dict[str, str]:
    """The text that a table hides, whole rows included, and what is struck through in it."""
    hidden, struck = [], []
    for row in _rows(table):
        texts = [paragraph_text(paragraph) for paragraph in paragraphs_in(row)]
        hidden += [text.hidden for text in texts]
        hidden += [text.shown for text in texts] if _is_hidden(row) else []
        struck += [text.struck for text in texts]
    found = (("hidden_docx", hidden), ("struck", struck))
    return {key: text for key, texts in found if (text := " ".join(" ".join(texts).split()))}


def notes_in(table: Any) -> list[str]:
    """The notes that the cells of a table refer to."""
    return [n for row in _rows(table) for p in paragraphs_in(row) for n in paragraph_text(p).notes]


def _rows(table: Any) -> list[Any]:
    """The rows of a table without those whose deletion is tracked."""
    return [row for row in _children(table, "tr") if row.find(f"{W}trPr/{W}del") is None]


def _is_hidden(row: Any) -> bool:
    """Whether a row is hidden, or all the text in it."""
    if row.find(f"{W}trPr/{W}hidden") is not None:
        return True
    texts = [paragraph_text(paragraph) for paragraph in paragraphs_in(row)]
    return any(text.hidden for text in texts) and not any(text.shown.strip() for text in texts)


def _letters(element: Any) -> int:
    return sum(len(text.text or "") for text in element.iter(f"{W}t"))


def _header_rows(rows: list[Any], drafts: list[CellDraft], looks: list[Look | None]) -> int:
    count = 0
    for row in rows:
        repeated = row.find(f"{W}trPr/{W}tblHeader")
        if repeated is None or repeated.get(f"{W}val") in ("0", "false", "off"):
            break
        count += 1
    guessed = guessed_header_rows(drafts, looks)
    return max(count, guessed) if count < len(rows) else guessed


def _children(holder: Any, name: str) -> list[Any]:
    """Rows of a table, cells of a row; also within content controls."""
    found: list[Any] = []
    for child in holder:
        if child.tag == f"{W}{name}":
            found.append(child)
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            found += _children(child, name)
    return found


def _text(cell: Any) -> str:
    shown = [paragraph_text(paragraph).shown for paragraph in paragraphs_in(cell)]
    return joined_lines([line for text in shown for line in text.split("\n")])


def _gap_before(row: Any) -> int:
    found = row.find(f"{W}trPr/{W}gridBefore")
    return min(int(found.get(f"{W}val") or 0), _WIDEST) if found is not None else 0


def _int(cell: Any, name: str, default: int) -> int:
    found = cell.find(f"{W}tcPr/{W}{name}")
    value = found.get(f"{W}val") if found is not None else None
    return max(1, int(value)) if value and value.isdigit() else default

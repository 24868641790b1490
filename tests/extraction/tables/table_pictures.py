"""Documents made from a picture of a table, and rows shown as short lines.

In a picture cells are divided by "|". `<` goes on with the cell to the left, `^` with the cell
above. `{röd}` is a coloured cell, `{upp}` an arrow, `{grön upp}` both, `{symbol:glad}` a symbol
without colour, `{teckenfärg:röd}` coloured digits, `{?text}` marks that disagree, `{80%}` a bar.
"""

from __future__ import annotations

import re
from dataclasses import replace

from plansvar.domain import (
    Amount,
    Block,
    BlockKind,
    Colour,
    Document,
    Indicator,
    Mark,
    MarkSource,
    Trend,
)
from plansvar.reading.building import Builder, CellDraft, PageDraft, Piece


def drawn(
    picture: str,
    header: int = 1,
    above: str | None = None,
    caption: str | None = None,
    legend: str | None = None,
    after: tuple[str, ...] = (),
    heading: str | None = None,
    year: int | None = None,
) -> Document:
    """A document of one page with one table."""
    builder = Builder([PageDraft(1, number=7)])
    if heading:
        builder.add(BlockKind.HEADING, [Piece(heading)])
    if above:
        builder.add(BlockKind.PARAGRAPH, [Piece(above)])
    caption_span = builder.add(BlockKind.CAPTION, [Piece(caption)]) if caption else None
    builder.add_table(drafts(picture), header, caption_span)
    if legend:
        builder.explain_last_table(builder.add(BlockKind.PARAGRAPH, [Piece(legend)]))
    for line in after:
        builder.add(BlockKind.NOTE, [Piece(line)])
    return finished(builder, year)


def finished(builder: Builder, year: int | None = None) -> Document:
    layout = builder.finish()
    return Document(
        path="prov.pdf",
        digest="0",
        format="pdf",
        title="Prov",
        text=layout.text,
        pages=layout.pages,
        parts=layout.parts,
        sections=layout.sections,
        blocks=layout.blocks,
        tables=layout.tables,
        year=year,
    )


def drafts(picture: str) -> list[CellDraft]:
    lines = [line for line in picture.strip("\n").split("\n") if line.strip()]
    grid: dict[tuple[int, int], CellDraft] = {}
    for row, line in enumerate(lines):
        for column, text in enumerate(part.strip() for part in line.split("|")):
            if text == "<":
                start = _start(grid, row, column - 1)
                grid[start] = replace(grid[start], column_span=column - start[1] + 1)
            elif text == "^":
                start = _start(grid, row - 1, column)
                grid[start] = replace(grid[start], row_span=row - start[0] + 1)
            else:
                grid[(row, column)] = _cell(row, column, text)
    return list(grid.values())


def shown(indicator: Indicator) -> str:
    """An indicator in one line: "Namn: utfall 2018=4,9 %; mål 2018=4 [röd]"."""
    values = []
    for seen in indicator.observations:
        who = "" if seen.breakdown == "totalt" else f" {seen.breakdown}"
        unit = f" ({seen.unit})" if seen.unit else ""
        empty = "!" if seen.value is None else ""
        period = f" {seen.period}" if seen.period else ""
        values.append(f"{seen.measure}{period}{who}={seen.raw}{empty}{unit}")
    marks = [
        ("" if a.breakdown == "totalt" else f"{a.breakdown}:") + str(a.value)
        for a in indicator.assessments
    ]
    marked = f" [{', '.join(marks)}]" if marks else ""
    trend = f" {indicator.trend.value}" if indicator.trend else ""
    return f"{indicator.name}: {'; '.join(values)}{marked}{trend}"


def shown_amount(amount: Amount) -> str:
    words = [amount.measure, amount.period]
    said = " ".join(word for word in words if word)
    plus = " SUMMA" if amount.is_sum else ""
    return f"{amount.what}: {said}={amount.value:g} {amount.unit}{plus}"


def block_kinds(document: Document) -> list[Block]:
    return list(document.blocks)


def _start(grid: dict[tuple[int, int], CellDraft], row: int, column: int) -> tuple[int, int]:
    for (top, left), cell in grid.items():
        if top <= row < top + cell.row_span and left <= column < left + cell.column_span:
            return top, left
    raise ValueError(f"nothing to go on from at {row}, {column}")


def _cell(row: int, column: int, text: str) -> CellDraft:
    marks = tuple(_mark(found) for found in re.findall(r"\{([^}]*)\}", text))
    return CellDraft(row, column, re.sub(r"\{[^}]*\}", "", text).strip(), marks=marks)


def _mark(said: str) -> Mark:
    if said.startswith("?"):
        return Mark(MarkSource.CELL, disagreement=said[1:])
    source, _, rest = said.rpartition(":")
    kind = MarkSource(source) if source else MarkSource.CELL
    if source == "symbol":
        return Mark(kind, raw=rest)
    share = re.fullmatch(r"(\d+)%", rest)
    if share:
        return Mark(MarkSource.PICTURE, share=int(share[1]) / 100)
    colours = [Colour(word) for word in rest.split() if word in set(Colour)]
    trends = [Trend(word) for word in rest.split() if word in set(Trend)]
    raw = f"pil {trends[0].value}" if trends else None
    return Mark(kind, colours[0] if colours else None, trends[0] if trends else None, raw)

"""Goals that a mark judges outside tables: a coloured dot beside the heading that names the goal,
or beside a line under it that only says that this is the verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.domain import (
    Block,
    BlockKind,
    Cell,
    Colour,
    Document,
    Gap,
    Indicator,
    Span,
    Swatch,
    Table,
)
from plansvar.extraction.goal_verdicts import (
    Title,
    goal_row,
    heading_title,
    judges,
    owner_of,
    plain_name,
)
from plansvar.extraction.places import Names
from plansvar.extraction.tables.assessing import Verdict, read_verdict
from plansvar.extraction.tables.labels import total
from plansvar.extraction.tables.legend_finding import read_legend
from plansvar.extraction.tables.legends import Legend

_LIGHTS = frozenset({Colour.GREEN, Colour.YELLOW, Colour.ORANGE, Colour.RED})
_FEWEST = 2


def marked_goals(
    document: Document, rows: Sequence[Indicator], names: Names
) -> tuple[tuple[Indicator, ...], tuple[Gap, ...]]:
    """The goals that marks judge, but for those that a row judges already, and what was
    contradictory in the marks."""
    known = {plain_name(row.name) for row in rows if row.assessments}
    found: list[Indicator] = []
    gaps: list[Gap] = []
    judged = _judged(document)
    if not _tells(document, [shown for _, shown in judged]):
        return (), ()
    for title, shown in judged:
        if sum(other == title for other, _ in judged) > 1:
            continue
        name = document.quote(title.name)
        verdict = _verdict(document, title, shown, _legend(document, shown))
        gaps += verdict.gaps
        if verdict.assessment is not None and plain_name(name) not in known:
            row = goal_row(document, title, verdict.assessment, names.next())
            found.append(replace(row, trend=verdict.trend, trend_raw=verdict.trend_raw))
    return tuple(found), tuple(gaps)


def _judged(document: Document) -> list[tuple[Title, Swatch]]:
    """Each goal with the mark that judges it."""
    blocks = {block.span: block for block in document.blocks}
    return [
        (title, shown)
        for shown in document.line_marks
        if (block := blocks.get(shown.said)) and (title := _title(document, block))
    ]


def _title(document: Document, block: Block) -> Title | None:
    """The goal that a marked line names, or the one under whose heading it says the verdict."""
    if block.kind is BlockKind.HEADING:
        return heading_title(document, block.span)
    return owner_of(document, block.span.start) if judges(document, block.span) else None


def _tells(document: Document, marks: Sequence[Swatch]) -> bool:
    """Whether marks assess and do not only adorn: a key explains them all, or they have several of
    the colours of a traffic light and hardly any other."""
    if not marks:
        return False
    legend = _legend(document, marks[0])
    if legend.texts and all(legend.of(shown.mark) for shown in marks):
        return True
    colours = [shown.mark.colour for shown in marks if shown.mark.colour is not None]
    lights = {colour for colour in colours if colour in _LIGHTS}
    others = {colour for colour in colours if colour not in _LIGHTS}
    return len(lights) >= _FEWEST and others <= {Colour.GREY, Colour.WHITE}


def _legend(document: Document, shown: Swatch) -> Legend:
    return read_legend(document, Table((), 0, shown.said))


def _verdict(document: Document, title: Title, shown: Swatch, legend: Legend) -> Verdict:
    page = document.page_at(shown.said.start)
    empty = Span(shown.said.start, shown.said.start)
    cell = Cell(0, 0, "", empty, page.index if page else 1, marks=(shown.mark,))
    return read_verdict(cell, legend, total(), document.quote(title.name))

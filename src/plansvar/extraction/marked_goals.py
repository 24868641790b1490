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
    Judged,
    Title,
    beside_verdict,
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
    document: Document, rows: Sequence[Indicator], judged: Sequence[Indicator], names: Names
) -> tuple[tuple[Indicator, ...], tuple[Gap, ...]]:
    """The goals that marks judge, and what was contradictory in the marks. A goal that a row of
    `rows` judges is left to it, and so is one of those `judged` in words, but where the words stand
    in the very line of the mark: there it is told with both."""
    known = {plain_name(row.name) for row in rows if row.assessments}
    worded = {plain_name(row.name) for row in judged}
    found: list[Indicator] = []
    gaps: list[Gap] = []
    marked = _judged(document)
    if not _tells(document, [shown for _, shown in marked]):
        return (), ()
    for title, shown in marked:
        if sum(other == title for other, _ in marked) > 1:
            continue
        name = plain_name(document.quote(title.name))
        verdict = _verdict(document, title, shown, _legend(document, shown))
        gaps += verdict.gaps
        taken = name in known or (name in worded and _worded(document, shown) is None)
        if verdict.assessment is not None and not taken:
            row = goal_row(document, title, verdict.assessment, names.next())
            found.append(replace(row, trend=verdict.trend, trend_raw=verdict.trend_raw))
    return tuple(found), tuple(gaps)


def with_marks_of_headings(
    rows: Sequence[Indicator], marked: Sequence[Indicator]
) -> tuple[Indicator, ...]:
    """All rows; one without a verdict that is named by a marked heading, as a card with its figures
    below is, has the mark of that heading and is no second row."""
    by_name = {row.name_span: row for row in marked}
    open_to = [row for row in rows if row.name_span in by_name and not row.assessments]
    joined = {row.id: _judged_as(row, by_name[row.name_span]) for row in open_to}
    taken = {row.name_span for row in open_to}
    return (
        *(joined.get(row.id, row) for row in rows),
        *(row for row in marked if row.name_span not in taken),
    )


def _judged_as(row: Indicator, mark: Indicator) -> Indicator:
    trend = row.trend or mark.trend
    return replace(
        row,
        kind=mark.kind,
        assessments=mark.assessments,
        trend=trend,
        trend_raw=row.trend_raw or mark.trend_raw,
    )


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
        worded = _worded_title(document, block.span)
        return worded.title if worded else heading_title(document, block.span)
    return owner_of(document, block.span.start) if judges(document, block.span) else None


def _worded_title(document: Document, heading: Span) -> Judged | None:
    """The goal that a heading names and judges in words too: "Mål 3. … Uppnås inte"."""
    named = heading_title(document, heading)
    return beside_verdict(document, named) if named else None


def _worded(document: Document, shown: Swatch) -> Span | None:
    """The verdict in words that ends the line of a mark."""
    judged = _worded_title(document, shown.said)
    return judged.verdict if judged else None


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
    said = _worded(document, shown) or Span(shown.said.start, shown.said.start)
    cell = Cell(0, 0, document.quote(said), said, page.index if page else 1, marks=(shown.mark,))
    return read_verdict(cell, legend, total(), document.quote(title.name))

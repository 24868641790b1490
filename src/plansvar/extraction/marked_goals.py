"""Goals that a mark judges outside tables: a coloured dot beside the heading that names the goal,
or beside a line under it that only says that this is the verdict."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plansvar.domain import (
    Block,
    BlockKind,
    Cell,
    Colour,
    Document,
    Gap,
    Indicator,
    MarkSource,
    Span,
    Swatch,
    Table,
)
from plansvar.extraction.goal_verdicts import (
    LONGEST_TITLE,
    LONGEST_VERDICT,
    Title,
    beside_verdict,
    goal_row,
    heading_title,
    judges,
    lead_above,
    owner_of,
    plain_name,
    title_in,
)
from plansvar.extraction.headed_goals import kind_told
from plansvar.extraction.places import Names
from plansvar.extraction.pointed_goals import is_pointed
from plansvar.extraction.responsible import Responsible, alone
from plansvar.extraction.tables.assessing import Verdict, is_verdict_word, read_verdict
from plansvar.extraction.tables.labels import total
from plansvar.extraction.tables.legend_finding import read_legend
from plansvar.extraction.tables.legends import Legend
from plansvar.language.sentences import sentences

_LIGHTS = frozenset({Colour.GREEN, Colour.YELLOW, Colour.ORANGE, Colour.RED})
_FEWEST = 2
_TABLES = (BlockKind.TABLE, BlockKind.CAPTION)
_NUMBER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class _Marked:
    """A goal with the mark that judges it, and the words in its line that do."""

    title: Title
    shown: Swatch
    words: Span | None = None


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
    marked = _telling(document, _marked(document))
    for each in marked:
        if sum(other.title == each.title for other in marked) > 1:
            continue
        name = plain_name(document.quote(each.title.name))
        verdict = _verdict(document, each, _legend(document, each.shown))
        gaps += verdict.gaps
        taken = name in known or (name in worded and each.words is None)
        if verdict.assessment is not None and not taken:
            row = goal_row(document, each.title, verdict.assessment, names.next())
            who = _whose(document, each.shown.said)
            row = replace(row, trend=verdict.trend, trend_raw=verdict.trend_raw)
            found.append(replace(row, responsible=who.units if who else ()))
    return tuple(found), tuple(gaps)


def _whose(document: Document, heading: Span) -> Responsible | None:
    """The units that stand alone right behind a heading: "Trygg omsorg", "VON, IAN"."""
    below = next((b for b in document.blocks if b.span.start >= heading.end), None)
    if below is None or below.kind in (BlockKind.HEADING, BlockKind.TABLE):
        return None
    return alone(document.text, below.span)


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


def _marked(document: Document) -> list[_Marked]:
    """Each goal with the mark that judges it."""
    blocks = {block.span: block for block in document.blocks}
    found = (
        _of_block(document, block, shown)
        for shown in document.line_marks
        if not is_pointed(shown) and (block := blocks.get(shown.said))
    )
    return [each for each in found if each is not None]


def _of_block(document: Document, block: Block, shown: Swatch) -> _Marked | None:
    """The goal that a marked line names, with a verdict in words perhaps ("Mål 3. … Uppnås inte"),
    or the one under whose heading it says the verdict."""
    if block.kind is not BlockKind.HEADING:
        opening = _opening_verdict(document, block)
        judging = opening is not None or judges(document, block.span)
        title = owner_of(document, block.span.start) if judging else _item(document, block)
        return _Marked(title, shown, opening) if title else None
    title = heading_title(document, block.span)
    if title is not None and title.lead is None:
        title = replace(title, lead=lead_above(document, block.span))
    worded = beside_verdict(document, title) if title else None
    if worded is not None:
        return _Marked(worded.title, shown, worded.verdict)
    return _Marked(title, shown) if title else None


def _opening_verdict(document: Document, block: Block) -> Span | None:
    """The verdict with which a paragraph begins right under the heading that it judges: "Nås inte.
    Underskotten gör …"; below a table it judges that."""
    section = document.section_at(block.span.start)
    found = sentences(document.text, block.span)
    if section is None or len(found) < _FEWEST:
        return None
    between = Span(section.heading.end, block.span.start)
    tables = any(b.kind in _TABLES and between.holds(b.span) for b in document.blocks)
    said = document.quote(found[0]).strip(" .!")
    short = len(said.split()) <= LONGEST_VERDICT
    if tables or not short or not is_verdict_word(said):
        return None
    return Span(found[0].start, found[0].start + len(said))


def _item(document: Document, block: Block) -> Title | None:
    """The goal that a line names by its kind ("Mål: Äldre är trygga"), or a numbered line under a
    heading of goals: "2. Äldre är trygga"."""
    said = document.quote(block.span)
    named = title_in(document, block.span) if len(said) <= LONGEST_TITLE else None
    if named is not None and not said.endswith("."):
        return named if beside_verdict(document, named) is None else None
    number = _NUMBER.match(document.text, block.span.start, block.span.end)
    section = document.section_at(block.span.start)
    kind = kind_told(document.quote(section.heading)) if section is not None else None
    if number is None or kind is None or len(said) > LONGEST_TITLE or said.endswith((".", ":")):
        return None
    name = Span(number.end(), block.span.end)
    return Title(name, kind)


def _telling(document: Document, marked: Sequence[_Marked]) -> list[_Marked]:
    """Those that marks assess and do not only adorn, by the key that is nearest to each: one part
    of a document may judge goals, another show how far undertakings have come."""
    by_key: dict[Span | None, list[_Marked]] = {}
    for each in _without_adornment(document, marked):
        by_key.setdefault(_legend(document, each.shown).place, []).append(each)
    groups = (g for g in by_key.values() if _tells(document, [each.shown for each in g]))
    return sorted((each for group in groups for each in group), key=lambda m: m.shown.said)


def _without_adornment(document: Document, marked: Sequence[_Marked]) -> list[_Marked]:
    """Marked goals without those on grounds of colour that adorn: grounds judge only where a key
    explains their colours and they have several of those of a traffic light."""
    grounds = [each for each in marked if each.shown.mark.source is MarkSource.CELL]
    told = all(_legend(document, each.shown).of(each.shown.mark) for each in grounds)
    several = len({each.shown.mark.colour for each in grounds} & _LIGHTS) >= _FEWEST
    return list(marked) if told and several else [each for each in marked if each not in grounds]


def _tells(document: Document, marks: Sequence[Swatch]) -> bool:
    """Whether a key explains all marks, or they have several of the colours of a traffic light and
    hardly any other."""
    legend = _legend(document, marks[0])
    if legend.texts and all(legend.of(shown.mark) for shown in marks):
        return True
    colours = [shown.mark.colour for shown in marks if shown.mark.colour is not None]
    lights = {colour for colour in colours if colour in _LIGHTS}
    others = {colour for colour in colours if colour not in _LIGHTS}
    return len(lights) >= _FEWEST and others <= {Colour.GREY, Colour.WHITE}


def _legend(document: Document, shown: Swatch) -> Legend:
    return read_legend(document, shown_alone(shown))


def shown_alone(shown: Swatch) -> Table:
    """A mark as all that a table shows, for which a legend is looked for."""
    cell = Cell(0, 0, "", Span(shown.said.start, shown.said.start), 1, marks=(shown.mark,))
    return Table((cell,), 0, shown.said)


def _verdict(document: Document, goal: _Marked, legend: Legend) -> Verdict:
    start = goal.shown.said.start
    page = document.page_at(start)
    said = goal.words or Span(start, start)
    index = page.index if page else 1
    cell = Cell(0, 0, document.quote(said), said, index, marks=(goal.shown.mark,))
    return read_verdict(cell, legend, total(), document.quote(goal.title.name))

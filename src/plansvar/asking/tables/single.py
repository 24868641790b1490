"""The figures of one line that a question asks for, found by its words and its numbers.

Nothing may be left over: each word is told by the line's label, by the heading over the figures or
by what stands over the table, and of two lines that tell as much neither answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import is_percent, years_in
from plansvar.asking.passages.quantities import sort_asked
from plansvar.asking.passages.terms import Terms
from plansvar.asking.query import Operation, Query
from plansvar.asking.tables.comparing import asked_of
from plansvar.asking.tables.fitting import EXACT, SAID, share_said, terms_asked
from plansvar.asking.tables.heads import measures_of
from plansvar.asking.tables.printed import Line, TableCell
from plansvar.asking.tables.reading import lines_of
from plansvar.asking.tables.units import is_money
from plansvar.domain import Document
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.months import month_of
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR
from plansvar.language.vocabulary import vocabulary

_COUNT = "count"  # the sort of number that "hur många" asks for
_SPAN = 2  # numbers of a stretch ("16–18 år"), which name a line by themselves
_MOST = 4  # figures of one line that are told together


@dataclass(frozen=True, slots=True)
class ToldCells:
    """A line with the figures that are asked for, how much of the question its label tells and
    of its label the question says, and the stems of the words that its label tells."""

    line: Line
    cells: tuple[TableCell, ...]
    weight: float
    said: float
    told: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Asked:
    """The words and numbers of a question, the years and months that it names, and what it wants
    told: what was planned, is expected, came out. Lines may be named by the head of their label
    alone ("Vikingahallen, ny sporthall"), where they are to be found `by_head`."""

    terms: Terms
    numbers: frozenset[str]
    years: frozenset[int]
    months: frozenset[int]
    measures: frozenset[str]
    by_head: bool = False

    @property
    def telling(self) -> frozenset[str]:
        return frozenset(term.word for term in self.terms.items if not term.soft)

    def told(self, stems: Iterable[str]) -> frozenset[str]:
        found = self.terms.match(stems).items()
        return frozenset(word for word, factor in found if factor >= EXACT)

    def weight(self, told: frozenset[str]) -> float:
        return sum(t.weight for t in self.terms.items if t.word in told)


def cells_asked(query: Query, library: Library) -> ToldCells | None:
    """The figures of the line that tells most of a question; null where none tells all of it, or
    several lines do."""
    found = lines_asked(query, library)
    first = next(iter(found), None)
    if first is None:
        return None
    alike = {fold(each.line.label) for each in found if _rank(each)[:2] == _rank(first)[:2]}
    return first if len(alike) == 1 else None


def lines_asked(query: Query, library: Library, by_head: bool = False) -> list[ToldCells]:
    """The lines that tell all of a question, each with the figures asked for, the best first."""
    asked = replace(_asked(query, library), by_head=by_head)
    if not asked.telling and len(asked.numbers) < _SPAN:
        return []
    return sorted((f for f in _found(query, library, asked) if _is_of_kind(query, f)), key=_rank)


def says_number(text: str) -> bool:
    """Whether a text names a number that is no year."""
    return any(word[0].isdigit() and not years_in(word) for word in words(text))


def lines_called(query: Query, library: Library) -> list[ToldCells]:
    """The lines whose whole label stands in a question word by word, with the figures of the years
    asked for: names made of everyday words ("God man") tell nothing by any one of them."""
    either = vocabulary("compared")["cues"]["any"]  # "80 år eller äldre" is "80 år och äldre"
    said = f" {' '.join(w for w in words(query.text) if w not in either)} "
    years = frozenset(asked_of(query).years)
    found = []
    for document in selecting.documents_asked(query.scope, library):
        for line in lines_of(library, document):
            name = [word for word in words(line.label) if word not in either]
            cells = [c for c in line.figures if not years or c.year in years]
            if len(name) > 1 and cells and f" {' '.join(name)} " in said:
                found.append(ToldCells(line, tuple(cells), float(len(name)), 1.0))
    return sorted(found, key=_rank)


def _is_of_kind(query: Query, found: ToldCells) -> bool:
    """Whether figures are what is asked for: what something costs, or a share, does not tell how
    many it is."""
    counted = query.operation is Operation.COUNT or sort_asked(query.text) == _COUNT
    return not counted or not any(is_money(c.unit) or is_percent(c.unit) for c in found.cells)


def _rank(found: ToldCells) -> tuple[float, float, int]:
    return -round(found.weight, 3), -found.said, -(found.line.document.year or 0)


def _asked(query: Query, library: Library) -> _Asked:
    return _Asked(
        terms_asked(query, library, sorted_out=False),
        _numbers(query.text),
        frozenset(asked_of(query).years),
        frozenset(asked_of(query).months),
        frozenset(query.measures),
    )


def _numbers(text: str) -> frozenset[str]:
    """The numbers of a text that are no years."""
    told = (piece for word in words(text) for piece in word.split("-"))
    return frozenset(n for n in told if n.isdigit() and not FIRST_YEAR <= int(n) <= LAST_YEAR)


def _found(query: Query, library: Library, asked: _Asked) -> Iterator[ToldCells]:
    for document in selecting.documents_asked(query.scope, library):
        for line in lines_of(library, document):
            told = _told(line, asked)
            if told is not None:
                yield told


def _told(line: Line, asked: _Asked) -> ToldCells | None:
    label = asked.told(line.label_stems | line.above_stems)
    own = _numbers(line.label)
    said = share_said(line.label, asked.terms, frozenset(), first=False)
    if asked.by_head:
        head = line.document.quote(line.labels[0])
        said = max(said, share_said(head, asked.terms, frozenset(), first=True))
    by_number = bool(own) and own <= asked.numbers
    if not by_number and (said < SAID or not asked.told(line.label_stems) & asked.telling):
        return None
    rest = asked.telling - label - asked.told(line.frame.around)
    cells = [c for c in line.figures if not asked.years or c.year in asked.years]
    cells = _of_measures(line, cells, asked)
    cells = [c for c in cells if asked.months <= _months(c.head) | _months_of(line.document)]
    cells = [c for c in cells if rest <= _heading(c, asked)]
    cells = [c for c in cells if asked.numbers <= own | _numbers(c.head)]
    cells = _of_year(_most_said(cells, asked), asked)
    most = len(line.figures) if asked.by_head else max(_MOST, len(asked.years) + 1)
    if not 0 < len(cells) <= most:  # what is named by its head is told of one column
        return None
    weight = asked.weight(label) + len(own & asked.numbers)
    told = frozenset(s for word in label & asked.telling for s in told_stems(word))
    return ToldCells(line, tuple(cells), weight, said, told)


def _of_measures(line: Line, cells: list[TableCell], asked: _Asked) -> list[TableCell]:
    """The figures of what is wanted told, where the headings of their line tell that apart."""
    told = {cell.span: frozenset(measures_of(cell.head)) for cell in line.figures}
    if not asked.measures or not any(told.values()):
        return cells
    return [cell for cell in cells if told[cell.span] & asked.measures]


def _months(text: str) -> frozenset[int]:
    return frozenset(month for word in words(text) if (month := month_of(word)) is not None)


def _months_of(document: Document) -> frozenset[int]:
    return _months(f"{document.period or ''} {document.title}")


def _heading(cell: TableCell, asked: _Asked) -> frozenset[str]:
    return asked.told({*told_stems(cell.head), *cell.kind})


def _most_said(cells: Sequence[TableCell], asked: _Asked) -> list[TableCell]:
    """The figures whose headings say most of the question."""
    weights = [asked.weight(_heading(cell, asked) & asked.telling) for cell in cells]
    most = max(weights, default=0.0)
    return [cell for cell, weight in zip(cells, weights, strict=True) if weight == most]


def _of_year(cells: Sequence[TableCell], asked: _Asked) -> list[TableCell]:
    """The figures of the years asked for, else of the newest."""
    newest = max((c.year for c in cells if c.year is not None), default=None)
    return [c for c in cells if asked.years or c.year in (None, newest)]

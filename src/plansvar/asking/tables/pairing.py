"""Which two figures of tables a question holds against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

from plansvar.asking.evidence.words import last_month
from plansvar.asking.passages.terms import Terms
from plansvar.asking.tables.comparing import Asked
from plansvar.asking.tables.fitting import SURE, UNSAID, Fit
from plansvar.asking.tables.heads import years_named
from plansvar.asking.tables.numbered import are_numbered_apart, of_numbers_said
from plansvar.asking.tables.printed import Line, TableCell
from plansvar.domain import Document
from plansvar.language.folding import fold, stem, words
from plansvar.language.vocabulary import vocabulary

NEXT = 1
SHORT = 3  # letters of a short name of a month


@dataclass(frozen=True, slots=True)
class Chosen:
    """Two figures and their rows: the earlier or planned one first."""

    first: tuple[Line, TableCell]
    last: tuple[Line, TableCell]


def pairs_within(fit: Fit, asked: Asked, terms: Terms) -> list[Chosen]:
    """The pairs of figures of one row that a question asks for."""
    row = fit.row
    found: list[Chosen] = []
    named = tuple(_columns_named(row, asked, terms))
    between = (*over_years(row, asked, terms), *from_plan(row, asked, terms))
    beside = named and len(asked.years) < 2 and not asked.before
    for first, last in named if beside else between:
        found.append(Chosen((row, first), (row, last)))
    return found


def over_years(row: Line, asked: Asked, terms: Terms) -> Iterator[tuple[TableCell, TableCell]]:
    """The figures of one column over two years, in the first column that has both."""
    if (asked.planned and not asked.before and len(asked.years) < 2) or asked.of_months:
        return
    kinds = kinds_of(row.figures, asked, terms)
    for kind in (*_planned_ahead(row, asked), *kinds, *_of_named_years(row, asked)):
        by_year = {c.year: c for c in reversed(kind) if c.year is not None}
        ends = _ends(sorted(by_year), asked)
        if ends is not None and all(y in by_year for y in ends):
            yield by_year[ends[0]], by_year[ends[1]]
            return


def _of_named_years(row: Line, asked: Asked) -> list[list[TableCell]]:
    """The figures of the two years that are named, whatever their columns tell of each ("2023",
    "2025 (plan)"), where each year has one in the same unit."""
    wanted = set(asked.years)
    named = [cell for cell in row.figures if wanted.intersection(years_named(cell.head))]
    alone = len(named) == len({cell.year for cell in named}) == len(set(asked.years))
    one_unit = len({cell.unit for cell in named}) == 1
    return [named] if alone and one_unit and not asked.money else []


def _planned_ahead(row: Line, asked: Asked) -> list[list[TableCell]]:
    """What is planned for the year asked up to, with what is for those before ("Budget 2026", "Plan
    2028"), where each year has one such column."""
    planned = [cell for cell in row.figures if asked.until and is_planned(cell)]
    years = {cell.year for cell in planned}
    return [planned] if planned and len(years) == len(planned) else []


def _columns_named(row: Line, asked: Asked, terms: Terms) -> Iterator[tuple[TableCell, TableCell]]:
    """The figures of two columns of one year that are named side by side ("kvinnor", "män")."""
    wanted = asked.years[-1] if asked.years else max((c.year or 0 for c in row.figures), default=0)
    named = [(c, _names_of(c, terms)) for c in row.figures if (c.year or 0) == wanted]
    found = [
        (two, one)
        for (one, first), (two, last) in combinations(named, 2)
        if first - last and last - first
    ]
    if len(found) == 1:
        yield found[0]


def _names_of(cell: TableCell, terms: Terms) -> frozenset[str]:
    return frozenset(t.word for t in terms.items if t.factor(cell.kind) >= SURE)


def _ends(known: Sequence[int], asked: Asked) -> tuple[int, int] | None:
    """The two years that are compared."""
    if len(asked.years) > 1:
        return asked.years[0], asked.years[-1]
    if len(asked.years) == 1:
        year = asked.years[0]
        if not (asked.before or asked.changes):
            return None
        if asked.until and known and known[0] < year:
            return known[0], year
        if asked.since and not asked.before:
            later = max((y for y in known if y > year), default=None)
            return (year, later) if later and year in known else None
        later = asked.before and year - NEXT not in known
        return (year, year + NEXT) if later else (year - NEXT, year)
    if len(known) == 2 or (asked.before and len(known) > 1):
        return known[-2], known[-1]
    return None


def kinds_of(cells: Iterable[TableCell], asked: Asked, terms: Terms) -> list[list[TableCell]]:
    """The cells by what their columns measure: what the question says first, asides last."""
    found: dict[frozenset[str], list[TableCell]] = {}
    for cell in cells:
        found.setdefault(cell.kind, []).append(cell)
    return sorted(found.values(), key=lambda kind: _aside(kind[0], asked, terms))


def _aside(cell: TableCell, asked: Asked, terms: Terms) -> tuple[bool, bool, float, bool]:
    named = sum(t.weight for t in terms.items if t.factor(cell.kind) >= SURE)
    money = asked.money and bool(cell.kind & _stems("money", "heads"))
    other = _is_of_other_month(cell.head, asked)
    group = not named and bool(cell.kind & _stems("heads", "parts"))
    return (not money, other, -named, group or bool(cell.kind & _stems("heads", "asides")))


def is_aside(cell: TableCell) -> bool:
    """Whether a figure only tells how far another is from what was planned or was before."""
    return bool(cell.kind & _stems("heads", "moved"))


def is_planned(cell: TableCell) -> bool:
    """Whether a figure tells what was planned, and not what it came to."""
    return bool(cell.kind & _stems("planned", "heads"))


def _is_of_other_month(head: str, asked: Asked) -> bool:
    """Whether a heading tells in a compound of which report its figures are ("aprilprognosen"),
    and the question names no such month."""
    for word in words(head):
        month = next((m for m, name in _months() if word.startswith(name) and word != name), None)
        if month is not None and month not in asked.months:
            return True
    return False


@cache
def every_month() -> tuple[tuple[int, str], ...]:
    names = vocabulary("months")["months"]
    return tuple((n, name) for n, each in enumerate(names, 1) for name in each)


@cache
def _months() -> tuple[tuple[int, str], ...]:
    return tuple((n, name) for n, name in every_month() if len(name) > SHORT)


def from_plan(row: Line, asked: Asked, terms: Terms) -> Iterator[tuple[TableCell, TableCell]]:
    """What was planned and what it came to, in the year asked for or the newest."""
    if not asked.planned or len(asked.years) > 1:
        return
    planned = [c for c in row.figures if c.kind & _stems("planned", "heads")]
    asides = _stems("heads", "asides") | _stems("planned", "heads")
    told = [c for c in row.figures if not c.kind & asides]
    years = {c.year for c in planned} & {c.year for c in told}
    wanted = years & set(asked.years) if asked.years and not asked.before else years
    newest = max((y for y in wanted if y is not None), default=None)
    plan = [c for c in planned if c.year == newest]
    came = [c for c in told if c.year == newest]
    came = [c for c in came if _names_of(c, terms)] or came
    if newest is not None and len(plan) == 1 and len(came) == 1:
        yield plan[0], came[0]


def pairs_across(
    found: Sequence[Fit], asked: Asked, terms: Terms, documents: dict[str, Document]
) -> list[Chosen]:
    """The same column of the same row in two documents, of the years or months asked for."""
    named = [fit for fit in found if fit.rank[:2] == found[0].rank[:2]] if found else []
    best = found[0].row.label if found else ""
    cells = [
        (fit.row, kind[0])
        for fit in named
        if fold(fit.row.label) == fold(best)
        for kind in kinds_of(fit.row.figures, asked, terms)[:1]
        if kind[0].year is not None and len(kind) == 1
    ]
    for first, last in combinations(cells, 2):
        ends = sorted((first, last), key=lambda each: _when(each, documents))
        if _are_asked(ends, asked, documents) and first[1].kind == last[1].kind:
            return [Chosen(ends[0], ends[1])]
    return []


def _when(each: tuple[Line, TableCell], documents: dict[str, Document]) -> tuple[int, int]:
    row, cell = each
    return (cell.year or 0, last_month(row.document))


def _are_asked(
    ends: Sequence[tuple[Line, TableCell]], asked: Asked, documents: dict[str, Document]
) -> bool:
    """Whether two figures are of the two months, or of the two years, that are named."""
    years = [row[1].year for row in ends]
    months = [_when(each, documents)[1] for each in ends]
    if asked.of_months:
        of_year = not asked.years or set(years) <= set(asked.years)
        return of_year and set(months) == set(asked.months) and len(set(months)) > 1
    wanted = _ends([y for y in years if y is not None], asked)
    return wanted is not None and len(set(years)) > 1 and tuple(years) == wanted


def pairs_of_two(found: Sequence[Fit], asked: Asked, terms: Terms) -> list[Chosen]:
    """The figures of two rows of one table that are named side by side, in the column asked of."""
    best: tuple[tuple[float, ...], Chosen] | None = None
    asked = replace(asked, money=asked.money or asked.judged)
    for one, two in combinations(of_numbers_said(found, asked.said), 2):
        if one.row.frame != two.row.frame:
            continue
        parted = asked.parts_them(one.exact, two.exact)
        both = of_both(one, two, terms) if parted or are_numbered_apart(one, two) else None
        cells = _same_column(one.row, two.row, asked, terms) if both else None
        if cells is None or both is None or cells[0].unit != cells[1].unit:
            continue  # dwellings are no more and no fewer than percent of vehicles
        rank = (both[0], *_aside(cells[0], asked, terms), *both[1:])
        if best is None or rank < best[0]:
            best = rank, Chosen((one.row, cells[0]), (two.row, cells[1]))
    return [best[1]] if best else []


def of_both(one: Fit, two: Fit, terms: Terms) -> tuple[float, ...] | None:
    """How well two rows together tell the words of a question; null where one of them tells no
    word of its own, or much is told by neither."""
    if not (one.exact - two.own and two.exact - one.own) and not are_numbered_apart(one, two):
        return None
    untold = one.untold & two.untold
    unsaid = sum(t.weight for t in terms.items if t.word in untold)
    if unsaid > UNSAID * terms.required:
        return None
    hinted = one.hinted + two.hinted
    weight = round(one.weight + two.weight, 3)
    return round(unsaid, 3), -hinted, -weight, -one.whole - two.whole


def _same_column(
    one: Line, two: Line, asked: Asked, terms: Terms
) -> tuple[TableCell, TableCell] | None:
    shared = {cell.headings: cell for cell in two.figures if cell.headings}
    for kind in kinds_of(one.figures, asked, terms):
        held = [c for c in kind if c.headings in shared]
        if asked.years:
            held = [c for c in held if c.year in asked.years]
        if held:
            newest = max(held, key=lambda c: c.year or 0)
            return newest, shared[newest.headings]
    return None


def tells_money(pair: Chosen) -> bool:
    """Whether both figures are what money came to."""
    heads = _stems("money", "heads")
    return all(cell.kind & heads for _, cell in (pair.first, pair.last))


@cache
def _stems(table: str, name: str) -> frozenset[str]:
    return frozenset(s for w in vocabulary("compared")[table][name] for s in (stem(w), w))

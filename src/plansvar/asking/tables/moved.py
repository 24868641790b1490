"""The lines of a printed table that went furthest from one year to another, reckoned from the
column of each year: "vilken förvaltning har minskat sin sjukfrånvaro mest?"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import pairwise

from plansvar.asking.evidence.words import is_percent, vocabulary_list
from plansvar.asking.query import Order, OrderBy
from plansvar.asking.tables.asked import Asked
from plansvar.asking.tables.columns import (
    AFTER,
    DEVIATION,
    GIVEN,
    headed,
    says,
    stems_told,
    weight_said,
)
from plansvar.asking.tables.deviations import dated, is_turned
from plansvar.asking.tables.nouns import names_boards
from plansvar.asking.tables.parts import Part, Told
from plansvar.asking.tables.printed import Column, Line, PrintedTable
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import told_stems, words
from plansvar.language.vocabulary import vocabulary

ROSE, FELL = "rose", "fell"
ALL_ROSE, ALL_FELL = "all_rose", "all_fell"  # where no more is asked for than which did
ALL_MOVED = (ALL_ROSE, ALL_FELL)
OF_CHANGE = (OrderBy.RISE, OrderBy.CHANGE)
DIGITS = 6  # more than any table prints: steps as long as each other are so
SHOWN = 3  # lines told where no number is asked for


@dataclass(frozen=True, slots=True)
class Step:
    """How far a line went: as it is printed, or in percent of what it was."""

    line: int
    size: float


def furthest_moved(part: Part, asked: Asked, reading: Reading) -> Told | None:
    """The lines by how far the column asked for went between the two years, the furthest first;
    null where the table has no such two columns, or several."""
    order = asked.order
    pair = _ends(part, reading) if order is not None and order.by in OF_CHANGE else None
    if order is None or pair is None:
        return None
    relative = says(reading, "percent") and not is_percent(pair[0].unit)
    return _furthest(part, order, pair, relative)


def _furthest(part: Part, order: Order, pair: tuple[Column, Column], relative: bool) -> Told | None:
    own, up = part.of(*pair), _is_up(order, part.table, pair[0])
    if own is None or up is None:
        return None
    steps = [s for n in own.lines if (s := _step(part.table.lines[n], n, pair, relative))]
    kept = sorted((s for s in steps if s.size and (s.size > 0) is up), key=lambda s: -abs(s.size))
    if not kept:
        return None
    shown = len(kept) if order.whole else order.limit or SHOWN
    last = abs(kept[min(shown, len(kept)) - 1].size)
    lines = tuple(s.line for s in kept if abs(s.size) >= last)
    among = tuple(s.line for s in steps)
    return Told(lines, pair, ROSE if up else FELL, among=among, relative=relative)


def way_moved(reading: Reading) -> bool | None:
    """Whether a question says that something rose, or fell; null where it says neither or both."""
    changes = reading.values("change")
    up = says(reading, "rising") or "up" in changes
    down = says(reading, "falling") or "down" in changes
    return None if up is down else up


def all_moved(part: Part, reading: Reading) -> Told | None:
    """The lines that rose or fell between the two years, where it is asked which did."""
    up = way_moved(reading)
    if up is None or not says(reading, "which"):
        return None
    order = Order(OrderBy.RISE, up, None, whole=True)
    pair = _ends(part, reading)
    if names_boards(part.label) and not (pair and is_percent(pair[0].unit)):
        return None  # which boards' money went up is told by their accounts
    told = _furthest(part, order, pair, relative=False) if pair else None
    return replace(told, way=ALL_ROSE if up else ALL_FELL) if told else None


def _ends(part: Part, reading: Reading) -> tuple[Column, Column] | None:
    """The column of the later year and that of the earlier, of what the question says most of."""
    columns = map(partial(dated, part.table), part.table.columns)
    kinds = _kinds([column for column in columns if len(column.years) == 1])
    held = (_of_years(kind, part.table, reading) for kind in kinds)
    pairs = list(dict.fromkeys(pair for pair in held if pair and _is_meant(pair, part, reading)))
    told = {n: _fitness(pair, part, reading) for n, pair in enumerate(pairs)}
    best = [pairs[n] for n in told if told[n] == max(told.values())]
    return best[0] if len(best) == 1 else None


def _kinds(columns: Sequence[Column]) -> Iterable[list[Column]]:
    """Columns that tell the same of several years; what is planned for later years is set beside
    what was budgeted, and what is expected of them beside what came out."""
    kinds = dict.fromkeys(c.kind for c in columns)
    alike = [[c for c in columns if c.kind == kind] for kind in kinds]
    yield from (each for each in alike if len(each) > 1)
    named = {c: c.kind - _told_stems() for c in columns}
    mixed = [[c for c in columns if named[c] == kind] for kind in dict.fromkeys(named.values())]
    mixed = [e for e in mixed if len(e) > 1 and len({c.kind for c in e}) > 1]
    yield from (e for e in mixed if named[e[0]] or len(e) == len(columns))
    for measures in (GIVEN, AFTER):
        told = [c for c in columns if not c.measures.isdisjoint(measures)]
        if len({c.kind for c in told}) > 1 and len({c.years for c in told}) == len(told):
            yield told


@cache
def _told_stems() -> frozenset[str]:
    """The stems of words for what is told of a year ("Elever hösten 2026, prognos")."""
    names = vocabulary("tablewords")["measures"]
    return frozenset(
        stem for each in (*GIVEN, *AFTER) for word in names[each] for stem in told_stems(word)
    )


def _is_meant(pair: tuple[Column, Column], part: Part, reading: Reading) -> bool:
    """Whether columns are of what the question says went up or down: of boards, which many tables
    name, it has to say so, and their deviations as such are told of their money."""
    told, of_boards = stems_told(reading), names_boards(part.label)
    measures = _measures(reading)
    if of_boards and DEVIATION in pair[0].measures:
        doing = says(reading, "doing") or not part.rest
        return not measures and doing and told.isdisjoint(pair[0].stems)
    if measures:
        return not measures.isdisjoint(pair[0].measures)
    return not of_boards or not told.isdisjoint(pair[0].stems | part.table.title)


def _measures(reading: Reading) -> set[str]:
    """What the question says is told: what was planned, came out, is expected."""
    said = set(reading.values("measure")) & set(vocabulary("tablewords")["measures"])
    return said | (set(GIVEN) if reading.has("spending", "give") else set())


def _of_years(
    columns: Sequence[Column], table: PrintedTable, reading: Reading
) -> tuple[Column, Column] | None:
    held = {min(c.years): c for c in columns}
    if len(held) < len(columns) or len({c.unit for c in columns}) > 1:
        return None
    asked = sorted({*reading.found.scope.years, *reading.found.against})
    if any(year not in held for year in asked):
        return None
    own = table.document.year
    newest = own if own in held else max(held)
    last = max(asked, default=newest)
    if len(asked) == 1 and _is_until(reading, last):
        first = known_before({year: column.kind for year, column in held.items()}, last)
        return (held[last], held[first]) if first < last else None
    since = set(asked) - {last} or ({*asked} if asked == list(reading.found.against) else set())
    if since and last in since:
        last = newest
    before = [year for year in held if year < last]
    first = min(since) if since else max(before, default=last)
    return (held[last], held[first]) if first < last else None


def known_before(kinds: Mapping[int, frozenset[str]], last: int) -> int:
    """The first year that is printed; of what is expected the last that has come out before it."""
    expected = not kinds[last].isdisjoint(_told_stems())
    known = [year for year, kind in kinds.items() if year < last and kind != kinds[last]]
    return max(known) if expected and known else min(kinds)


def _is_until(reading: Reading, year: int) -> bool:
    """ "till 2028": from the first year that is printed, not from the year before."""
    until = vocabulary_list("balance", "until")
    keys = [token.key for token in reading.tokens]
    return any(a in until and b == str(year) for a, b in pairwise(keys))


def _fitness(pair: tuple[Column, Column], part: Part, reading: Reading) -> tuple[int, ...]:
    """How much of the question a pair of columns says, and whether both are of one measure."""
    said = sum(headed(pair[0], content) for content in part.rest)
    alike = pair[0].kind == pair[1].kind
    until = _is_until(reading, min(pair[0].years))
    first = min(pair[1].years) if until and pair[0].kind == pair[1].kind else 0
    return said, weight_said(pair[0], stems_told(reading)), -first, alike


def _step(line: Line, place: int, pair: tuple[Column, Column], relative: bool) -> Step | None:
    """How far a line went, by its size where it is printed below zero both years, unless that tells
    that it is short of what was planned."""
    last, first = (line.value(column.index) for column in pair)
    if last is None or first is None or not all(line.figure(c.index) for c in pair):
        return None
    if last <= 0 and first <= 0 and DEVIATION not in pair[0].measures:
        last, first = -last, -first
    if not relative:
        return Step(place, round(last - first, DIGITS))
    return Step(place, (last - first) / first) if last > 0 and first > 0 else None


def _is_up(order: Order, table: PrintedTable, column: Column) -> bool | None:
    """Whether those are asked for that rose; of what got better, by what is measured."""
    if order.by is OrderBy.RISE:
        return order.descending
    if DEVIATION in column.measures:
        return order.descending is not is_turned(table, column)
    said = words(f"{column.heading} {table.heading}")
    ways = vocabulary("directions")["assumed"][0]
    lower, higher = (any(any(w in s for s in said) for w in ways[n]) for n in ("lower", "higher"))
    return order.descending is higher if lower is not higher else None

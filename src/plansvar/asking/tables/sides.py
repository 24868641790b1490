"""The two things that a question holds against each other, each read by itself.

"Har kostnaderna ökat mer än bidraget?" names one thing before "än" and one behind it, and each is
looked for in the tables as if it were asked of alone: they need stand in no one table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from plansvar.asking.evidence.words import years_in
from plansvar.asking.passages.terms import Terms
from plansvar.asking.query import Query
from plansvar.asking.tables.comparing import Asked, moving_words
from plansvar.asking.tables.fitting import SAID, Fit, every_fit, fits, terms_asked
from plansvar.asking.tables.moves import moves_within
from plansvar.asking.tables.pairing import Chosen
from plansvar.asking.tables.single import lines_called, says_number
from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

_ENDS = 2  # years between which something moves
_MOST = 6  # lines that fit a side about as well, of which one stands beside a line of the other


@dataclass(frozen=True, slots=True)
class Side:
    """How a line went that one side names, and how well it is named: the smaller, the better."""

    rank: tuple[float, ...]
    move: Chosen


def moves_of_sides(query: Query, asked: Asked, library: Library) -> list[Chosen]:
    """How the two things went between the same two years, in one document; none where one of them
    is in no table, or both are the same figures."""
    sides = sides_said(query.text)
    if sides is None:
        return []
    one, two = (list(_moves(query, side, asked, library)) for side in sides)
    both = [(a, b) for a, b in product(one, two) if _are_beside(a.move, b.move)]
    return [side.move for side in min(both, key=_rank)] if both else []


def sides_said(text: str) -> tuple[str, str] | None:
    """The words for either thing; null where nothing stands between them. What is said behind "än"
    with a small word first ("än bland kvinnor") is of the same sort as what stands before it."""
    said = [word for word in words(text) if word not in moving_words()]
    joints = {*_cues("than"), *_cues("or")}
    places = [n for n, word in enumerate(said) if n and word in joints]
    if len(places) != 1:
        return None
    first, last = said[: places[0]], said[places[0] + 1 :]
    small, groups = vocabulary("compared")["heads"]["behind"], _groups()
    if last and last[0] in small:
        head = max((n for n, word in enumerate(first) if word in small), default=len(first))
        last = [*first[:head], *last]
    elif last and all(word in groups or years_in(word) for word in last):
        last = [*(word for word in first if word not in groups), *last]
    years = [word for word in said if years_in(word)]
    sides = (_with(each, years) for each in (first, last))
    return (next(sides), next(sides)) if first and last else None


def _with(side: Sequence[str], years: Sequence[str]) -> str:
    return " ".join((*side, *(year for year in years if year not in side)))


def _moves(query: Query, side: str, asked: Asked, library: Library) -> Iterator[Side]:
    """The lines that one side names best, each with how it went between the years asked for."""
    own = replace(query, text=side)
    small = vocabulary("compared")["heads"]["behind"]
    plain = " ".join(word for word in words(side) if word not in small)
    terms = _hard(terms_asked(replace(own, text=plain), library))
    called = lines_called(own, library) if says_number(side) else []
    for told in called:  # "0–5 år" is the name of a line
        rank = (0.0, -told.weight, -told.said)
        yield from (Side(rank, move) for move in moves_within(told.line, asked, terms))
    if called:
        return
    found = fits(every_fit(own, library, terms), terms) if terms.telling else []
    named = [f for f in found if f.exact and (f.said >= SAID or _tells_all(f, terms))]
    best = [fit for fit in named if fit.rank[:3] == named[0].rank[:3]]
    for fit in (*best, *(each for each in named[:_MOST] if each not in best)):
        rank = (fit.unsaid, -fit.weight, -fit.whole)
        yield from (Side(rank, move) for move in moves_within(fit.row, asked, terms))


def move_of_called(query: Query, asked: Asked, library: Library, terms: Terms) -> list[Chosen]:
    """How the one line went whose name holds numbers and is said ("80 år och äldre"), between two
    years that are named."""
    if not says_number(query.text) or len(asked.years) != _ENDS:
        return []
    lines = [told.line for told in lines_called(query, library) if says_number(told.line.label)]
    moves = [(line, move) for line in lines for move in moves_within(line, asked, terms)]
    return [moves[0][1]] if len({fold(line.label) for line, _ in moves}) == 1 else []


def _hard(terms: Terms) -> Terms:
    """The words of a side, be they such as name many things, where it has no others."""
    if terms.telling:
        return terms
    return Terms(tuple(replace(term, soft=False) for term in terms.items))


def _tells_all(fit: Fit, terms: Terms) -> bool:
    """Whether a line's own label tells every word of a side."""
    return fit.headed and terms.telling <= fit.own


def _are_beside(one: Chosen, two: Chosen) -> bool:
    """Whether two things went from the same year to the same one in one document, each by figures
    of its own."""
    years = [(move.first[1].year, move.last[1].year) for move in (one, two)]
    documents = [move.first[0].document.path for move in (one, two)]
    apart = one.last[1].span != two.last[1].span
    return apart and years[0] == years[1] and documents[0] == documents[1]


def _rank(pair: tuple[Side, Side]) -> tuple[float, ...]:
    """How well both sides are told, whether in one unit and one table, and how newly."""
    (one, first), (two, last) = ((side.rank, side.move) for side in pair)
    shared = first.first[0].frame == last.first[0].frame
    alike = first.last[1].unit == last.last[1].unit
    told = [round(a + b, 3) for a, b in zip(one, two, strict=True)]
    year = first.first[0].document.year or 0
    return (told[0], not alike, not shared, *told[1:], -year)


def _cues(name: str) -> Sequence[str]:
    named: Sequence[str] = vocabulary("compared")["cues"][name]
    return named


def _groups() -> frozenset[str]:
    return frozenset(vocabulary("compared")["heads"]["parts"])

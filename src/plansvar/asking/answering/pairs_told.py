"""What an answer tells already of two figures that a question holds against each other."""

from __future__ import annotations

from collections.abc import Iterable

from plansvar.asking.answering.drafts import Draft, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.evidence.words import year_of
from plansvar.asking.tables.comparing import Asked
from plansvar.asking.tables.pairing import Chosen
from plansvar.domain import Figure
from plansvar.language.folding import words as split
from plansvar.language.vocabulary import vocabulary

_TWO = 2


def tells_newer(made: Draft, pairs: Iterable[Chosen]) -> bool:
    """Whether an answer has values of a later year than the figures that are compared."""
    newest = max((pair.last[1].year or 0 for pair in pairs), default=0)
    told = (figure.period for said in made.said for figure in figures_of(said.fact))
    return any((year_of(period) or 0) > newest for period in told)


def figures_of(fact: Fact) -> Iterable[Figure]:
    yield from fact.figures
    if fact.calculation:
        yield from fact.calculation.operands


def tells_both(task: Task, made: Draft, asked: Asked) -> bool:
    """Whether an answer that reckons nothing tells values, of both years where two are named, and
    the question asks for no more than them."""
    figures = [figure for said in made.said for figure in figures_of(said.fact)]
    values = [figure for figure in figures if figure.measure or figure.cell]
    years = {year_of(f.period) for f in values} | {f.cell.year for f in values if f.cell}
    named = len(asked.years) == _TWO and set(asked.years) <= years
    said = split(task.query.text)
    apart = set(said) & set(vocabulary("moneywords")["named"]["apart"]) or _asks_how_far(said)
    return bool(values) and (named or len(asked.years) != _TWO) and not apart


def _asks_how_far(said: Iterable[str]) -> bool:
    """ "hur många timmar mindre än 2027": a number that has to be reckoned."""
    words, cues = list(said), vocabulary("compared")["cues"]
    far = any(phrase in " ".join(words) for phrase in cues["how_far"])
    return far and not set(cues["than"]).isdisjoint(words)


def is_reckoned(fact: Fact) -> bool:
    return bool(fact.calculation and fact.calculation.operands)

"""Counts of goals and tasks by how they stand ("tre av fullmäktiges sju mål nås, två nås delvis"),
of a draft held against those that the documents tell in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from plansvar.asking.claims.clauses import claimed_figures
from plansvar.asking.claims.figures import YEARS, ClaimFigure
from plansvar.asking.claims.sentences import Telling, tellings
from plansvar.index.library import Library
from plansvar.language.vocabulary import vocabulary

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_OTHER = "other"  # a state that is no state of these


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted, how many there are in all, and how many stand in each way."""

    noun: str
    total: float | None
    counts: Mapping[str, float] = field(default_factory=dict)
    years: frozenset[int] = frozenset()

    def agrees(self, other: Tally) -> bool:
        """Whether another tells each of these counts as they are."""
        return all(other.counts.get(state) == count for state, count in self.counts.items())

    def is_of(self, other: Tally) -> bool:
        """Whether another counts the same things, as many in all, and in one of these ways."""
        nouns = self.noun.endswith(other.noun) or other.noun.endswith(self.noun)
        totals = None in (self.total, other.total) or self.total == other.total
        return nouns and totals and not self.counts.keys().isdisjoint(other.counts)


def tally_of(sentence: str) -> Tally | None:
    """The counts that a sentence tells; null where a figure of it is none of them."""
    figures = claimed_figures(sentence)
    noun = _nouns().search(sentence)
    if noun is None or not figures or any(f.unit is not None for f in figures):
        return None
    counts: dict[str, float] = {}
    total, left, waiting = None, list(figures), None
    while left:
        figure = left.pop(0)
        behind = _behind(sentence, figure, left)
        if left and total is None and _leads().search(sentence[: figure.span.start]):
            total, waiting = figure.value, _state(behind)
            continue
        if left and _of_all().fullmatch(behind):
            whole = left.pop(0)
            total, behind = whole.value, _behind(sentence, whole, left)
        state, waiting = _state(behind) or waiting, None
        if state is None and (total is not None or not _nouns().search(behind)):
            return None
        if state is None:
            total = figure.value
        elif counts.setdefault(state, figure.value) != figure.value and state != _OTHER:
            return None
    counts.pop(_OTHER, None)
    years = frozenset(int(y) for y in _YEAR.findall(sentence) if int(y) in YEARS)
    return Tally(noun["noun"].lower(), total, counts, years) if counts else None


def tallied(claimed: Tally, library: Library) -> tuple[list[Telling], list[Telling]]:
    """The sentences that tell the counts as a draft does, and those that tell others of the same
    things, the newest documents' first; these only where both tell how many there are in all."""
    found = [(tally, s) for tally, s in _known(library) if claimed.is_of(tally)]
    found = [(t, s) for t, s in found if not claimed.years or _year(t, s) in claimed.years]
    found.sort(key=lambda pair: -(pair[1].document.year or 0))
    right = [sentence for tally, sentence in found if claimed.agrees(tally)]
    sure = [(t, s) for t, s in found if None not in (t.total, claimed.total)]
    return right, [sentence for tally, sentence in sure if not claimed.agrees(tally)]


def _year(tally: Tally, sentence: Telling) -> int | None:
    return max(tally.years, default=sentence.document.year)


def _known(library: Library) -> Iterator[tuple[Tally, Telling]]:
    for sentence in tellings(library):
        tally = tally_of(sentence.text) if _nouns().search(sentence.text) else None
        if tally is not None:
            yield tally, sentence


def _behind(sentence: str, figure: ClaimFigure, left: Sequence[ClaimFigure]) -> str:
    return sentence[figure.span.end : left[0].span.start if left else len(sentence)]


def _state(text: str) -> str | None:
    """In which way those stand that words tell of."""
    return next((name for name, said in _states() if said.search(text)), None)


@cache
def _states() -> tuple[tuple[str, re.Pattern[str]], ...]:
    states = vocabulary("claims")["tallies"]["states"]
    return tuple((name, re.compile(said, re.IGNORECASE)) for name, said in states.items())


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(vocabulary("claims")["tallies"]["nouns"], re.IGNORECASE)


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(vocabulary("claims")["tallies"]["leads"], re.IGNORECASE)


@cache
def _of_all() -> re.Pattern[str]:
    return re.compile(vocabulary("claims")["tallies"]["of_all"], re.IGNORECASE)

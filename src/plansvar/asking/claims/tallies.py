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
from plansvar.domain import Span
from plansvar.index.library import Library
from plansvar.language.vocabulary import alternatives, vocabulary

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_BEHIND = 3  # characters between two sentences of one paragraph
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

    def shared(self, other: Tally) -> int:
        """How many of these counts another tells as they are."""
        return sum(other.counts.get(state) == count for state, count in self.counts.items())

    def is_of(self, other: Tally) -> bool:
        """Whether another counts the same things, as many in all, and in one of these ways."""
        nouns = self.noun.endswith(other.noun) or other.noun.endswith(self.noun)
        totals = None in (self.total, other.total) or self.total == other.total
        return nouns and totals and not self.counts.keys().isdisjoint(other.counts)


def tally_of(sentence: str, spoken_of: str | None = None) -> Tally | None:
    """The counts that a sentence tells; null where a figure of it is none of them. `spoken_of` is
    what the sentence before it speaks of, where this one names nothing itself."""
    figures = claimed_figures(sentence)
    noun = _nouns().search(sentence)
    name = noun["noun"].lower() if noun else spoken_of
    if name is None or not figures or any(f.unit is not None for f in figures):
        return None
    named = noun.start() if noun else -1
    counts: dict[str, float] = {}
    total, left, waiting = None, _with_ones(sentence, figures), None
    while left:
        figure = left.pop(0)
        behind = _behind(sentence, figure, left)
        before = figure.span.start <= named
        if left and before and total is None and _leads().search(sentence[: figure.span.start]):
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
    return Tally(name, total, counts, years) if counts else None


def _with_ones(sentence: str, figures: Sequence[ClaimFigure]) -> list[ClaimFigure]:
    """The figures with each "ett" behind one of them that tells how one stands ("och ett inte")."""
    starts = [figure.span.start for figure in figures]
    found = []
    for one in _ones().finditer(sentence):
        later = min((s for s in starts if s > one.start()), default=len(sentence))
        if one.start() > starts[0] and _state(sentence[one.end() : later]):
            found.append(ClaimFigure(one[0], 1.0, None, None, False, None, Span(*one.span())))
    return sorted((*figures, *found), key=lambda figure: figure.span.start)


def tallied(claimed: Tally, library: Library) -> tuple[list[Telling], list[Telling]]:
    """The sentences that tell the counts as a draft does, and those that tell others of the same
    things, the newest documents' first; these only where both tell how many there are in all."""
    found = tallied_in(claimed, library)
    right = [sentence for tally, sentence in found if claimed.agrees(tally)]
    sure = [(t, s) for t, s in found if None not in (t.total, claimed.total)]
    return right, [sentence for tally, sentence in sure if not claimed.agrees(tally)]


def tallied_in(claimed: Tally, library: Library) -> list[tuple[Tally, Telling]]:
    """The sentences that count the same things, the newest documents' first."""
    found = [(tally, s) for tally, s in _known(library) if claimed.is_of(tally)]
    found = [(t, s) for t, s in found if not claimed.years or _year(t, s) in claimed.years]
    return sorted(found, key=lambda pair: -(pair[1].document.year or 0))


def _year(tally: Tally, sentence: Telling) -> int | None:
    return max(tally.years, default=sentence.document.year)


def _known(library: Library) -> Iterator[tuple[Tally, Telling]]:
    before: Telling | None = None
    for sentence in tellings(library):
        spoken = _nouns().search(before.text) if before and _follows(sentence, before) else None
        tally = tally_of(sentence.text, spoken["noun"].lower() if spoken else None)
        before = sentence
        if tally is not None:
            yield tally, sentence


def _follows(sentence: Telling, before: Telling) -> bool:
    """Whether a sentence stands right behind another."""
    apart = sentence.span.start - before.span.end
    return sentence.document is before.document and 0 <= apart <= _BEHIND


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
def _ones() -> re.Pattern[str]:
    ones = alternatives(vocabulary("answering")["counts"]["one"])
    return re.compile(rf"\b(?:{ones})\b", re.IGNORECASE)


@cache
def _of_all() -> re.Pattern[str]:
    return re.compile(vocabulary("claims")["tallies"]["of_all"], re.IGNORECASE)

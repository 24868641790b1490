"""Cuts a sentence into clauses, each with the figures that it claims something of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from plansvar.asking.claims.figures import ClaimFigure, figures_in
from plansvar.domain import Span
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: `matter` is its text without the figures, `earlier` whether a word says that its
    figures are values of before, `changed` whether they tell how much something changed."""

    matter: str
    figures: tuple[ClaimFigure, ...]
    earlier: bool = False
    changed: bool = False


def clauses_of(sentence: str) -> tuple[Clause, ...]:
    """The clauses of a sentence that hold figures; empty where it claims none."""
    figures = claimed_figures(sentence)
    groups: list[list[ClaimFigure]] = []
    starts = [0]
    for figure in figures:
        joint = _last_joint(sentence, groups[-1][-1].span.end, figure.span.start) if groups else 0
        if joint is None:
            groups[-1].append(figure)
            continue
        if groups:
            starts.append(joint)
        groups.append([figure])
    ends = [*starts[1:], len(sentence)]
    return tuple(
        _clause(sentence, start, end, tuple(group))
        for start, end, group in zip(starts, ends, groups, strict=False)
    )


def claimed_figures(sentence: str) -> tuple[ClaimFigure, ...]:
    """The figures of a sentence that claim something: no years, dates or numbers of documents."""
    taken = [Span(*m.span()) for m in _not_figures().finditer(sentence)]
    return tuple(
        figure
        for figure in figures_in(sentence)
        if not any(span.overlaps(figure.span) for span in taken)
    )


def _clause(sentence: str, start: int, end: int, figures: tuple[ClaimFigure, ...]) -> Clause:
    pieces, position = [], start
    for figure in figures:
        pieces.append(sentence[position : figure.span.start])
        position = figure.span.end
    matter = " ".join([*pieces, sentence[position:end]])
    data = vocabulary("claims")
    last = next(reversed(words(sentence[start : figures[0].span.start])), "")
    after = next(iter(words(sentence[figures[0].span.end : end])), "")
    told = _changes().search(matter) is not None
    changed = told and (last in data["by"] or _changes().fullmatch(after) is not None)
    return Clause(matter, figures, last in data["earlier"], changed)


def _last_joint(sentence: str, start: int, end: int) -> int | None:
    found = [start + m.start() for m in _joints().finditer(sentence[start:end])]
    return found[-1] if found else None


@cache
def _joints() -> re.Pattern[str]:
    return re.compile(vocabulary("claims")["joints"], re.IGNORECASE)


@cache
def _changes() -> re.Pattern[str]:
    return re.compile(vocabulary("claims")["changes"], re.IGNORECASE)


@cache
def _not_figures() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("claims")["not_figures"]), re.IGNORECASE)

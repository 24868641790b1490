"""Sentences that tell whether a goal or a demand is reached ("målet nås alltså inte", "kommunen
klarade balanskravet"), with which way they tell it. One that only supposes ("om prognosen håller
når kommunen inte balanskravet") tells nothing of what has been."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from plansvar.asking.evidence.words import years_in
from plansvar.asking.telling_roots import root, telling_roots
from plansvar.domain import BlockKind, Document, Span
from plansvar.language.folding import fold, words
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)
_SHORTEST = 5  # letters of what a goal is for
_BEFORE = 3  # sentences before a verdict in which its goal may be said


@dataclass(frozen=True, slots=True)
class GoalAsked:
    """A goal as a question names it: how the words begin that say what it is for, and the kind of
    word for it (a goal, a limit, a demand)."""

    heads: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class VerdictTold:
    """Sentences that tell of a goal: whether it is reached, null where they leave it open, and
    whether they only suppose or expect it."""

    document: Document
    spans: tuple[Span, ...]
    met: bool | None
    supposed: bool = False
    expected: bool = False


def goals_named(text: str) -> tuple[GoalAsked, ...]:
    """The goals that a question names: "resultat" in "resultatmålet", "låneskuld" and "invånare" in
    "målet om låneskuld per invånare", "balans" in "balanskravet"."""
    said, found = words(_in_swedish(text)), []
    for n, word in enumerate(said):
        named = next(filter(None, (_head(word, kind) for kind in _data()["kinds"])), None)
        if named is None:
            continue
        head, kind = named
        heads = _heads(head, kind, word) or (() if head else _named_behind(said[n + 1 :]))
        found += [GoalAsked(heads, kind)] if heads else []
    return tuple(found)


def _heads(head: str, kind: str, word: str) -> tuple[str, ...]:
    """What a word for a goal says itself that it is for; some are judged by their own name."""
    if _data()["kinds"][kind].get("alone"):
        return (word,)
    return (head,) if len(head) >= _SHORTEST else ()


def is_judged_alone(goal: GoalAsked) -> bool:
    """Whether it is judged by its own name, so that to ask of it is to ask whether it is so."""
    return bool(_data()["kinds"][goal.kind].get("alone"))


def _in_swedish(text: str) -> str:
    """A question with the Swedish names of goals that it names in English."""
    told = fold(text)
    for english, swedish in _data()["english"].items():
        told = told.replace(english, swedish)
    return told


def _head(word: str, kind: str) -> tuple[str, str] | None:
    ends = _data()["kinds"][kind]["ends"]
    return next(((word.removesuffix(e), kind) for e in ends if word.endswith(e)), None)


def _named_behind(said: Sequence[str]) -> tuple[str, ...]:
    """What is said behind "målet om", up to the end of the question."""
    if not said or said[0] not in _data()["leading"]:
        return ()
    roots = telling_roots(" ".join(said[1:]))
    told = (root(word) for word in said[1:])
    return tuple(dict.fromkeys(each for each in told if each in roots))


def verdicts_told(
    document: Document, goal: GoalAsked, years: Sequence[int] = ()
) -> Iterator[VerdictTold]:
    """What a document tells of whether a goal is reached, in the order printed; where years are
    asked for, nothing that a sentence tells of others."""
    for spans in _paragraphs(document):
        for n in range(len(spans)):
            told = _told(document, spans, n, goal)
            named = years_in(document.quote(told.spans[-1])) if told and years else frozenset()
            if told and not (named and named.isdisjoint(years)):
                yield told


def results_told(document: Document, goal: GoalAsked) -> Iterator[tuple[Span, ...]]:
    """The sentences that give the result by which a demand is judged ("balanskravsresultatet är
    …"), with what is said behind of anything to be made good."""
    ends = tuple(f"{each}{end}" for each in _words(goal) for end in _data()["result"])
    for spans in _paragraphs(document):
        for n, span in enumerate(spans):
            text = document.quote(span)
            if not (any(w.endswith(ends) for w in words(text)) and find_numbers(text)):
                continue
            behind = spans[n + 1 : n + 2]
            yield (span, *(s for s in behind if _says("restoring", document.quote(s))))


def paragraphs(document: Document) -> Iterator[tuple[list[Span], list[Span]]]:
    """The sentences of each paragraph, with the heading right above it."""
    above: list[Span] = []
    for block in document.blocks:
        if block.kind in _PROSE:
            told = sentences(document.text, block.span)
            yield above, [Span(each.start, each.end) for each in told]
        above = [block.span] if block.kind is BlockKind.HEADING else []


def _paragraphs(document: Document) -> Iterator[list[Span]]:
    """The sentences of each paragraph, behind the heading right above it: goals are often headings
    ("Låneskulden per invånare ska vara högst 32 000 kronor")."""
    return ([*above, *told] for above, told in paragraphs(document))


def _told(
    document: Document, spans: Sequence[Span], at: int, goal: GoalAsked
) -> VerdictTold | None:
    """The verdict of a sentence on a goal that it, or what stands right before it, names."""
    text = document.quote(spans[at])
    if not _is_verdict(text, goal) or (is_judged_alone(goal) and _says("supposed", text)):
        return None
    if _says("counted", _pattern("cause").sub("", fold(text))):
        return None
    first = _first_naming(document, spans, at, goal)
    if first is None:
        return None
    return VerdictTold(
        document,
        _with_figures(document, spans, first, at, goal),
        _met(text, goal),
        _says("supposed", text),
        _says("expected", text),
    )


def _first_naming(
    document: Document, spans: Sequence[Span], at: int, goal: GoalAsked
) -> int | None:
    """The sentence from which on all is said that the goal is for; one with a verdict in between
    is that of another goal."""
    for first in range(at, max(-1, at - 1 - _BEFORE), -1):
        if first < at and _is_verdict(document.quote(spans[first]), goal):
            return None
        if _names(document, spans[first : at + 1], goal):
            return first
    return None


def _names(document: Document, spans: Sequence[Span], goal: GoalAsked) -> bool:
    said = [word for span in spans for word in words(document.quote(span))]
    return all(any(word.startswith(head) for word in said) for head in goal.heads)


def _with_figures(
    document: Document, spans: Sequence[Span], first: int, at: int, goal: GoalAsked
) -> tuple[Span, ...]:
    """The sentences, with the one before or behind where only that gives a figure of the goal."""
    if any(find_numbers(document.quote(span)) for span in spans[first : at + 1]):
        return tuple(spans[first : at + 1])
    for other in (first - 1, at + 1):
        if not 0 <= other < len(spans):
            continue
        if find_numbers(document.quote(spans[other])) and _names(document, [spans[other]], goal):
            return tuple(spans[min(first, other) : max(at, other) + 1])
    return tuple(spans[first : at + 1])


def _met(text: str, goal: GoalAsked) -> bool | None:
    """Whether the clause that judges the goal tells that it is reached; null where it does not
    say, or says that it is in part."""
    if is_judged_alone(goal):
        return None if _says("partly", text) else not _says("denied", text)
    judged = [c for c in _pattern("joints").split(fold(text)) if judges(c)]
    own = [c for c in judged if all(f" {head}" in f" {c}" for head in goal.heads)]
    clauses = own or [c for c in judged if _names_kind(c, goal)] or judged
    if len(clauses) != 1 or _says("partly", clauses[0]):
        return None
    if _says("denied", clauses[0]):
        return False
    return True if _says("kept", clauses[0]) else None


def _is_verdict(text: str, goal: GoalAsked) -> bool:
    own = set(_data()["kinds"][goal.kind].get("verdicts", ()))
    told = text.rstrip().endswith(".") and not own.isdisjoint(words(text))  # no list of contents
    return (judges(text) or told) and _names_kind(text, goal)


def _names_kind(text: str, goal: GoalAsked) -> bool:
    return any(word.endswith(_words(goal)) for word in words(text))


def says_so(text: str) -> bool:
    """Whether a sentence judges goals and does not only say what is aimed at or supposed."""
    clauses = _pattern("joints").split(fold(text))
    return any(judges(clause) and not _says("supposed", clause) for clause in clauses)


def judges(text: str) -> bool:
    """Whether a text has a word that says that a goal is reached or not."""
    return not set(words(text)).isdisjoint(_data()["verdicts"])


def _words(goal: GoalAsked) -> tuple[str, ...]:
    return tuple(_data()["kinds"][goal.kind]["words"])


def _says(name: str, text: str) -> bool:
    return _pattern(name).search(fold(text)) is not None


def _data() -> dict[str, Any]:
    found: dict[str, Any] = vocabulary("answering")["goals_told"]
    return found


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()[name]))

"""Clauses beside a question that hold words nothing knows and restrict nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.tokens import Token
from plansvar.language.verbs import general_verbs, is_verb

BETWEEN = re.compile(r"[,()\u2013\u2014]|\s-\s")


@dataclass(frozen=True, slots=True)
class Aside:
    """A question without what was said beside it, blanked so that every place is kept, and the
    words that were said there."""

    text: str
    words: tuple[str, ...]


def without_remarks(reading: Reading, unknown: Sequence[str], start: int) -> Aside | None:
    """The question without the clauses that hold `unknown` words; none where one of them may
    restrict what is asked for, or where nothing would be left."""
    places = {i for i, token in enumerate(reading.tokens) if token.text in unknown}
    clauses = _clauses(reading, start, places)
    dropped = [clause for clause in clauses if places.intersection(clause)]
    if not dropped or len(dropped) == len(clauses):
        return None
    if not all(_is_remark(reading, clause, places) for clause in dropped):
        return None
    places = {i for clause in dropped for i in clause}
    said = (reading.tokens[i].text for i in sorted(places))
    return Aside(blanked(reading, places, start).rstrip(" ,"), tuple(dict.fromkeys(said)))


def blanked(reading: Reading, places: Collection[int], start: int) -> str:
    """The question with the words at these places blanked, so that every other keeps its own."""
    text = reading.text
    for place in places:
        span = reading.tokens[place].span
        begin, end = span.start - start, span.end - start
        text = f"{text[:begin]}{' ' * (end - begin)}{text[end:]}"
    return text


def _clauses(reading: Reading, start: int, unknown: set[int]) -> list[range]:
    """The places of each clause; one begins behind a comma, and with the word that asks."""
    begins = [0]
    for index in range(1, len(reading.tokens)):
        before, token = reading.tokens[index - 1 : index + 1]
        gap = reading.text[before.span.end - start : token.span.start - start]
        asks = token.key in grammar()["starts"] and unknown.intersection(range(begins[-1], index))
        if BETWEEN.search(gap) or asks:
            begins.append(index)
    return [
        range(a, b)
        for a, b in zip(begins, [*begins[1:], len(reading.tokens)], strict=True)
        if a < b
    ]


def _is_remark(reading: Reading, clause: range, unknown: set[int]) -> bool:
    """Whether a clause is said by or of somebody and names nothing that is asked for."""
    tokens = reading.tokens[clause[0] : clause[-1] + 1]
    if reading.found.used.intersection(clause) or any(t.number is not None for t in tokens):
        return False
    kept = (*_asking(), *grammar()["specifying"])
    whole = _is_whole(tokens)
    if any(t.key in kept for t in tokens) or (tokens[0].key in _restricting() and not whole):
        return False
    if any(_restricts(reading, place, whole) for place in clause if place in unknown):
        return False
    spoken = whole or _opens(tokens[0]) or any(map(_is_said, tokens))
    return spoken and not _begins_relative(tokens)


def _is_whole(tokens: Sequence[Token]) -> bool:
    """ "det dräller av …": a clause with its own subject and verb."""
    if len(tokens) > 1 and tokens[0].text == grammar()["english_speaker"]:
        return True
    return len(tokens) > 1 and tokens[0].key in (*grammar()["it"], *grammar()["speakers"])


def _restricts(reading: Reading, place: int, whole: bool) -> bool:
    """A name; or, where no sentence is made of it, what stands behind a preposition or an article
    behind one."""
    before = [t.key for t in reading.tokens[max(0, place - 2) : place]]
    named = place > 0 and reading.tokens[place].text[:1].isupper()
    close = before if before[-1:] and before[-1] in grammar()["before_named"] else before[-1:]
    return named or (not whole and any(key in _restricting() for key in close))


def _begins_relative(tokens: Sequence[Token]) -> bool:
    pairs = pairwise(tokens)
    return any(a.key in grammar()["pronouns"] and b.key in grammar()["relatives"] for a, b in pairs)


def _is_said(token: Token) -> bool:
    speaks = (*grammar()["it"], *grammar()["speakers"], *grammar()["be"])
    return token.key in speaks or token.key in general_verbs() or is_verb(token.key)


def _opens(token: Token) -> bool:
    return token.key in grammar()["opens_remark"]


def _asking() -> frozenset[str]:
    return frozenset(grammar()["starts"]) - frozenset(grammar()["opens_remark"])


def _restricting() -> tuple[str, ...]:
    return (*grammar()["prepositions"], *grammar()["excepting"])

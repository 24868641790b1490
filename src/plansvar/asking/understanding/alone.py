"""Follow-ups of a few words that ask one thing of what was spoken of ("och målet?")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from plansvar.asking.query import Conditions, Operation
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.tokens import Token


def asked_alone(parsed: Parsed) -> Parsed:
    """ "vilken nämnd?" and no more asks who is responsible."""
    follow = {i for m in parsed.reading.places("follow") for i in range(m.start, m.end)}
    tokens = [t.key for i, t in enumerate(parsed.reading.tokens) if i not in follow]
    every = [t.key for t in parsed.reading.tokens if t.key not in grammar()["softeners"]]
    bare = " ".join(key for key in tokens if key not in grammar()["softeners"])
    pointed = [token.key for token in _with_pronouns(parsed.reading)]
    said = {bare, " ".join(every), *_without_joining(every), *_without_joining(pointed)}
    for name, phrases in grammar()["alone"].items():
        if not said.isdisjoint(phrases):
            operation = Operation(name)
            query = replace(parsed.query, links=(), money=None)
            if operation is Operation.TARGET:
                goal = tuple(grammar()["its_target"]["measure"])
                query = replace(query, measures=goal, conditions=Conditions())
            return replace(parsed, query=query, operation=operation, subject=None, unlinked=())
    return _for_the_gap(_for_its_target(parsed))


def _with_pronouns(reading: Reading) -> Iterator[Token]:
    """ "vilken nämnd har det uppdraget?": a noun for what was spoken of says no more than the
    pronoun before it."""
    nouns = {i for m in reading.places("subject") for i in range(m.start, m.end)}
    for index, token in enumerate(reading.tokens):
        pronoun = index > 0 and reading.tokens[index - 1].key in grammar()["it"]
        if not (pronoun and index in nouns):
            yield token


def _without_joining(keys: list[str]) -> list[str]:
    """ "och vad ska det vara då": the words without what only joins them to what was said."""
    first = keys[1:] if keys and keys[0] in grammar()["joins"] else keys
    last = first[:-1] if first and first[-1] in grammar()["joining_last"] else first
    return [" ".join(first), " ".join(last)]


def _for_the_gap(parsed: Parsed) -> Parsed:
    """ "hur många dagar ska bort?": how far it is to the target, of what was spoken of."""
    gap = grammar()["gap"]
    keys = [token.key for token in parsed.reading.tokens]
    must = any(a in gap["must"] and b in gap["ways"] for a, b in pairwise(keys))
    counted = parsed.operation in (Operation.COUNT, Operation.VALUE)
    if not (must and counted) or parsed.unlinked or parsed.query.links:
        return parsed
    query = replace(parsed.query, operation=Operation.DIFFERENCE, conditions=Conditions())
    return replace(parsed, query=query, operation=Operation.DIFFERENCE, subject=None)


def _for_its_target(parsed: Parsed) -> Parsed:
    """ "vilket mål hade nämnden för 2035": one target is asked for, of what was spoken of."""
    keys = [token.key for token in parsed.reading.tokens]
    asks = grammar()["its_target"]
    begins = any(
        one in asks["which"] and two in asks["target"] and three in asks["having"]
        for one, two, three in zip(keys, keys[1:], keys[2:], strict=False)
    )
    query = parsed.query
    restricted = query.conditions.assessments or query.order or query.premise
    if not begins or restricted or parsed.unlinked or query.links:
        return parsed
    query = replace(
        query, operation=Operation.TARGET, measures=tuple(asks["measure"]), conditions=Conditions()
    )
    return replace(parsed, query=query, operation=Operation.TARGET, subject=None)

"""Questions for decisions, events, challenges or plans ahead as such: a whole question whose noun
names no matter that a row could have; and for what is done for a whole area of the work."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from plansvar.asking.query import Operation, Query, Scope, Subject
from plansvar.asking.understanding.areas_said import areas_said
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import function_words
from plansvar.asking.understanding.reading import Reading, read
from plansvar.asking.understanding.tokens import tokenise
from plansvar.language.areas import Area
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def thing_named(name: str) -> Mapping[str, Any] | None:
    """What such things are called and told by; none for a word that is no such thing."""
    return next((each for each in _things() if each["name"] == name), None)


def asked_of_things(text: str, talking: bool, catalogue: Catalogue, language: str) -> Query | None:
    """The query for such things; null where the question is of another form, says more than whose,
    in which year and which document, or in the middle of a talk leaves to that what it is about
    ("hur ser det ut framöver?")."""
    area = _area_asked(text)
    owned = _owner().sub("", fold(text))
    if not (area or any(_any_of(_forms(each, talking)).match(owned) for each in _things())):
        return None
    reading = read(text, 0, catalogue, Scope(), language)
    said = (text, _outside_scope(reading))
    thing = next(filter(None, (thing_asked(each, talking) for each in said)), None)
    name = area.name if area else thing["name"] if thing else None
    if name is None or reading.found.other_units or reading.found.other_place:
        return None
    scope = reading.found.scope
    units = tuple(dict.fromkeys((*scope.organisations, *reading.found.responsible)))
    return Query(
        text=text,
        base=text,
        subject=Subject.PASSAGES,
        operation=Operation.HOW if area else Operation.WHAT,
        scope=replace(scope, organisations=units),
        keywords=(name,),
        language=language,
        things=True,
    )


def _area_asked(question: str) -> Area | None:
    """The one area that it is asked about what is done for it, where it says nothing more."""
    asked = _any_of(tuple(vocabulary("things")["done_for_area"]))
    found = asked.fullmatch(fold(question).strip(" ?!."))
    tokens = tokenise(found["area"]) if found else ()
    said = areas_said(tokens)
    if len(said) != 1 or said[0].goals:
        return None
    rest = [token for n, token in enumerate(tokens) if n not in said[0].places]
    return said[0].area if all(t.key in function_words() for t in rest) else None


def thing_asked(question: str, talking: bool = False) -> Mapping[str, Any] | None:
    """What a question asks for; none where it says anything more."""
    asked = fold(question).strip(" ?!.")
    found = (each for each in _things() if _any_of(_forms(each, talking)).fullmatch(asked))
    return next(found, None)


def _forms(thing: Mapping[str, Any], talking: bool) -> tuple[str, ...]:
    return (*thing["asked"], *(() if talking else thing.get("asked_first", ())))


def _outside_scope(reading: Reading) -> str:
    """The question without the words for a unit, a year or a document."""
    kept = (t.text for n, t in enumerate(reading.tokens) if n not in reading.found.used)
    return " ".join(kept)


@cache
def _owner() -> re.Pattern[str]:
    """A unit in the genitive, as it stands before what is asked for of it."""
    endings = "|".join(vocabulary("documents")["organisations"]["endings"])
    return re.compile(rf"\b\w*(?:{endings}){vocabulary('questions')['grammar']['genitive']}\s+")


def _things() -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = vocabulary("things")["things"]
    return found


@cache
def _any_of(parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts))

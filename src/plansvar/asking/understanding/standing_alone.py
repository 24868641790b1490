"""Whether a question in the middle of a talk can be answered for itself.

A follow-up leaves something to the questions before it; one that says what it is about and of whom,
when or where stands alone, whatever was spoken of before. Measured on some 700 turns of talks and
1 500 whole questions asked behind another: it takes nearly no follow-up for a whole question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from plansvar.asking.query import Conditions, Money, Operation, Query, Scope, Subject
from plansvar.asking.understanding.areas_said import asks_how_it_goes
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.member_tables import kinds_of_word
from plansvar.asking.understanding.reading import Reading, read
from plansvar.asking.understanding.tokens import clean
from plansvar.asking.understanding.unit_turns import is_of_units
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary


def follows(query: Query) -> bool:
    """Whether a question, or a part of it, was read as a follow-up."""
    return query.follow_up or any(part.follow_up for part in query.parts)


def stands_alone(question: str, query: Query, named_only: bool, catalogue: Catalogue) -> bool:
    """Whether a question, which `query` reads without those before it, points back at nothing and
    names both a matter and its place or year; with `named_only` the name of a row is enough."""
    if query.decline is not None or query.not_understood:
        return False
    reading = read(clean(question), 0, catalogue, Scope(), query.language)
    unnamed = any(token.key in _pointers(query.language) for token in reading.tokens)
    own = units_of(query, reading) or is_of_units(query, catalogue)
    if _points(reading) or (unnamed and not own):
        return False
    if _asks_of_unit(question, query, reading) or _is_whole(query, reading):
        return True
    if _is_of_municipality(query, reading) or _ages().search(fold(question)):
        return True
    return named_only and bool(query.links)


def _pointers(language: str) -> tuple[str, ...]:
    """Words for a unit or place that was spoken of; "are there any?" points at none."""
    places = grammar()["pointing_places"] if language == "sv" else ()
    return (*grammar()["spoken_of"], *places)


def units_of(query: Query, reading: Reading) -> tuple[str, ...]:
    """The units that a question is of, be it as those that answer for what is asked for; a mere
    unit is not asked for its undertakings."""
    named = query.subject is not Subject.COMMITMENTS or reading.has("subject")
    return query.scope.organisations or (query.conditions.responsible if named else ())


def asks_of_municipality(question: str, query: Query, catalogue: Catalogue) -> bool:
    """ "går kommunen back?": the whole municipality's result, whichever unit was spoken of."""
    reading = read(clean(question), 0, catalogue, Scope(), query.language)
    return _is_of_municipality(query, reading)


def _is_of_municipality(query: Query, reading: Reading) -> bool:
    named = set(vocabulary("answering")["balance"]["municipality"])
    whole = not (query.scope.organisations or query.conditions.responsible)
    sided = query.money is not None and query.money.side is not None
    return whole and sided and any(token.key in named for token in reading.tokens)


def _asks_of_unit(question: str, query: Query, reading: Reading) -> bool:
    """ "vem leder kommunstyrelsen?", "sammanfatta läget för KLK", "hur går det för nämnden?": the
    unit is all that it needs."""
    unit = query.scope.organisations or query.conditions.responsible
    leads = _leading().search(fold(question)) or asks_how_it_goes(reading.tokens)
    return bool(unit) and bool(leads or query.operation is Operation.SUMMARISE)


@cache
def _leading() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["posts"]["leading"]))


@cache
def _ages() -> re.Pattern[str]:
    """People of an age ("hur många är över 80 år?"), which is no limit of a value."""
    return re.compile(grammar()["of_ages"])


def _is_whole(query: Query, reading: Reading) -> bool:
    places = sum(map(bool, _places(query, reading)))
    noun = reading.has("subject") or bool(query.conditions.kinds)
    money = query.money is not None and query.money != Money()
    matter = bool(money or query.keywords or _names_matter(query, reading)) or noun
    conditions = query.conditions != Conditions()
    boards = any(kinds_of_word(token.key) for token in reading.tokens)
    noun = noun or (boards and bool(query.conditions.assessments))
    return places > 1 or (places == 1 and matter) or (noun and conditions)


def _names_matter(query: Query, reading: Reading) -> bool:
    """Whether a row is named by more than a measure, which is of whatever was spoken of."""
    measures = reading.places("measure")
    said = {fold(reading.words(m.start, m.end).text) for m in measures}
    return any(fold(w.text) not in said for link in query.links for w in link.words)


def _places(query: Query, reading: Reading) -> Iterable[bool]:
    """Of whom, where, in what and when. "I år" and "året innan" are counted from what was said."""
    scope = query.scope
    yield bool(units_of(query, reading))
    yield bool(scope.municipalities)
    yield bool(scope.documents or scope.document_kinds)
    yield any(token.key.isdigit() and int(token.key) in scope.years for token in reading.tokens)


def _points(reading: Reading) -> bool:
    """Whether a word stands for something said before: "och" and the like at the beginning or "då"
    at the end, and "det" that is neither an article nor the empty one of "det finns"."""
    for match in reading.places("follow"):
        ends = match.end == len(reading.tokens)
        if match.start == 0 or (match.value != "and" and not _is_empty(match.start, reading)):
            return True
        if match.value == "and" and ends:
            return True
    return False


def _is_empty(place: int, reading: Reading) -> bool:
    tokens = reading.tokens
    if tokens[place].key not in grammar()["definite"] or place + 1 == len(tokens):
        return False
    before = tokens[place - 1].key
    if before in (*grammar()["be"], *grammar()["becoming"], *grammar()["money_cues"]["going"]):
        return True
    opened = {m.start for c in ("function", "operation") for m in reading.places(c)}
    return place + 1 not in opened

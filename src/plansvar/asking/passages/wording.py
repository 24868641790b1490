"""What a question asks of running text: its words, and the kind of answer that it wants."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from weakref import WeakKeyDictionary

from plansvar.asking.keeping import KeptBeside
from plansvar.asking.passages.quantities import COUNT, sort_asked
from plansvar.asking.passages.restricting import names_within, words_within
from plansvar.asking.passages.terms import Terms, terms_of
from plansvar.asking.query import Operation, Query, Words
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.implied import people_implied
from plansvar.asking.understanding.lexicon import grammar
from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.lexicon import Lexicon
from plansvar.language.vocabulary import vocabulary

ACTION, COMPANY, QUANTITY, NAME = "action", "company", "quantity", "name"
KEPT_TERMS = 64  # of the questions asked just now
OPENING = 4  # words of a question that say what kind of name it asks for
OF_TIME = ("duration", "frequency")
LOOSE = (Operation.HOW, Operation.WHAT, Operation.WHY, Operation.WHO, Operation.LIST)
SHORT = 4  # letters of words that tell little of a name
GENITIVE = re.compile(r"(?<=\w):s\b")
OF_DEALS = (Operation.WHO, Operation.WHEN)
KINDS = {
    Operation.WHY: "why",
    Operation.HOW: "how",
    Operation.WHEN: "when",
    Operation.WHO: "who",
    Operation.RESPONSIBLE: "who",
    Operation.EXPLAIN: "explain",
    Operation.SUMMARISE: "summary",
    Operation.TARGET: "target",
    Operation.VALUE: "quantity",
    Operation.COUNT: "quantity",
    Operation.SHARE: "quantity",
}


_TERMS: KeptBeside[Terms] = KeptBeside(KEPT_TERMS)
_TERMS_SAID: KeptBeside[Terms] = KeptBeside(KEPT_TERMS)


def asked_terms(query: Query, library: Library) -> Terms:
    """The words of a question that a passage has to speak of."""
    return _TERMS.get(library, query, lambda: _terms_anew(query, library))


def terms_said(text: str, library: Library, language: str = "sv") -> Terms:
    """The words of a text by itself, of a name as of a question."""
    return _TERMS_SAID.get(
        library, (text, language), lambda: terms_of(text, lexicon_of(library), language=language)
    )


def _terms_anew(query: Query, library: Library) -> Terms:
    asked = asked_text(query)
    return terms_of(
        asked,
        lexicon_of(library),
        query.keywords,
        names_within(query.scope, library),
        query.language,
        words_within(asked, query, library) | _passed_over(query) | _people(query, asked),
        kind_of(query) == ACTION,
        _unit_names(query, library),
    )


def _people(query: Query, asked: str) -> frozenset[str]:
    """People whose number is asked beside what they have, by which they are known: "430 personer
    har hemtjänst" is told of the elderly."""
    return people_implied(words(asked)) if sort_asked(query.text) == COUNT else frozenset()


def _unit_names(query: Query, library: Library) -> dict[str, tuple[str, ...]]:
    """The names of the units that the question names in one word ("VON")."""
    return {
        unit.words[0]: (unit.name,)
        for unit in catalogue_of(library).organisations
        if unit.name in query.scope.organisations and len(unit.words) == 1
    }


def kind_of(query: Query) -> str:
    """What kind of answer a question wants; some forms of words want one of their own."""
    own = _kind_said(query.text)
    if own in (QUANTITY, NAME) and query.operation is Operation.WHY:
        own = None
    if own and (query.operation in LOOSE or own in OF_TIME):
        return own
    return KINDS.get(query.operation, "what")


@lru_cache(maxsize=KEPT_TERMS)
def _kind_said(text: str) -> str | None:
    told = fold(text)
    return next((kind for kind, asks in _asking() if asks.search(told)), None)


@cache
def _asking() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds: Mapping[str, list[str]] = vocabulary("passages")["asking"]
    return tuple((kind, re.compile("|".join(asks))) for kind, asks in kinds.items())


def asked_text(query: Query) -> str:
    """The question with the names that it took over from the questions before it, and without the
    value that it says that a row has: a sentence that explains it need not print it."""
    text = GENITIVE.sub("", _without_claim(query))
    if query.operation in OF_DEALS:
        text = _amounts_said().sub(" ", text)
    held = set(words(text))
    named = [word for link in query.links for part in link.words for word in words(_head(part))]
    carried = [word for word in dict.fromkeys(named) if word not in held]
    return " ".join([text, *carried]) if query.follow_up else text


@cache
def _amounts_said() -> re.Pattern[str]:
    """An amount of money that a question takes for granted: what answers it prints its own."""
    units = "|".join(map(re.escape, vocabulary("passages")["numbers"]["said"]))
    small = "|".join(map(re.escape, vocabulary("passages")["roles"]["small"]))
    return re.compile(rf"(?i)(?:\b(?:{small})\s+)?\b\d[\d\s.,]*\s?(?:{units})\b")


def _without_claim(query: Query) -> str:
    pieces = query.claimed.words[0].text.split() if query.claimed else []
    value = r"\s*".join(map(re.escape, pieces))
    return re.sub(value, "", query.text) if value else query.text


def _head(part: Words) -> str:
    """What a row's whole name is about, without what it is measured in or of; a person's own words
    as they are."""
    if part.span.end > 0:
        return part.text
    head = re.split(
        rf"[,(]| (?:{'|'.join(vocabulary('passages')['roles']['prepositions'])}) ", part.text
    )
    telling = [word for word in words(head[0]) if len(word) > SHORT]
    return head[0] if len(telling) > 1 else part.text


def _passed_over(query: Query) -> frozenset[str]:
    """The words of the question that need not stand in a passage."""
    free = (*query.passed_over, *query.aside, *query.carried)
    told = frozenset(word for said in free for word in words(said)) | asking_words(query)
    means = grammar()["purposes"]["means"] if kind_of(query) == ACTION else ()
    return told | where_words(query) | frozenset(means)


def where_words(query: Query) -> frozenset[str]:
    """The words of a question for the meaning of something that only say where it stands
    ("nämndtabellen")."""
    if query.operation is not Operation.EXPLAIN:
        return frozenset()
    nouns = tuple(grammar()["pointing"])
    return frozenset(word for word in words(query.text) if word.endswith(nouns))


def asking_words(query: Query) -> frozenset[str]:
    """The words of a question that say of what kind the name is that it asks for, which an answer
    need not repeat ("vilket företag")."""
    if kind_of(query) != COMPANY:
        return frozenset()
    nouns = tuple(vocabulary("passages")["about"]["companies"])
    return frozenset(word for word in words(query.text)[:OPENING] if word.endswith(nouns))


_LEXICONS: WeakKeyDictionary[Library, Lexicon] = WeakKeyDictionary()


def lexicon_of(library: Library) -> Lexicon:
    """The words of all passages of a library."""
    if library not in _LEXICONS:
        counts = library.word_counts()
        _LEXICONS[library] = Lexicon(counts, max(counts.values(), default=1))
    return _LEXICONS[library]

"""Where something stands ("i vilket dokument finns X?", "var kan jag läsa om X?"): X is read as a
question of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from weakref import WeakKeyDictionary

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Conditions, Operation, Query, Subject
from plansvar.asking.understanding.carrying import dating_scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.group_parsing import parse
from plansvar.asking.understanding.parsing import Parsed
from plansvar.asking.understanding.patterns import pattern, plain
from plansvar.asking.understanding.reading import contents, read
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.turns import names_rows
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import alternatives, vocabulary

LEAST = 0.7  # how well a row has to be named
FEW = 2  # words of the grammar that may be what is looked for
SHORTEST = 3  # letters of a thing
_KINDS = 2  # kinds of documents of which one is asked for
_EDGES = " ?!.,:;”\"'–—-"
_OF_ROWS = (Subject.INDICATORS, Subject.AMOUNTS, Subject.COMMITMENTS)

_KEPT: WeakKeyDictionary[Catalogue, frozenset[frozenset[str]]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Form:
    """One way of asking where something stands. `open` ones may ask for a place in the town,
    `either` for one of two documents, `about` whether the documents tell anything of it."""

    whole: re.Pattern[str]
    open: bool
    either: bool
    about: bool = False


def located(
    text: str, conversation: Conversation, catalogue: Catalogue, language: str
) -> Query | None:
    """The query for the places of the thing that a question asks for; null where it asks for
    something else, or for nothing that rows, headings or texts name."""
    for form, thing, where, start in _things(text):
        before = dating_scope(conversation, catalogue)
        parsed = parse(read(thing, start, catalogue, before, language), catalogue)
        if where:
            within = parse(read(f"{thing} {where}", start, catalogue, before, language), catalogue)
            if not (_names_documents(within) or _is_anywhere(where)):
                continue
            parsed = within if _names_documents(within) else parsed
        scope = parsed.query.scope
        if form.either and max(len(scope.document_kinds), len(scope.documents)) < _KINDS:
            continue
        rows = _rows_named(parsed, catalogue)
        headed = _is_heading(thing, catalogue)
        loose = form.open and _is_loose(text)
        if loose and not headed and not (rows and _names_well(parsed, thing)):
            continue
        few = len(thing.split()) <= FEW
        if rows or headed or few or _has_words(parsed, catalogue):
            query = _placed(parsed, text, thing, rows and not form.about)
            return replace(query, operation=Operation.WHAT) if form.about else query
    return None


def _placed(parsed: Parsed, text: str, thing: str, rows: bool) -> Query:
    query = parsed.query
    return replace(
        query,
        text=text,
        base=text,
        operation=Operation.PAGE,
        subject=query.subject if rows else Subject.PASSAGES,
        links=query.links if rows else (),
        conditions=Conditions(),
        premise=None,
        order=None,
        decline=None,
        money=None,
        not_understood=(),
        keywords=query.keywords or tuple(thing.split()),
        place=thing,
    )


def _is_anywhere(where: str) -> bool:
    """ "i dokumenten": words that restrict to no certain document."""
    return fold(where).split()[-1] in vocabulary("ofdocuments")["any"]


def _names_documents(parsed: Parsed) -> bool:
    scope = parsed.query.scope
    named = scope.documents or scope.document_kinds or scope.municipalities
    return bool(named or scope.organisations)


def _rows_named(parsed: Parsed, catalogue: Catalogue) -> bool:
    """Whether the words all name rows."""
    query = parsed.query
    unread = parsed.unlinked or query.not_understood or query.passed_over or query.decline
    if unread or query.subject not in _OF_ROWS or not query.links:
        return False
    well = all(link.score >= LEAST for link in query.links)
    return well and names_rows(parsed, catalogue)


def _names_well(parsed: Parsed, thing: str) -> bool:
    """Whether what is asked for is at least half of a row's name."""
    asked = _stems(words(thing))
    names = [_stems(words(link.name)) for link in parsed.query.links]
    return any(2 * len(name & asked) >= len(name) for name in names)


def _has_words(parsed: Parsed, catalogue: Catalogue) -> bool:
    """Whether there is a word of matter to look for."""
    return any(not c.support for c in contents(parsed.reading, frozenset(), catalogue))


def _is_loose(text: str) -> bool:
    """ "var finns X": a question that may be for a place in the town."""
    begins = alternatives(vocabulary("places")["loose"])
    return pattern(rf"\w+\s+(?:{begins})\b(?! om\b)").match(plain(text.strip())) is not None


def _is_heading(thing: str, catalogue: Catalogue) -> bool:
    """Whether a heading consists of the same words."""
    asked = _stems(words(thing))
    return bool(asked) and asked in _headings(catalogue)


def _headings(catalogue: Catalogue) -> frozenset[frozenset[str]]:
    """The words of each heading, as roots."""
    if catalogue not in _KEPT:
        _KEPT[catalogue] = frozenset(
            _stems(words(document.quote(section.heading)))
            for document in catalogue.documents
            for section in document.sections
        )
    return _KEPT[catalogue]


def _stems(said: Iterable[str]) -> frozenset[str]:
    """The roots of the words of a heading, its number aside."""
    return frozenset(root(word) for word in said if any(sign.isalpha() for sign in word))


def _things(text: str) -> Iterator[tuple[Form, str, str, int]]:
    """What the question asks the place of, in what, and where it begins."""
    stripped = text.strip(_EDGES)
    offset = text.index(stripped) if stripped else 0
    for form in _forms():
        match = form.whole.fullmatch(plain(stripped))
        if match is None:
            continue
        said = stripped[match.start("thing") : match.end("thing")]
        ahead = _before().match(said)
        begin = ahead.end() if ahead else 0
        thing = said[begin:].strip(_EDGES)
        first = fold(thing).partition(" ")[0]
        if len(thing) < SHORTEST or first in vocabulary("places")["not_things"]:
            continue
        named = match.groupdict().get("where")
        where = stripped[match.start("where") : match.end("where")].strip() if named else ""
        yield form, thing, where, offset + match.start("thing") + said.index(thing, begin)


@cache
def _forms() -> tuple[Form, ...]:
    data = vocabulary("places")
    nouns, verbs = alternatives(data["nouns"]), alternatives(data["verbs"])

    def filled(told: str) -> str:
        named = told.replace("{nouns}", nouns).replace("{verbs}", verbs)
        return named.replace("{{", "{").replace("}}", "}")

    return tuple(
        Form(
            pattern(rf"(?:{filled(form['lead'])})\s+(?P<thing>.+?){form['tail']}"),
            form.get("open", False),
            form.get("either", False),
            form.get("about", False),
        )
        for form in data["forms"]
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:(?:{alternatives(vocabulary('places')['before'])})\s+)*", re.I)

"""Questions about documents as such: how long they are, which is newest, what they are about, which
units they tell of, when they were adopted."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from plansvar.asking.query import Operation, Query, Scope, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import FUNCTION
from plansvar.asking.understanding.patterns import pattern, plain
from plansvar.asking.understanding.reading import Reading, read
from plansvar.language.folding import bare, fold, words
from plansvar.language.vocabulary import alternatives, vocabulary

_EDGES = " ?!.,:;”\"'–—-"
_OF_PLACES = ("all", "units", "newest", "oldest")
_TELLING = 5  # letters of a word that tells which title is meant


@dataclass(frozen=True, slots=True)
class Form:
    about: str
    whole: re.Pattern[str]


def asked_of_documents(text: str, catalogue: Catalogue, language: str) -> Query | None:
    """The query about documents; null where the question is of another form or names none."""
    stripped = text.strip(_EDGES)
    for form in _forms():
        match = form.whole.fullmatch(plain(stripped))
        if match is None:
            continue
        said = stripped[match.start("doc") : match.end("doc")].strip(_EDGES)
        scope = _named(said, catalogue, language)
        placed = scope is not None and (scope.municipalities or scope.organisations)
        if placed and form.about not in _OF_PLACES and scope and not scope.names_documents:
            continue
        if scope is not None:
            return Query(
                text=text,
                base=text,
                subject=Subject.DOCUMENTS,
                operation=Operation.LIST,
                scope=scope,
                language=language,
                of_documents=form.about,
            )
    return None


def _named(said: str, catalogue: Catalogue, language: str) -> Scope | None:
    """Which documents the words mean, all where they name no certain one; null where they mean
    something else."""
    if not said or fold(said) in vocabulary("ofdocuments")["any"]:
        return Scope()
    reading = read(said, 0, catalogue, Scope(), language)
    scope = reading.found.scope
    if (scope.documents or scope.document_kinds or scope.municipalities) and _is_no_more(reading):
        return scope
    titled = _titled(said, catalogue)
    return replace(scope, documents=titled, years=()) if titled else None


def _is_no_more(reading: Reading) -> bool:
    """Whether the words name documents and places, and nothing that is asked of these."""
    kinds = {i for m in reading.places("document_kind") for i in range(m.start, m.end)}
    small = {i for m in reading.matches if m.category == FUNCTION for i in range(m.start, m.end)}
    told = reading.found.used | kinds | small
    return all(index in told for index in range(len(reading.tokens)))


def _titled(said: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The documents whose titles hold all the words, be they longer there or shorter."""
    asked = [bare(word) for word in words(said) if len(word) >= _TELLING]
    found = []
    for document in catalogue.documents:
        title = [bare(word) for word in words(document.title) if len(word) >= _TELLING]
        if asked and all(any(a.startswith(t) or t.startswith(a) for t in title) for a in asked):
            found.append(document.path)
    return tuple(found)


@cache
def _forms() -> tuple[Form, ...]:
    data = vocabulary("ofdocuments")
    nouns = alternatives(data["nouns"])
    made = []
    for form in data["forms"]:
        lead = form["lead"].replace("{nouns}", nouns)
        named = r"(?P<doc>.+?)" if not form.get("optional") else r"(?P<doc>.*?)"
        gap = r"\s+" if not form.get("optional") else r"(?:\s+|$)"
        whole = rf"(?:och |men |hej,? )?(?:{lead}){gap}{named}{form['tail']}"
        made.append(Form(form["about"], pattern(whole)))
    return tuple(made)

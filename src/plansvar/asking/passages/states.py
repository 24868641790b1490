"""Sentences that tell that a thing is open, begun or done, where a question takes it for granted
that it is not, or that it came later than it did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from plansvar.asking.evidence.selecting import documents_asked
from plansvar.asking.evidence.words import years_in
from plansvar.asking.passages.contrary import Contrary
from plansvar.asking.passages.units import telling
from plansvar.asking.passages.wondered import Wondered, wondered
from plansvar.asking.query import Operation, Query
from plansvar.asking.understanding.roots import root
from plansvar.domain import Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.vocabulary import vocabulary

_SHORT = 5  # letters at least of a short name that stands for the longer one before it ("hallen")


def claims_undone(query: Query) -> bool:
    """Whether the cause is asked for of something's not being open, begun or done, or late."""
    asks = query.operation is Operation.WHY and not query.follow_up
    return asks and (_says("undone", query.text) or _came_late(query) is not None)


def told_done(query: Query, library: Library) -> Contrary | None:
    """The sentence of the newest document that tells of the thing itself that it is so; null where
    that document tells too that it is not, or nothing tells when it came."""
    late = _came_late(query)
    text = _pattern("behind").split(fold(query.text), 1)[0] if late is None else query.text
    asked = wondered(replace(query, text=text, links=()), library)
    things = tuple(t for t in asked.things if not _says_only_state(t.word))
    asked = replace(asked, things=things)
    if not things or all(_is_common(term.word) for term in things):
        return None
    scope = replace(query.scope, years=(), document_years=())
    for document in documents_asked(scope, library):
        told = list(_told(document, asked, library))
        if late is None and any(_says(_opposite(wished), clause) for _, clause, wished in told):
            return None
        for span, clause in ((span, clause) for span, clause, wished in told if not wished):
            if _says("done", clause) and (late is None or _is_before(document, clause, late)):
                return Contrary(document, span)
    return None


def _came_late(query: Query) -> int | None:
    """The year before which a question says that a thing was not there."""
    years = years_in(query.text)
    return max(years) if years and _says("late", query.text) else None


def _is_before(document: Document, clause: str, year: int) -> bool:
    """Whether a clause tells of what came before a year: by its own, or by its document's."""
    named = years_in(clause)
    told = max(named) if named else document.year
    return told is not None and told < year


def _opposite(wished: bool) -> str:
    """What says that a thing is not done: that it is to be, where a sentence tells of what is to
    come."""
    return "to_be_done" if wished else "not_done"


def _is_common(word: str) -> bool:
    """Whether a word is of many things ("bygget", "skolan"), so that a sentence on any of them
    proves nothing of the one that is asked about."""
    return root(fold(word)) in {root(each) for each in vocabulary("contrary")["states"]["common"]}


def _told(
    document: Document, asked: Wondered, library: Library
) -> Iterator[tuple[Span, str, bool]]:
    """The sentences that name the thing, or call it by a short name behind one that does, and
    whether they tell of what is to come."""
    for _, pieces in telling(library, document):
        before: Span | None = None
        for span in pieces:
            clause = document.quote(span)
            held = told_stems(clause)
            if _pattern_of_wishes().search(fold(clause)):
                if before is not None or asked.names(held):
                    yield span, clause, True
                before = span
            elif asked.names(held):
                yield span, clause, False
                before = span
            elif before is not None and _stands_for(clause, document.quote(before), asked):
                yield Span(before.start, span.end), clause, False
            else:
                before = None


def _stands_for(clause: str, lead: str, asked: Wondered) -> bool:
    """Whether a word is the end of the name in the sentence before it ("Sporthallen … Hallen")."""
    named = [word for word in words(fold(lead)) if asked.names(told_stems(word))]
    short = (word for word in words(fold(clause)) if len(word) >= _SHORT)
    return any(name.endswith(word) and name != word for word in short for name in named)


def _says_only_state(word: str) -> bool:
    return any(_says(kind, word) for kind in ("done", "behind")) or word.startswith(
        tuple(vocabulary("contrary")["states"]["aside"])
    )


def _says(kind: str, text: str) -> bool:
    return _pattern(kind).search(fold(text)) is not None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("contrary")["states"][kind]))


@cache
def _pattern_of_wishes() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("contrary")["states"]["wishes"]))

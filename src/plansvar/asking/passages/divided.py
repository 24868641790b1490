"""The rule by which something is divided ("fördelas efter folkmängd"): a sentence that says of the
thing what decides how much each gets. Figures alone do not tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from plansvar.asking.evidence.selecting import newest_key
from plansvar.asking.passages.finding import PassageFound, passage_of
from plansvar.asking.passages.ranking import SURE
from plansvar.asking.passages.restricting import documents_within, is_of_other_unit, is_within
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.terms import Term
from plansvar.asking.passages.units import UNQUOTABLE, quotable, surroundings
from plansvar.asking.passages.wording import asked_terms
from plansvar.asking.query import Query
from plansvar.domain import Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary


def asks_of_division(query: Query) -> bool:
    return _pattern("asked").search(fold(query.text)) is not None


def find_rule(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """The sentence of the newest document that tells how the thing is divided; none where none
    does."""
    within = documents_within(query.scope, library)
    needed = _things(query, library)
    units = query.scope.organisations
    if not asks_of_division(query) or within is None or not (needed or units):
        return ()
    documents = sorted(library.documents(), key=newest_key)
    found = (
        (document, span)
        for document in documents
        for number, span in _rules(document, library)
        if is_within(document, span, query.scope, within)
        and not is_of_other_unit(document, span, query)
        and (needed or _owner(document, span) in units)
        and _speaks_of(document, number, span, needed)
    )
    return tuple(passage_of(document, (span,)) for document, span in islice(found, 1))


def _things(query: Query, library: Library) -> list[Term]:
    """What is divided: the words of the question before those whom it is divided between, without
    those that only say that it is money."""
    said = words(_pattern("between").split(fold(query.text))[0])
    money = (
        *vocabulary("passages")["of_rows"]["money"],
        *vocabulary("passages")["divided"]["free"],
    )
    terms = [t for t in asked_terms(query, library).items if t.word in said]
    things = [t for t in terms if not (t.soft or is_verb(t.word))]
    told = [t for t in things if t.word not in money]
    return told if told or query.scope.organisations else things


def _rules(document: Document, library: Library) -> Iterator[tuple[int, Span]]:
    marks = row_marks(library).get(document.path, RowMarks())
    for number, block in enumerate(document.blocks):
        for span in () if block.kind in UNQUOTABLE else quotable(document, block, marks):
            text = document.quote(span)
            if _pattern("divides").search(text) and _pattern("rule").search(text):
                yield number, span


def _speaks_of(document: Document, number: int, span: Span, needed: Sequence[Term]) -> bool:
    """Whether a sentence, what it stands under or its document says what is divided."""
    above = f"{surroundings(document, number, span)} {document.title} {_owner(document, span)}"
    held = frozenset(told_stems(f"{above} {document.quote(span)}"))
    return all(term.factor(held) > SURE for term in needed)


def _owner(document: Document, span: Span) -> str:
    part = document.part_at(span.start)
    return (part.organisation if part else "") or ""


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["divided"][name]), re.IGNORECASE)

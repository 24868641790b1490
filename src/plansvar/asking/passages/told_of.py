"""What only running text tells, whatever rows the words of a question name: who decides whether a
goal is met, what people complain of most, where pupils feel unsafe."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from plansvar.asking.evidence.proof import place_at
from plansvar.asking.evidence.selecting import newest_key
from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.passages.ranking import SURE, plain
from plansvar.asking.passages.restricting import documents_within, is_within
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.searching import PASSAGES
from plansvar.asking.passages.terms import Term
from plansvar.asking.passages.topics import row_topics
from plansvar.asking.passages.units import Unit, cut, pieces_around
from plansvar.asking.passages.whole import sentence_found
from plansvar.asking.passages.wording import asked_terms
from plansvar.asking.query import Conditions, Operation, Query, Subject
from plansvar.domain import Evidence
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library
from plansvar.language.folding import fold, stems, told_stems, words
from plansvar.language.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Form:
    """A form of question with the words of it that say which: what a sentence has to hold for it,
    and whether it has to say of something that it is the most."""

    said: frozenset[str]
    operation: Operation
    told: re.Pattern[str]
    most: re.Pattern[str] | None


def form_of(text: str) -> Form | None:
    """The form of a question that only running text answers; none where rows may."""
    for each in _data().values():
        found = re.match(each["asked"], fold(text)) if isinstance(each, dict) else None
        if found:
            own = set(words(found[0])) - set(found.groupdict().values())
            told = re.compile(each["told"])
            most = re.compile(each["most"], re.IGNORECASE) if "most" in each else None
            return Form(frozenset(own), Operation(each["operation"]), told, most)
    return None


def find_told_of_form(
    query: Query, library: Library, encoder: Encoder | None
) -> tuple[PassageFound, ...]:
    """The sentence that tells it, of the newest document; none where no sentence says all that the
    question names."""
    form = form_of(query.text)
    if form is None:
        return ()
    bare = replace(
        query,
        subject=Subject.PASSAGES,
        operation=form.operation,
        conditions=Conditions(),
        links=(),
        order=None,
        premise=None,
    )
    free = form.said | frozenset(_data()["free"])
    named = [t for t in asked_terms(bare, library).items if t.word not in free]
    needed = [t for t in named if not t.soft] or named
    told = [unit for unit in _units(bare, library, encoder) if _tells(unit, needed, form)]
    told.sort(key=lambda unit: newest_key(unit.document))
    found = (_found(unit, form, library) for unit in told)
    return next(((each,) for each in found if each is not None), ())


def _units(query: Query, library: Library, encoder: Encoder | None) -> list[Unit]:
    """The sentences of the passages that are nearest to a question."""
    within = documents_within(query.scope, library)
    if within is None:
        return []
    vector = encoder.encode_query(query.text) if encoder else None
    hits = library.search(query.text, vector, PASSAGES, within)
    units = cut(library, (), hits, row_topics(library), {})
    return [u for u in units if is_within(u.document, u.span, query.scope, within)]


def _tells(unit: Unit, needed: list[Term], form: Form) -> bool:
    held = frozenset(told_stems(plain(f"{unit.label} {unit.text}")))
    named = bool(needed) and all(t.factor(held) > SURE for t in needed)
    named = named and all(_is_denied_too(t, unit.text) for t in needed)
    return named and form.told.search(unit.text) is not None


def _is_denied_too(term: Term, text: str) -> bool:
    """Whether a text says a word of the question that says the opposite of another ("otrygga"),
    where it says one of the two."""
    before, enough = str(_data()["negating"]), int(_data()["enough"])
    if not (term.word.startswith(before) and term.factor(frozenset(stems(term.word[1:]))) > SURE):
        return True
    return any(word.startswith(term.word[:enough]) for word in words(fold(text)))


def _found(unit: Unit, form: Form, library: Library) -> PassageFound | None:
    """A sentence, with the one behind it where only that says what is the most."""
    found = sentence_found(unit, library)
    if form.most is None or form.most.search(unit.text):
        return found
    document, last = unit.document, found.evidence.spans[-1]
    marks = row_marks(library).get(document.path, RowMarks())
    pieces = pieces_around(unit, marks)
    behind = next((piece for piece in pieces if piece.start >= last.end), None)
    if behind is None or not form.most.search(document.quote(behind)):
        return None
    spans = (*found.evidence.spans, behind)
    evidence = Evidence(place_at(document, spans[0]), spans)
    return replace(found, evidence=evidence, pieces=tuple(map(document.quote, spans)))


def _data() -> dict[str, Any]:
    found: dict[str, Any] = vocabulary("passages")["told_of"]
    return found

"""Decisions, events, challenges, plans ahead: what is asked for by a word that names no matter of
its own, told by the sections under such headings, else by the sentences that tell one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.passages.headed import under_headings
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.units import UNQUOTABLE, quotable
from plansvar.asking.understanding.things_said import thing_asked
from plansvar.domain import AnswerKind, Document, Evidence
from plansvar.index.library import Library
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_MOST, _OF_ONE = 5, 3  # passages of an answer, and of one document
_SENTENCE = 5  # words; a shorter one tells of nothing


def asks_for_things(task: Task) -> bool:
    return task.query.things


def answer_things(task: Task) -> Draft:
    """What stands under the headings for them, of the newest documents first; else the sentences
    that tell one."""
    thing = thing_asked(task.query.text)
    documents = sorted(
        selecting.documents_asked(task.query.scope, task.library), key=selecting.newest_key
    )
    years = task.query.scope.years if thing and thing.get("past") else ()
    documents = [each for each in documents if not years or each.year in years]
    found: list[PassageFound] = []
    for ways in (_under, _told) if thing else ():
        for document in documents if not found else ():
            found += list(ways(document, thing or {}, task.library))[:_OF_ONE]
    facts = [fact for passage in found[:_MOST] for fact in passage_facts(task, passage)]
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))


def _under(document: Document, thing: Mapping[str, Any], library: Library) -> list[PassageFound]:
    return under_headings(library, document, _any_of(tuple(thing["headings"])))


def _told(document: Document, thing: Mapping[str, Any], library: Library) -> Iterator[PassageFound]:
    """The sentences outside tables that tell one, each by itself."""
    telling, marks = thing["told"], row_marks(library).get(document.path, RowMarks())
    formal = _any_of(tuple(vocabulary("answering")["summary"]["formal"]))
    for block in document.blocks if telling else ():
        for span in quotable(document, block, marks) if block.kind not in UNQUOTABLE else ():
            text = document.quote(span)
            long = len(words(text)) >= _SENTENCE
            if long and _any_of(tuple(telling)).search(text) and not formal.search(text):
                yield PassageFound(
                    Evidence(place_at(document, span), (span,)), (text,), False, 1.0, 1.0, True
                )


@cache
def _any_of(parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in parts), re.IGNORECASE)

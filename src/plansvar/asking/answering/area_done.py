"""What is done for an area of the municipality's work ("vad gör kommunen för klimatet?"): the
undertakings of that area, then the sentences that say that something is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plansvar.asking.answering.commitments import row_said
from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.telling_sentences import telling_sentences
from plansvar.asking.evidence import selecting
from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.query import Decline, Operation
from plansvar.domain import AnswerKind, Commitment, Document
from plansvar.language.areas import Area, area_named
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_ROWS, _SENTENCES, _OF_ONE = 8, 4, 2
_CUES = ("doing", "action")  # how surely a sentence tells what is done


def asks_of_area_done(task: Task) -> bool:
    """Whether it is asked what is done for an area, and nothing more."""
    return task.query.things and task.query.operation is Operation.HOW


def answer_area_done(task: Task) -> Draft:
    """Undertakings of the newest document that has any, and sentences on what is done; a plain no
    where no document tells either."""
    area = next(filter(None, map(area_named, task.query.keywords)))
    documents = selecting.documents_asked(task.query.scope, task.library)
    rows = [row for document in documents for row in _rows(task, document, area)]
    newest = [r for r in rows if r.place.document_id == rows[0].place.document_id][:_ROWS]
    told: list[PassageFound] = []
    for cue in _CUES if not newest else _CUES[:1]:
        for document in documents if not told else ():
            told += list(_told(task, document, area, cue))[:_OF_ONE]
    facts = [fact for passage in told[:_SENTENCES] for fact in passage_facts(task, passage)]
    if not (newest or facts):
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    kind = AnswerKind.COMMITMENT if newest else AnswerKind.PASSAGE
    said = (*(row_said(task, row) for row in newest), *map(Said, facts))
    return Draft(kind, said, tuple(newest))


def _rows(task: Task, document: Document, area: Area) -> Iterator[Commitment]:
    for row in task.library.commitments():
        if row.place.document_id == document.path and area.has(row.text):
            yield row


def _told(task: Task, document: Document, area: Area, cue: str) -> Iterator[PassageFound]:
    """The sentences of an area that tell of something done by words of one sort."""
    done = _pattern(cue).search
    return telling_sentences(
        document, task.library, lambda text: area.has(text) and bool(done(fold(text)))
    )


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["cues"][cue]))

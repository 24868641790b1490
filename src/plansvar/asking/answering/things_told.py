"""Decisions, events, challenges, plans ahead: what is asked for by a word that names no matter of
its own, told by the sections under such headings, else by the sentences that tell one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.key_sentences import is_of_unit, names_unit
from plansvar.asking.answering.money import lines, lines_said
from plansvar.asking.answering.money_rows import is_all_units
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.saving_rows import measures_said
from plansvar.asking.answering.shared_headings import any_of, of_one_sort
from plansvar.asking.answering.summarising import units_of
from plansvar.asking.answering.telling_sentences import is_sentence, telling_sentences
from plansvar.asking.basics import PLANS, is_central_unit
from plansvar.asking.evidence import selecting
from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.passages.headed import under_headings
from plansvar.asking.query import Decline, Operation
from plansvar.asking.understanding.things_said import thing_named
from plansvar.domain import Amount, AnswerKind, Document
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.raised import MARKS

_MOST, _OF_ONE = 5, 3  # passages of an answer, and of one document


def asks_for_things(task: Task) -> bool:
    return task.query.things and task.query.operation is Operation.WHAT


def answer_things(task: Task) -> Draft:
    """What stands under the headings for them, of the newest documents first, or of the plans where
    these are what is planned; else the sentences that tell one. Amounts that tables give for them
    come before that. A plain no where nothing tells of what lies ahead or of the units."""
    thing = next(filter(None, map(thing_named, task.query.keywords)), {})
    if thing.get("listed") and (rows_said := measures_said(task, units_of(task))):
        return Draft(AnswerKind.COMMITMENT, tuple(rows_said))
    documents = _documents(task, thing)
    rows = list(_rows(task, thing, documents))
    found: list[PassageFound] = []
    for ways in (_under, _told) if thing else ():
        for document in documents if not found else ():
            told = [
                p
                for p in ways(document, thing, task.library)
                if p.is_list or (is_sentence(p.pieces[-1]) and not _is_note(p))
            ]
            found += [passage for passage in told if _is_asked(task, passage)][:_OF_ONE]
    strict = thing.get("ahead") or task.query.scope.organisations
    if strict and not (rows or found):
        return answer_declined(task, Decline.NOT_IN_DOCUMENTS)
    facts = [fact for passage in found[:_MOST] for fact in passage_facts(task, passage)]
    said = (*lines_said(task, lines(rows), True), *map(Said, facts))
    kind = AnswerKind.AMOUNT if rows else AnswerKind.PASSAGE
    return Draft(kind, said, tuple(rows))


def _documents(task: Task, thing: Mapping[str, Any]) -> list[Document]:
    documents = selecting.documents_asked(task.query.scope, task.library)
    years = task.query.scope.years if thing.get("past") else ()
    kept = [each for each in documents if not years or each.year in years]
    ahead = bool(thing.get("ahead"))
    if ahead and task.query.scope.years:
        kept = [each for each in kept if each.kind in PLANS or each.year in task.query.scope.years]
    units = task.query.scope.organisations
    return sorted(
        kept,
        key=lambda d: (
            not units and _is_of_unit(d),
            ahead and d.kind not in PLANS,
            *selecting.newest_key(d),
        ),
    )


def _is_of_unit(document: Document) -> bool:
    """Whether a document is of one unit and no other: it tells little of the whole."""
    return bool(document.parts) and not any(
        is_central_unit(part.organisation) for part in document.parts
    )


def _rows(task: Task, thing: Mapping[str, Any], documents: Sequence[Document]) -> Iterator[Amount]:
    """The amounts of the first document that has any in columns for such things, of the units."""
    measures = tuple(thing.get("measures", ()))
    rows = [r for r in task.library.amounts() if fold(r.measure or "").startswith(measures or "\0")]
    years, units = set(task.query.scope.years), set(map(fold, task.query.scope.organisations))
    rows = [r for r in rows if r.value and r.headings and not is_all_units(r)]
    for document in documents:
        own = [row for row in rows if row.place.document_id == document.path]
        own = selecting.in_years(own, years, task.library) if years else own
        named = [row for row in own if not units or fold(row.what) in units]
        if named:
            yield from named
            return


def _is_asked(task: Task, passage: PassageFound) -> bool:
    """Whether a passage is of the units asked for, where there are any: it stands in their part or
    names them."""
    units = task.query.scope.organisations
    document = task.library.document(passage.evidence.place.document_id)
    span = passage.evidence.spans[0]
    own = is_of_unit(document, document.section_at(span.start), span, units)
    return not units or own or any(names_unit(piece, units) for piece in passage.pieces)


def _is_note(passage: PassageFound) -> bool:
    """Whether a passage is a note under a table ("⁴ Ger effekt först 2026")."""
    return passage.pieces[0].startswith(tuple(MARKS))


def _under(document: Document, thing: Mapping[str, Any], library: Library) -> list[PassageFound]:
    found = under_headings(library, document, any_of(tuple(thing["headings"])))
    return of_one_sort(document, found, thing)


def _told(document: Document, thing: Mapping[str, Any], library: Library) -> Iterator[PassageFound]:
    telling = tuple(thing["told"])
    found = any_of(telling).search
    return telling_sentences(document, library, lambda text: bool(telling and found(text)))

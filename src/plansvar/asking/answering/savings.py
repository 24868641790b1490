"""How a unit is to get its money to last: what the documents say that it does, told whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.key_sentences import is_of_unit, names_unit
from plansvar.asking.answering.passages import answer_passages, passage_facts
from plansvar.asking.answering.saving_rows import measures_said
from plansvar.asking.answering.shared_headings import of_one_sort
from plansvar.asking.answering.summarising import units_of
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.levels import tells_money
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.passages import PassageFound, passage_of
from plansvar.asking.passages.lists import list_behind
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.units import quotable
from plansvar.asking.query import Conditions, Decline, Operation, Subject
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.domain import AnswerKind, BlockKind, Document, Evidence, Section, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.numbers import find_numbers
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_MOST, _SENTENCES, _NEWEST = 6, 6, 2
_THING = next(each for each in vocabulary("things")["things"] if each.get("listed"))


def asks_how_saved(task: Task) -> bool:
    """Whether a question asks how money is to be made to last, of a unit that it or the talk
    names, or of the economy; not how something else is saved."""
    talk = task.query.talk
    said = dict.fromkeys((fold(task.query.text), fold(talk.said) if talk else ""))
    text = next((each for each in said if _pattern("savings", "asked").search(each)), None)
    if text is None and not _points_at_deficit(task):
        return False
    kept = set(vocabulary("passages")["savings"]["light"]).union(*map(words, _units(task)))
    asked = {word for said in task.query.keywords for word in words(said)}
    asked |= {word for said in task.query.not_understood for word in words(said)}
    other = [word for word in asked - kept if not is_verb(word) and not find_numbers(word)]
    about = bool(_units(task)) or _pattern("savings", "economy").search(text or "") is not None
    return about and not other


def _points_at_deficit(task: Task) -> bool:
    """ "vad gör de åt det?" where it was just said that money is short."""
    query = task.query
    points = query.talk is not None and _pattern("savings", "pointing").search(fold(query.text))
    return bool(points and query.money is not None and query.money.side == "deficit")


def answer_saved(task: Task) -> Draft:
    """The measures that a report lists as rows, with a passage that tells what they give; else
    what stands under the newest heading for such measures, or the newest paragraphs that tell of
    them; those with the sum that is asked for, where any has it."""
    units = _units(task)
    documents = selecting.documents_asked(task.query.scope, task.library)
    headed = [_headed(document, units, task.library) for document in documents]
    untold = not units and not any(headed)
    told = [list(_told(d, units, False, task.library)) for d in documents if units or untold]
    found = _with_sum(task, [passage for each in (*headed, *told) for passage in each])
    if not found:
        found = next(filter(None, headed), []) or _most_telling(told)
    rows = [] if find_numbers(task.query.text) else measures_said(task, units)
    if rows:
        whole = [each for each in found if each.pieces[0][:1].isalpha()]  # no note on a row
        found = [each for each in whole if any(map(tells_money, each.pieces))][:1]
    facts = [fact for passage in found[:_MOST] for fact in passage_facts(task, passage)]
    kind = AnswerKind.COMMITMENT if rows else AnswerKind.PASSAGE
    return Draft(kind, (*rows, *map(Said, facts)))


def _most_telling(told: Sequence[Sequence[PassageFound]]) -> Sequence[PassageFound]:
    """The paragraphs of the two newest documents that tell of measures, those with sums first."""
    newest = [passage for each in [each for each in told if each][:_NEWEST] for passage in each]
    return sorted(newest, key=lambda each: not any(map(tells_money, each.pieces)))


def _units(task: Task) -> tuple[str, ...]:
    known = {unit.name for unit in catalogue_of(task.library).organisations}
    linked = (link.name for link in task.query.links if link.name in known)
    return tuple(dict.fromkeys((*units_of(task), *linked)))


def _headed(document: Document, units: Sequence[str], library: Library) -> list[PassageFound]:
    """What stands under headings for such measures: where a table lists them, beside that only
    what speaks of measures itself."""
    under = list(_told(document, units, True, library))
    told = of_one_sort(document, under, _THING) if under else []
    listed = list(_listed(document, units, library))
    rows = [span for each in listed for span in each.evidence.spans]
    of_them = [
        each
        for each in told
        if _pattern("savings", "of_listed").search(fold(" ".join(each.pieces)))
        and not any(span.overlaps(row) for span in each.evidence.spans for row in rows)
    ]
    return [*listed, *of_them] if listed else told


def _listed(document: Document, units: Sequence[str], library: Library) -> Iterator[PassageFound]:
    """The measures that a table under such a heading lists, those of the unit that is asked for."""
    shorts = {a.short for a in library.abbreviations() if fold(a.long) in map(fold, units)}
    wanted = {fold(each) for each in (*units, *shorts)}
    lists: dict[Section | None, list[Span]] = {}
    for row in library.commitments():
        if row.place.document_id != document.path:
            continue
        section = document.section_at(row.text_span.start)
        if not (section and _pattern("savings", "headings").search(fold(section.path[-1]))):
            continue
        answering = {fold(each) for each in row.responsible}
        own = is_of_unit(document, section, row.text_span, units)
        if not units or own or wanted & answering:
            lists.setdefault(section, []).append(row.text_span)
    for spans in lists.values():
        evidence = Evidence(place_at(document, spans[0]), tuple(spans))
        yield PassageFound(evidence, tuple(map(document.quote, spans)), True, 1.0, 1.0, True)


def _told(
    document: Document, units: Sequence[str], headed: bool, library: Library
) -> Iterator[PassageFound]:
    marks = row_marks(library).get(document.path, RowMarks())
    for number, block in enumerate(document.blocks):
        if block.kind not in _PROSE:
            continue
        section = document.section_at(block.span.start)
        text = document.quote(block.span)
        heading = section.path[-1] if section and section.path else ""
        own = not units or is_of_unit(document, section, block.span, units)
        name = "headings" if headed else "told"
        of_it = _pattern("savings", name).search(fold(heading if headed else text))
        if of_it and (own or names_unit(text, units)):
            spans = quotable(document, block, marks)[:_SENTENCES]
            if spans:
                more = list_behind(document, number, spans[-1]) if not headed else ()
                yield passage_of(document, (*spans, *more))


def _with_sum(task: Task, found: Sequence[PassageFound]) -> Sequence[PassageFound]:
    asked = {number.value for number in find_numbers(task.query.text)}
    return [
        each
        for each in found
        if asked & {number.value for piece in each.pieces for number in find_numbers(piece)}
    ]


def asks_who_leads(task: Task) -> bool:
    """Whether a question asks who leads a unit."""
    return bool(_units(task)) and bool(_pattern("posts", "leading").search(fold(task.query.text)))


def answer_who_leads(task: Task) -> Draft:
    """Who holds the first post of the unit."""
    unit = _units(task)[-1]
    text = str(vocabulary("passages")["posts"]["leading_as"]).format(unit=unit)
    scope = replace(task.query.scope, organisations=(unit,))
    query = replace(
        task.query,
        text=text,
        subject=Subject.PASSAGES,
        operation=Operation.WHO,
        scope=scope,
        conditions=Conditions(),
        links=(),
        keywords=(),
        not_understood=(),
    )
    told = answer_passages(replace(task, query=query))
    return told if told.said else answer_declined(task, Decline.NOT_IN_DOCUMENTS)


OF_UNITS = ((asks_how_saved, answer_saved), (asks_who_leads, answer_who_leads))


@cache
def _pattern(table: str, name: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")[table][name]))

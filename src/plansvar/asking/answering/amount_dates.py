"""When what money goes to is done: the cell of its own line under a heading for that ("Klart")."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.asking.answering.deadlines import tells_time
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.money import lines, lines_said
from plansvar.asking.answering.passages import answer_passages
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.table_figures import told_label
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.evidence.words import year_of
from plansvar.asking.passages.explaining import needed_terms
from plansvar.asking.passages.states_asked import state_asked
from plansvar.asking.query import Operation, Subject
from plansvar.asking.tables.fitting import SURE, terms_asked
from plansvar.asking.tables.printed import Column, Line
from plansvar.asking.tables.reading import tables_of
from plansvar.asking.telling_roots import is_form
from plansvar.asking.understanding.lexicon import grammar
from plansvar.domain import Amount, AnswerKind, Document, Evidence
from plansvar.language.alike import decides_or_pays
from plansvar.language.folding import fold, words
from plansvar.language.verbs import is_verb, same_verb
from plansvar.language.vocabulary import vocabulary

_DONE = ("finished",)


def asks_when_of_amount(task: Task) -> bool:
    """Whether it is asked when something is done that the documents may give money for."""
    query = task.query
    if state_asked(query.text) in _DONE:  # "blir reningsverket klart i år?"
        return query.subject is Subject.AMOUNTS and bool(query.links)
    money = query.subject in (Subject.AMOUNTS, Subject.PASSAGES)
    return query.operation is Operation.WHEN and money and not decides_or_pays(query.text)


def answer_when_of_amount(task: Task) -> Draft:
    """The times in the lines of the newest document that has any, or what newer text says of it by
    name; else the rows whose own names say a time ("Satsning 2017-2019"), and nothing where none
    does."""
    linked = task.query.links and task.query.subject is Subject.AMOUNTS
    rows = selecting.amounts(task.query, task.library) if linked else ()
    done = _asks_when_done(task)
    if linked and not _asks_of_row(task):
        return Draft(AnswerKind.AMOUNT, ())
    for document in selecting.documents_asked(task.query.scope, task.library):
        mine = [row for row in rows if row.place.document_id == document.path]
        timed = [*_lines(task, mine)] or ([*_lines_named(task, document)] if done else [])
        said = [fact for line, column in timed for fact in _told(task, line, column)]
        if said:
            newer = _newer(task, mine, document)
            told = (*newer, *(() if newer else dict.fromkeys(said)))
            return Draft(AnswerKind.AMOUNT, told, tuple(mine))
    dated = tuple(row for row in rows if year_of(row.what) is not None)
    return Draft(AnswerKind.AMOUNT, tuple(lines_said(task, lines(dated), False)), dated)


def _asks_of_row(task: Task) -> bool:
    """Whether a question names nothing beside the row and what is to be done with it; "domen om
    hallen" asks for a time of its own."""
    stages = [grammar()["stages"][name]["asked"] for name in ("begun", "ended")]
    doing = {word for asked in stages for word in asked}
    needed = needed_terms(task.query, task.library)
    more = [term for term in needed if not (is_verb(term.word) or term.word in doing)]
    named = {word for link in task.query.links for word in words(link.name)}
    return all(any(is_form(term.word, word) for word in named) for term in more)


def _asks_when_done(task: Task) -> bool:
    """Whether a question speaks of being finished or taken into use, in any form of such a word."""
    said = set(words(task.query.text))
    asked = grammar()["stages"]["ended"]["asked"]
    return not said.isdisjoint(form for word in asked for form in (word, *same_verb(word)))


def _newer(task: Task, rows: list[Amount], document: Document) -> tuple[Said, ...]:
    """What text of a newer document than the table's says of the time, and names the row."""
    names = {fold(row.what) for row in rows}
    own = selecting.newest_key(document)
    return tuple(
        said
        for said in answer_passages(task).said
        if tells_time(said.fact.text)
        and any(name in fold(said.fact.text) for name in names)
        and all(_key(task, evidence) < own for evidence in said.fact.evidence)
    )


def _key(task: Task, evidence: Evidence) -> tuple[int, int]:
    return selecting.newest_key(task.library.document(evidence.place.document_id))


def _lines(task: Task, rows: list[Amount]) -> Iterator[tuple[Line, Column]]:
    names = [row.what_span for row in rows]
    paths = {row.place.document_id for row in rows}
    for table in tables_of(task.library):
        if table.document.path not in paths:
            continue
        columns = [column for column in table.columns if _is_of_time(column)]
        for line in table.lines if columns else ():
            if any(label.overlaps(name) for label in line.labels for name in names):
                yield from ((line, column) for column in columns)


def _lines_named(task: Task, document: Document) -> Iterator[tuple[Line, Column]]:
    """The lines of tables with a column for times whose labels say all that the question names."""
    terms = terms_asked(task.query, task.library)
    for table in tables_of(task.library):
        columns = [column for column in table.columns if _is_of_time(column)]
        if not columns or table.document is not document or not terms.telling:
            continue
        for line in table.lines:
            held = terms.match(line.label_stems)
            if all(held.get(word, 0.0) >= SURE for word in terms.telling):
                yield from ((line, column) for column in columns)


def _is_of_time(column: Column) -> bool:
    data = vocabulary("commitments")["deadlines"]
    said = words(column.heading)
    other = any(word.startswith(tuple(data["other"])) for word in said)
    return not (other or column.measures or set(said).isdisjoint(data["headings"]))


def _told(task: Task, line: Line, column: Column) -> Iterator[Said]:
    cell = line.cells[column.index]
    if cell is not None and any(sign.isdigit() for sign in cell.text):
        quote = quoted(line.document, cell.span)
        fact = task.say("commitment.deadline", name=told_label(task, line), quote=quote)
        spans = tuple(sorted({*line.told, cell.span, *column.spans}))
        place = place_at(line.document, line.labels[0])
        yield Said(fact.proved_by(Evidence(place, spans, row=line.labels[0])))

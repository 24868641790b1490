"""What a text counts, held against the line that sums it up in a table: "säger text och tabell
samma antal tillsvidareanställda?"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.table_figures import told_figure, told_label
from plansvar.asking.evidence import selecting
from plansvar.asking.query import Operation
from plansvar.asking.tables.printed import Line, TableCell
from plansvar.asking.tables.reading import lines_of
from plansvar.domain import AnswerKind, Document, Span
from plansvar.language.folding import stem, told_stems
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import running_sentences
from plansvar.language.vocabulary import vocabulary

_SHORTEST = 5  # letters of a word that another may end in
_NEAR = 2  # words behind a number among which what it counts stands
_EQUAL = 1e-6
_FURTHEST = 0.2  # of a total, how far what a text tells of the same thing may be from it


@dataclass(frozen=True, slots=True)
class _Found:
    """The line of all with its figure, and the sentence that tells the number."""

    line: Line
    cell: TableCell
    sentence: Span
    value: float


def asks_if_told_as_totalled(task: Task) -> bool:
    """Whether it is asked if numbers agree, of people who are counted."""
    query = task.query
    asks = query.operation is Operation.CONFLICTS and not query.links
    return asks and bool(_people(task))


def answer_if_told_as_totalled(task: Task) -> Draft:
    """The sentence and the figure of each report of the year asked for that has both."""
    years = set(task.query.scope.years)
    said: list[Said] = []
    for document in selecting.documents_asked(task.query.scope, task.library):
        if years and document.year not in years:
            continue
        found = next(_pairs(task, document), None)
        said += [Said(fact) for fact in _told(task, found)] if found else []
    return Draft(AnswerKind.AMOUNT, tuple(said))


def _told(task: Task, found: _Found) -> Iterator[Fact]:
    yield task.say("passage.plain", quote=quoted(found.line.document, found.sentence))
    key = "same" if abs(found.value - found.cell.value) < _EQUAL else "other"
    what, value = told_label(task, found.line), told_figure(task, found.line, found.cell)
    yield task.say(f"said_tabled.{key}", what=what, value=value)


def _people(task: Task) -> set[str]:
    return set(split(task.query.text)).intersection(vocabulary("sums")["people"])


def _pairs(task: Task, document: Document) -> Iterator[_Found]:
    """The lines of all whose column counts what is asked of, each with the sentences that count the
    same thing otherwise first."""
    stems = {stem(word) for word in _people(task)}
    years = set(task.query.scope.years) or {document.year or 0}
    found = []
    for line in lines_of(task.library, document):
        for cell in line.figures if line.whole and not line.part_of else ():
            heads = {*told_stems(cell.head), *line.frame.around}
            if cell.year in years and any(_are_alike(h, s) for h in heads for s in stems):
                found += _sentences(document, line, cell, stems)
    yield from sorted(found, key=lambda one: abs(one.value - one.cell.value) < _EQUAL)


def _are_alike(one: str, other: str) -> bool:
    """Whether one word is the other or ends in it ("tillsvidareanställda", "anställda")."""
    short, long = sorted((one, other), key=len)
    return len(short) >= _SHORTEST and long.endswith(short)


def _sentences(document: Document, line: Line, cell: TableCell, stems: set[str]) -> list[_Found]:
    found = []
    for span in running_sentences(document):
        text = document.text[span.start : span.end]
        for number in find_numbers(text, spelled=False):
            behind = [stem(word) for word in split(text[number.end :])[:_NEAR]]
            counts = any(word.endswith(s) for word in behind for s in stems)
            near = abs(number.value - cell.value) <= _FURTHEST * abs(cell.value)
            if counts and near:
                found.append(_Found(line, cell, span, number.value))
    return found

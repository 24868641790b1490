"""What a hundred kronor of tax goes to, by the table that annual reports print of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.grouping import report_name
from plansvar.asking.answering.table_figures import printed, told_figure, told_label
from plansvar.asking.answering.table_lines import table_title
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.passages.terms import Terms
from plansvar.asking.tables.fitting import SURE, terms_asked
from plansvar.asking.tables.printed import Line, PrintedTable
from plansvar.asking.tables.reading import tables_of
from plansvar.asking.understanding.lexicon import grammar
from plansvar.domain import AnswerKind, Evidence
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary


def asks_of_hundred(task: Task) -> bool:
    """Whether it is asked what tax goes to, and a table divides a hundred kronor of it."""
    asked = any(re.search(pattern, fold(task.query.text)) for pattern in _data()["asked"])
    denied = not set(words(task.query.text)).isdisjoint(grammar()["lacking"])
    return asked and not denied and next(_tables(task), None) is not None


def answer_of_hundred(task: Task) -> Draft:
    """The lines of what the question names, all of them where it names nothing, of the newest
    report that has such a table; none where it names what no line tells."""
    table, terms = next(_tables(task)), _terms(task)
    lines = [line for line in table.lines if len(line.figures) == 1 and not line.whole]
    if terms.telling:
        shown = [line for line in lines if _is_of(line, terms)]
    else:
        shown = sorted(lines, key=lambda line: -line.figures[0].value)
    if not shown:
        return Draft(AnswerKind.AMOUNT, ())
    report = report_name(task, table.document, table.organisation)
    lead = task.say("hundred.lead", report=report, table=_title(task, table))
    said = (Said(_told(task, line), (), "lines") for line in shown)
    return Draft(AnswerKind.AMOUNT, (Said(lead), *said))


def _told(task: Task, line: Line) -> Fact:
    value = told_figure(task, line, line.figures[0])
    return task.say("hundred.line", what=told_label(task, line), value=value)


def _title(task: Task, table: PrintedTable) -> Fact:
    """What over the table says that it divides a hundred kronor; else the heading that it is
    under."""
    for span in table.frame.over:
        if _is_title(table.document.quote(span)):
            proof = Evidence(place_at(table.document, span), (span,))
            heading = printed(table.document, span).proved_by(proof)
            return task.say("table_lines.under", heading=heading)
    return table_title(task, table)


def _is_title(text: str) -> bool:
    return any(re.search(pattern, fold(text)) for pattern in _data()["titles"])


def _tables(task: Task) -> Iterator[PrintedTable]:
    years = task.query.scope.years
    for document in selecting.documents_asked(task.query.scope, task.library):
        if years and document.year not in years:
            continue
        for table in tables_of(task.library):
            if table.document.path == document.path and _is_of_hundred(table):
                yield table


def _is_of_hundred(table: PrintedTable) -> bool:
    section = table.document.section_at(table.frame.span.start)
    over = [table.document.quote(span) for span in table.frame.over]
    above = table.document.quote(section.heading) if section else ""
    titled = _is_title(" ".join((table.heading, above, *over)))
    return titled and any(len(line.figures) == 1 for line in table.lines)


def _is_of(line: Line, terms: Terms) -> bool:
    """Whether a line is of all that the question names, by its words or as people call it."""
    held, label = terms.match(line.label_stems), words(line.label)

    def is_told(word: str) -> bool:
        called = any(each.startswith(_beginnings(word)) for each in label)
        return called or held.get(word, 0.0) >= SURE

    return all(map(is_told, terms.telling))


def _beginnings(word: str) -> tuple[str, ...]:
    """How labels may begin of what people call so, as the names of boards do."""
    boards, parts = grammar()["boards_said"]["fields"], _data()["parts"]
    return (*boards.get(word, ()), *parts.get(word, ()))


def _terms(task: Task) -> Terms:
    """The words of the question without those for tax."""
    asked = terms_asked(task.query, task.library)
    aside = set(_data()["aside"])
    return Terms(tuple(term for term in asked.items if term.word not in aside))


def _data() -> dict[str, Any]:
    return vocabulary("hundred")

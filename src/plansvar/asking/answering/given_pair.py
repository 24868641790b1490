"""The change between two numbers that a question gives ("1,2 i stället för 1,9 mnkr, hur många
procent ner är det?"), reckoned on the sentence or cell that prints both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money_rows import shown_number
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.said_and_tabled import claims
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.values import percent_of
from plansvar.asking.passages.terms import Terms
from plansvar.asking.tables.comparing import asked_of, compares
from plansvar.asking.tables.fitting import SURE, terms_asked
from plansvar.domain import AnswerKind, Calculation, Document, Figure, Span
from plansvar.language.folding import told_stems
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import running_sentences
from plansvar.language.vocabulary import vocabulary

_PAIR, _HALF, _EQUAL = 2, 0.5, 1e-6


@dataclass(frozen=True, slots=True)
class _Place:
    """The text that prints both numbers, and how much of the question it and its row tell."""

    document: Document
    span: Span
    first: Figure
    last: Figure
    weight: float


def asks_of_given_pair(task: Task) -> bool:
    """Whether a question gives two numbers and asks for the change between them in percent."""
    query = task.query
    given = {claim.value for claim in claims(query.text)}
    open_ = query.decline is None and not query.follow_up and 0.0 not in given
    return open_ and len(given) == _PAIR and compares(query) and asked_of(query).percent


def with_given_pair(task: Task, made: Draft) -> Draft:
    """The sentence or cell and the change; in the place of an answer that reckons nothing."""
    if any(said.fact.calculation and said.fact.calculation.operands for said in made.said):
        return made
    first, last = _in_order(task.query.text)
    terms = Terms(
        tuple(
            t
            for t in terms_asked(task.query, task.library).items
            if not any(map(str.isdigit, t.word))
        )
    )
    found = [
        place
        for document in selecting.documents_asked(task.query.scope, task.library)
        for span, beside in _texts(document)
        if (place := _place(document, span, beside, first, last, terms)) is not None
    ]
    best = max(found, key=lambda place: place.weight, default=None)
    if best is None or best.weight < _HALF * terms.required or not best.weight:
        return made
    told = task.say("passage.plain", quote=quoted(best.document, best.span))
    said = (Said(told), Said(task.say("grid.percent", percent=_percent(best, first, last))))
    return replace(made, kind=AnswerKind.PASSAGE, said=said, abstained=False)


def _in_order(text: str) -> tuple[float, float]:
    """The earlier number and the later one: "från 1,9 till 1,2", "1,2 i stället för 1,9"."""
    numbers = find_numbers(text, spelled=False)
    one, two = tuple(dict.fromkeys(claims(text)))[:_PAIR]
    at = next(n.start for n in numbers if n.value == one.value)
    starts = vocabulary("compared")["given"]["from"]
    rises = any(word in starts for word in split(text[:at])[-1:])
    return (one.value, two.value) if rises else (two.value, one.value)


def _texts(document: Document) -> Iterator[tuple[Span, str]]:
    """Sentences, and cells of tables with their rows."""
    for span in running_sentences(document):
        section = document.section_at(span.start)
        yield span, " ".join(section.path[-1:]) if section else ""
    for table in document.tables:
        for cell in table.cells:
            if len(find_numbers(cell.text, spelled=False)) >= _PAIR:
                yield cell.span, " ".join(c.text for c in table.cells if c.row == cell.row)


def _place(
    document: Document, span: Span, beside: str, first: float, last: float, terms: Terms
) -> _Place | None:
    text = document.text[span.start : span.end]
    figures = [_figure(document, span, value) for value in (first, last)]
    if figures[0] is None or figures[1] is None:
        return None
    held = frozenset(told_stems(f"{text} {beside}"))
    weight = sum(t.weight for t in terms.items if not t.soft and t.factor(held) >= SURE)
    return _Place(document, span, figures[0], figures[1], weight)


def _figure(document: Document, span: Span, value: float) -> Figure | None:
    """The number as a text prints it; null where it does not."""
    for number in find_numbers(document.text[span.start : span.end], spelled=False):
        if abs(number.value - value) < _EQUAL:
            start = span.start
            return Figure(number.raw, document.path, Span(start + number.start, start + number.end))
    return None


def _percent(place: _Place, first: float, last: float) -> Fact:
    operands = (place.last, place.first)
    rule = f"({operands[0].text} − {operands[1].text}) / {operands[1].text}"
    result = shown_number(percent_of(last - first, first), 1)
    calculation = Calculation(rule, operands, result, signs=(1, -1), percent=True)
    return Fact(result, (), (text_proof(place.document, place.span),), calculation)

"""A share that a sentence or a cell tells as so many of so many ("7 av 12 skolor"), where nothing
else answers a question for it; in percent too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money_rows import shown_number
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.values import percent_of, value_of
from plansvar.asking.passages.terms import Terms
from plansvar.asking.query import Decline
from plansvar.asking.tables.fitting import SURE, terms_asked
from plansvar.domain import AnswerKind, Calculation, Document, Figure, Span, Table
from plansvar.language.folding import fold, told_stems
from plansvar.language.folding import words as split
from plansvar.language.numbers import Number, find_numbers
from plansvar.language.sentences import running_sentences
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR
from plansvar.language.vocabulary import alternatives, vocabulary

_MOST = 0.75  # of the words of a question, what has to be told beside the share
_LEAST = 2  # of a whole that a share is of


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many: the two numbers, the text that tells them, and what it is told of."""

    document: Document
    part: Span
    whole: Span
    told: Span
    label: Span | None
    weight: float


def asks_for_share_told(task: Task) -> bool:
    """Whether a share is asked for, in percent or as so many of so many."""
    query = task.query
    declined = query.decline not in (None, Decline.NOT_IN_DOCUMENTS)
    if query.follow_up or declined or query.order is not None:
        return False  # "vilken del av nämnden avvek mest": which of its parts
    text = f" {' '.join(split(query.text))} "
    return any(f" {phrase} " in text for phrase in _listed("asking"))


def with_share_told(task: Task, made: Draft) -> Draft:
    """What a sentence or a cell tells, in the place of no answer."""
    if made.said and not made.abstained:
        return made
    terms = _terms(task)
    if not terms.required:
        return made
    years = set(task.query.scope.years)
    found = [
        share
        for document in selecting.documents_asked(task.query.scope, task.library)
        if not years or document.year in years
        for share in _shares(document, terms)
    ]
    best = max(found, key=lambda share: share.weight, default=None)
    if best is None or best.weight < _MOST * terms.required:
        return made
    facts = _facts(task, best)
    return replace(made, kind=AnswerKind.PASSAGE, said=tuple(map(Said, facts)), abstained=False)


def _terms(task: Task) -> Terms:
    """The words that name the thing, without those that ask for a share."""
    asking = {word for phrase in _listed("asking") for word in phrase.split()}
    found = terms_asked(task.query, task.library).items
    return Terms(tuple(t for t in found if t.word not in asking and not t.word.isdigit()))


def _shares(document: Document, terms: Terms) -> Iterator[Share]:
    for span in running_sentences(document):
        section = document.section_at(span.start)
        above = " ".join(section.path[-1:]) if section else ""
        yield from _shares_in(document, span, None, above, terms)
    for table in document.tables:
        yield from _in_cells(document, table, terms)


def _in_cells(document: Document, table: Table, terms: Terms) -> Iterator[Share]:
    for cell in table.cells:
        if cell.column and _pairs(cell.text):
            row = [c for c in table.cells if c.row == cell.row and c.text.strip()]
            label = next((c for c in row if any(map(str.isalpha, c.text))), None)
            beside = " ".join(c.text for c in row)
            span = label.span if label and label != cell else None
            yield from _shares_in(document, cell.span, span, beside, terms)


def _shares_in(
    document: Document, span: Span, label: Span | None, beside: str, terms: Terms
) -> Iterator[Share]:
    text = document.text[span.start : span.end]
    pairs = _pairs(text)
    if not pairs:
        return
    own = frozenset(told_stems(text))
    if label is None and not any(t.factor(own) >= SURE for t in terms.items if not t.soft):
        return
    held = own | frozenset(told_stems(beside))
    weight = sum(t.weight for t in terms.items if not t.soft and t.factor(held) >= SURE)
    part, whole = pairs[0]
    at = span.start
    spans = (Span(at + n.start, at + n.end) for n in (part, whole))
    yield Share(document, next(spans), next(spans), span, label, weight)


def _pairs(text: str) -> list[tuple[Number, Number]]:
    """The numbers of a text that are a part and its whole."""
    if not _of().search(fold(text)):
        return []
    numbers = [n for n in find_numbers(text) if not FIRST_YEAR <= n.value <= LAST_YEAR]
    found = []
    for place, number in enumerate(numbers):
        after = numbers[place + 1] if place + 1 < len(numbers) else None
        before = numbers[place - 1] if place else None
        if after and _of_next().fullmatch(text[number.end : after.start].lower()):
            found.append((number, after))
        elif before and _of_them().match(text[number.end :].lower()):
            found.append((number, before))
    return [(p, w) for p, w in found if 0 < p.value <= w.value and w.value >= _LEAST]


def _facts(task: Task, share: Share) -> list[Fact]:
    document = share.document
    quote = quoted(document, share.told)
    told = task.say("passage.plain", quote=quote)
    if share.label is not None:
        label = quoted(document, share.label)
        told = task.say("said_tabled.cell", what=label, quote=quote)
    operands = tuple(
        Figure(document.text[s.start : s.end], document.path, s) for s in (share.part, share.whole)
    )
    part, whole = (value_of(figure.text) for figure in operands)
    if part is None or not whole:
        return [told]
    result = shown_number(percent_of(part, whole), 1).removesuffix(",0")
    rule = f"{operands[0].text} / {operands[1].text}"
    calculation = Calculation(rule, operands, result, percent=True)
    percent = Fact(result, (), (text_proof(document, share.told),), calculation)
    return [told, task.say("said_tabled.percent", percent=percent)]


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(_listed('of'))})\b")


@cache
def _of_next() -> re.Pattern[str]:
    """What stands between a part and its whole ("7 av 12", "tre av kommunens tolv")."""
    return re.compile(rf"\s+(?:\w+\s+)?(?:{alternatives(_listed('of'))})\s+(?:[^\W\d]+\s+){{0,2}}")


@cache
def _of_them() -> re.Pattern[str]:
    """What stands behind a part whose whole was told before ("elva av dem")."""
    of, them = alternatives(_listed("of")), alternatives(_listed("them"))
    return re.compile(rf"\s+(?:\w+\s+)?(?:{of})\s+(?:{them})\b")


@cache
def _listed(name: str) -> tuple[str, ...]:
    return tuple(vocabulary("compared")["share"][name])

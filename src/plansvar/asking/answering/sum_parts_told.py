"""Whether the parts that a text prints behind an amount make it: "Nämndens underskott uppgår till
4,3 mnkr. Grundskolan redovisar -5,1 mnkr …", each with the sign that is printed or told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.given_sums import EQUAL, Found, Printed, numbers_of, told
from plansvar.asking.evidence import selecting
from plansvar.asking.query import Operation
from plansvar.asking.sums_asked import asks_if_it_adds_up, numbers_given, summed_roots, words_held
from plansvar.domain import AnswerKind, Block, BlockKind, Document, Span
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.sentences import sentence_at
from plansvar.language.sums import given_sum
from plansvar.language.vocabulary import vocabulary

_LEAST, _MOST = 2, 8
_HALF = 2


def asks_of_parts_told(task: Task) -> bool:
    """Whether a question gives one amount and asks if parts make it."""
    query = task.query
    if query.operation is not Operation.CHECK_SUM and not asks_if_it_adds_up(query.text):
        return False
    return given_sum(query.text) is None and len(numbers_given(query.text)) == 1


def answer_parts_told(task: Task) -> Draft:
    """The parts with what they make, beside the amount; nothing where no text prints them so."""
    wanted = numbers_given(task.query.text)[0]
    asked = summed_roots(task.query.text)
    found = [
        (near, one)
        for document in selecting.documents_in_scope(task.query.scope, task.library)
        for block in document.blocks
        if block.kind is not BlockKind.TABLE and (near := _nearness(document, block, asked))
        for one in _in_block(document, block, wanted)
    ]
    best = max(found, key=lambda pair: pair[0], default=None)
    return Draft(AnswerKind.AMOUNT, tuple(map(Said, told(task, best[1]))) if best else ())


def _nearness(document: Document, block: Block, asked: frozenset[str]) -> int:
    """How many of the question's words stand in a paragraph, over it or in the report's name."""
    section = document.section_at(block.span.start)
    above = " ".join(section.path) if section else ""
    own = words_held(asked, (above, document.quote(block.span)))
    return own if _HALF * own >= len(asked) else 0


def _in_block(document: Document, block: Block, wanted: float) -> Iterator[Found]:
    numbers = numbers_of(document, block.span)
    for place, total in enumerate(numbers):
        if not total.unit or abs(abs(total.value) - wanted) >= EQUAL:
            continue
        behind = [n for n in numbers[place + 1 :] if n.unit == total.unit][:_MOST]
        side = _side(document, block.span.start, total) or (-1 if total.value < 0 else 0)
        parts = _making(document, total, behind, side)
        if parts is not None:
            terms, signs = parts
            sentences = sorted({span for each in (total, *terms) for span in each.proof.spans})
            value = sum(sign * term.value for sign, term in zip(signs, terms, strict=True))
            same = replace(total, value=value)
            yield Found(terms, signs, same, document, tuple(sentences))


def _making(
    document: Document, total: Printed, behind: Sequence[Printed], side: int
) -> tuple[tuple[Printed, ...], tuple[int, ...]] | None:
    """The parts right behind a total that make it, each with its sign."""
    start = total.figure.span.end
    signs = []
    for part in behind:
        own = 1 if part.value < 0 else _side(document, start, part) or side or 1
        signs.append(own)
        start = part.figure.span.end
    aims = {abs(total.value)} if not side else {side * abs(total.value)}
    aims |= {abs(total.value)} if all(s == side for s in signs) and side < 0 else set()
    plain = all(part.value >= 0 for part in behind) and len(set(signs)) <= 1
    marks = [1] * len(signs) if plain else signs
    aims = {abs(total.value)} if plain else aims
    sums = accumulate(m * p.value for m, p in zip(marks, behind, strict=True))
    for count, made in enumerate(sums, start=1):
        if count >= _LEAST and any(abs(made - aim) < EQUAL for aim in aims):
            return tuple(behind[:count]), tuple(marks[:count])
    return None


def _side(document: Document, start: int, number: Printed) -> int:
    """The side that the words between a number and the one before it tell: below zero where they
    tell of too little, above where of too much, nothing where they tell neither or both."""
    sentence = sentence_at(document.text, number.figure.span.start)
    begins = max(start, sentence.start if sentence else start)
    said = split(document.quote(Span(begins, number.figure.span.start)))
    short, over = (
        any(word.startswith(tuple(map(fold, vocabulary("sums")[name]))) for word in said)
        for name in ("short", "over")
    )
    return over - short

"""How far two figures are apart that one sentence sets against each other ("2,3 mnkr mot
budgeterade 3,6"), where that is asked for and the sentence is all that is told of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money_rows import decimals, shown_number
from plansvar.asking.evidence import words
from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.values import value_of
from plansvar.asking.passages.terms import Terms
from plansvar.asking.query import Operation, Query
from plansvar.asking.tables.comparing import asked_of
from plansvar.asking.tables.fitting import SURE, terms_asked
from plansvar.asking.understanding.lexicon import grammar
from plansvar.domain import AnswerKind, Calculation, Document, Figure, Span
from plansvar.language.folding import fold, told_stems
from plansvar.language.folding import words as split
from plansvar.language.numbers import Number, find_numbers
from plansvar.language.sentences import running_sentences
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR
from plansvar.language.vocabulary import alternatives, vocabulary
from plansvar.texts import text as render

_BETWEEN = 6  # words at most between two figures that are set against each other
_TWO = 2
_LONG, _ENDING = 6, 3  # letters of a word that may have an ending, and of that
_KINDS = (AnswerKind.PASSAGE, AnswerKind.AMOUNT)
Pair = tuple[Number, Number, str]  # two figures and their unit


def asks_of_told_pair(task: Task) -> bool:
    """Whether it is asked how far two figures are apart, in their own unit."""
    query = task.query
    apart = query.operation is Operation.DIFFERENCE and query.order is None
    apart = apart or (query.operation is Operation.COMPARE and len(_groups(query)) == _TWO)
    return apart and query.decline is None and not asked_of(query).percent


def with_told_pair(task: Task, made: Draft) -> Draft:
    """The difference behind the quoted sentence; only where one sentence of the answer speaks of
    the matter and sets two figures against each other."""
    if made.kind not in _KINDS or made.abstained:
        return made
    if any(said.fact.calculation for said in made.said):
        return made
    terms = terms_asked(task.query, task.library)
    for said in made.said:
        spoken = dict.fromkeys(_sentences(task, said))
        found = [fact for each in spoken if (fact := _apart(task, *each, terms))]
        if len(found) == 1:
            told = (said,) if made.kind is AnswerKind.PASSAGE else made.said
            return replace(made, said=(*told, Said(found[0])))
    return made


def _sentences(task: Task, said: Said) -> Iterator[tuple[Document, Span]]:
    for proof in said.fact.evidence:
        document = task.library.document(proof.place.document_id)
        for sentence in running_sentences(document):
            if any(span.holds(sentence) or sentence.holds(span) for span in proof.spans):
                yield document, sentence


def _apart(task: Task, document: Document, sentence: Span, terms: Terms) -> Fact | None:
    text = document.text[sentence.start : sentence.end]
    groups = _groups(task.query)
    of_groups = len(groups) == _TWO
    held = frozenset(told_stems(text))
    # A sentence that tells of both groups may leave what they are of to its heading.
    if not of_groups and not any(t.factor(held) >= SURE for t in terms.items if not t.soft):
        return None
    pairs = list(_of_groups(text, groups) if of_groups else _pairs(text))
    if len(pairs) != 1:
        return None
    one, other, unit = pairs[0]
    large, small = sorted((one, other), key=lambda n: n.value or 0.0, reverse=True)
    operands = tuple(_figure(document, sentence, number) for number in (large, small))
    terms_read = [value_of(figure.text) for figure in operands]
    if terms_read != [large.value, small.value]:
        return None
    digits = max(decimals(number.raw) for number in (one, other))
    result = shown_number((large.value or 0.0) - (small.value or 0.0), digits)
    rule = f"{operands[0].text} − {operands[1].text}"
    calculation = Calculation(rule, operands, result, signs=(1, -1))
    if words.is_percent(unit):  # percent differ by points
        unit = render(f"answers.unit.{'point' if result == '1' else 'points'}", task.language)
    told = Fact(f"{result} {unit}".strip(), (), (text_proof(document, sentence),), calculation)
    return task.say("grid.apart", difference=told)


def _groups(query: Query) -> tuple[str, ...]:
    """The groups that a question holds against each other, as it says them."""
    alike = grammar()["alike_groups"]
    said = tuple(dict.fromkeys(g for g in map(fold, query.breakdowns) if g in alike))
    named = (fold(word) for word in split(query.text))
    return said or tuple(dict.fromkeys(word for word in named if word in alike))


def _of_groups(text: str, groups: Sequence[str]) -> Iterator[Pair]:
    """The two figures of a sentence that names two groups once each, the one and the other in
    turn; with a third figure in it nobody can say which of them are meant."""
    alike = grammar()["alike_groups"]
    said = list(re.finditer(r"\w+", fold(text)))
    names = [(group, alike[group]) for group in groups]
    found = [[m for m in said if any(_is_form(m[0], name) for name in each)] for each in names]
    units = {n: _unit_at(text, n.end) for n in find_numbers(text, spelled=False)}
    numbers = [n for n, unit in units.items() if n.value is not None and (unit or not _is_year(n))]
    if len(numbers) != _TWO or any(len(places) != 1 for places in found):
        return
    marks = sorted([(p[0].start(), 0) for p in found] + [(n.start, 1) for n in numbers])
    if any(one[1] == other[1] for one, other in (marks[:_TWO], marks[_TWO:])):
        return
    first, second = (units[number] for number in numbers)
    if first == second or not (first and second):
        yield numbers[0], numbers[1], (first or second).strip()


def _is_form(word: str, group: str) -> bool:
    """Whether a word is a group, or that with its ending ("pojkarna")."""
    return word == group or (word.startswith(group) and _LONG < len(word) <= len(group) + _ENDING)


def _pairs(text: str) -> Iterator[Pair]:
    """Figures with nothing but their unit and words that set them against each other between."""
    numbers = [n for n in find_numbers(text, spelled=False) if n.value is not None]
    for one, other in pairwise(numbers):
        first, second = _unit_at(text, one.end), _unit_at(text, other.end)
        between = split(fold(text[one.end + len(first) : other.start]))
        joined = len(between) <= _BETWEEN and not _joints().isdisjoint(between)
        alike = first == second or not (first and second)
        stepped = not _steps().isdisjoint(split(fold(text[: one.start]))[-1:])
        if stepped:  # "ökade med 44,0 mnkr till 512,0": how far it went, and where it came to
            continue
        undated = all(unit or not _is_year(n) for n, unit in ((one, first), (other, second)))
        if joined and alike and undated and (first or second):
            yield one, other, (first or second).strip()


def _is_year(number: Number) -> bool:
    """Whether a figure without a unit may be a year ("för 2018 väntas 383,5 mnkr")."""
    return FIRST_YEAR <= number.value <= LAST_YEAR and number.raw.isdigit()


def _unit_at(text: str, at: int) -> str:
    """The unit that stands right behind a figure, with the space before it."""
    found = re.compile(rf"\s*(?:{alternatives(_units())})(?!\w)", re.IGNORECASE).match(text, at)
    return found[0] if found else ""


@cache
def _units() -> tuple[str, ...]:
    return tuple(s for unit in vocabulary("units")["units"] for s in unit["spellings"])


@cache
def _joints() -> frozenset[str]:
    return frozenset(vocabulary("compared")["told_pair"]["joints"])


@cache
def _steps() -> frozenset[str]:
    return frozenset(vocabulary("compared")["told_pair"]["steps"])


def _figure(document: Document, sentence: Span, number: Number) -> Figure:
    start = sentence.start
    return Figure(number.raw, document.path, Span(start + number.start, start + number.end))

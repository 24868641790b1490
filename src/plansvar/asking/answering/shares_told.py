"""A share that a sentence or a cell tells as so many of so many ("7 av 12 skolor"), where nothing
else answers a question for it; in percent too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money_rows import shown_number
from plansvar.asking.answering.rows import quoted
from plansvar.asking.answering.weighing import weight_told
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.proof import text_proof
from plansvar.asking.evidence.values import percent_of, value_of
from plansvar.asking.evidence.words import is_percent
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
_BACK = 2  # sentences before one that may tell the whole of its parts
_NEAR = 4  # words before a whole that a sentence begins with


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many: the two numbers, the text that tells them, and what it is told of; `own`
    is how much of the question stands right behind the part, `before` the sentence before that
    tells the whole."""

    document: Document
    part: Span
    whole: Span
    told: Span
    label: Span | None
    weight: float
    own: float = 0.0
    before: Span | None = None


def asks_for_share_told(task: Task) -> bool:
    """Whether a share is asked for, in percent or as so many of so many."""
    query = task.query
    declined = query.decline not in (None, Decline.NOT_IN_DOCUMENTS)
    if query.follow_up or declined or query.order is not None:
        return False  # "vilken del av nämnden avvek mest": which of its parts
    text = f" {' '.join(split(query.text))} "
    return any(f" {phrase} " in text for phrase in _listed("asking"))


def with_share_told(task: Task, made: Draft) -> Draft:
    """What a sentence or a cell tells, in the place of no answer, or of one that tells no share."""
    told = bool(made.said) and not made.abstained
    in_text = made.kind is AnswerKind.PASSAGE and _asks_part(task)
    lacking = not told or _lacks_share(task, made)
    if not (in_text or lacking):
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
    best = max(found, key=lambda share: (share.weight, share.own), default=None)
    if best is None or best.weight < _MOST * terms.required:
        return made
    if not lacking and best.weight <= weight_told(task, made, terms):
        return made
    facts = _facts(task, best)
    return replace(made, kind=AnswerKind.PASSAGE, said=tuple(map(Said, facts)), abstained=False)


def _asks_part(task: Task) -> bool:
    text = " ".join(split(task.query.text))
    return any(phrase in text for phrase in _listed("part_of"))


def _lacks_share(task: Task, made: Draft) -> bool:
    """Whether an answer to "hur stor del" tells neither a share nor anything reckoned."""
    figures = [figure for said in made.said for figure in said.fact.figures]
    shares = any(is_percent(f.unit) or is_percent(f.claim) for f in figures)
    printed = any(mark in said.fact.text for said in made.said for mark in _listed("marks"))
    return _asks_part(task) and not (
        shares or printed or any(said.fact.calculation for said in made.said)
    )


def _terms(task: Task) -> Terms:
    """The words that name the thing, without those that ask for a share."""
    asking = {word for phrase in _listed("asking") for word in phrase.split()}
    found = terms_asked(task.query, task.library).items
    return Terms(tuple(t for t in found if t.word not in asking and not t.word.isdigit()))


def _shares(document: Document, terms: Terms) -> Iterator[Share]:
    before: list[Span] = []
    for span in running_sentences(document):
        section = document.section_at(span.start)
        above = " ".join(section.path[-1:]) if section else ""
        before = [each for each in before if _stand_together(document, each, span)][-_BACK:]
        beside = " ".join((above, *(document.quote(each) for each in before)))
        yield from _shares_in(document, span, None, beside, terms)
        yield from _of_sentence_before(document, before, span, above, terms)
        before.append(span)
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
    weight = _weight(terms, held)
    for part, whole in pairs:
        spans = (Span(span.start + n.start, span.start + n.end) for n in (part, whole))
        near = _weight(terms, frozenset(told_stems(_clause_behind(text, part))))
        yield Share(document, next(spans), next(spans), span, label, weight, near)


def _stand_together(document: Document, first: Span, last: Span) -> bool:
    """Whether two sentences stand in one paragraph."""
    return any(b.span.holds(first) and b.span.holds(last) for b in document.blocks)


def _of_sentence_before(
    document: Document, before: Sequence[Span], span: Span, above: str, terms: Terms
) -> Iterator[Share]:
    """ "Varslet omfattade 85 anställda. 31 av de varslade har fått arbete.": parts of what a
    sentence before tells the number of; the part that the question speaks of."""
    text = document.text[span.start : span.end]
    every = [n for n in find_numbers(text) if not _is_year(n)]
    if not every or not _of_them().match(text[every[0].end :].lower()):
        return
    kind = _kind(text, every[0])
    numbers = [n for n in every if _kind(text, n) == kind]
    for told in reversed(before):
        said = document.text[told.start : told.end]
        wholes = [n for n in find_numbers(said) if not _is_year(n) and _kind(said, n) == kind]
        if not wholes or wholes[-1].value < max(_LEAST, *(n.value for n in numbers), 0):
            continue
        held = frozenset(told_stems(f"{text} {document.quote(told)} {above}"))
        whole = Span(told.start + wholes[-1].start, told.start + wholes[-1].end)
        for number in numbers:
            near = _weight(terms, frozenset(told_stems(_clause_behind(text, number))))
            part = Span(span.start + number.start, span.start + number.end)
            if near:
                yield Share(document, part, whole, span, None, _weight(terms, held), near, told)
        return


def _weight(terms: Terms, held: frozenset[str]) -> float:
    return sum(t.weight for t in terms.items if not t.soft and t.factor(held) >= SURE)


def _clause_behind(text: str, number: Number) -> str:
    """The words behind a number, up to the next comma or number."""
    behind = text[number.end :]
    later = next(iter(find_numbers(behind)), None)
    return re.split(r",\s", behind[: later.start] if later else behind)[0]


def _is_year(number: Number) -> bool:
    return FIRST_YEAR <= number.value <= LAST_YEAR


def _kind(text: str, number: Number) -> str:
    """The unit behind a number that is one of money or the like; nothing where it counts things."""
    return "" if _counts(text, number) else (split(text[number.end :]) or [""])[0]


def _counts(text: str, number: Number) -> bool:
    """Whether a number counts things: it is whole, and no amount of money, share or day."""
    behind = (split(text[number.end :]) or [""])[0]
    return number.value.is_integer() and behind not in _listed("no_things")


def _pairs(text: str) -> list[tuple[Number, Number]]:
    """The numbers of a text that are a part and its whole."""
    if not _of().search(fold(text)):
        return []
    numbers = [n for n in find_numbers(text) if not _is_year(n)]
    found = [*_led(text, numbers), *_listed_behind(text, numbers)]
    for place, number in enumerate(numbers):
        after = numbers[place + 1] if place + 1 < len(numbers) else None
        before = numbers[place - 1] if place else None
        if after and _of_next().fullmatch(text[number.end : after.start].lower()):
            found.append((number, after))
        elif before and _of_them().match(text[number.end :].lower()):
            found.append((number, before))
    return [(p, w) for p, w in found if 0 < p.value <= w.value and w.value >= _LEAST]


def _led(text: str, numbers: Sequence[Number]) -> list[tuple[Number, Number]]:
    """ "Av bolagets 806 lägenheter var 21 outhyrda": what a sentence begins with is the whole."""
    first = (split(text) or [""])[0]
    if len(numbers) < _LEAST or first not in _listed("of"):
        return []
    near = len(split(text[: numbers[0].start])) <= _NEAR
    counted = near and all(_counts(text, number) for number in numbers[:_LEAST])
    return [(numbers[1], numbers[0])] if counted else []


def _listed_behind(text: str, numbers: Sequence[Number]) -> list[tuple[Number, Number]]:
    """ "1 842 lägenheter, av vilka 43 stod tomma", "318 elever, varav 196 flickor"."""
    places = list(_whereof().finditer(text))
    found = []
    for place in places[:1]:
        wholes = [n for n in numbers if n.end <= place.start() and _counts(text, n)]
        parts = [n for n in numbers if n.start >= place.end() and _counts(text, n)]
        found += [(part, wholes[-1]) for part in parts] if wholes else []
    return found


def _facts(task: Task, share: Share) -> list[Fact]:
    document = share.document
    quote = quoted(document, share.told)
    if share.before is not None:
        told = task.say("said_tabled.both", first=quoted(document, share.before), last=quote)
    else:
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
    spans = [span for span in (share.before, share.told) if span]
    proofs = tuple(text_proof(document, span) for span in spans)
    percent = Fact(result, (), proofs, calculation)
    return [told, task.say("said_tabled.percent", percent=percent)]


@cache
def _of() -> re.Pattern[str]:
    said = alternatives((*_listed("of"), *_listed("whereof")))
    return re.compile(rf"\b(?:{said})\b")


@cache
def _whereof() -> re.Pattern[str]:
    said = alternatives((*_listed("whereof"), *_listed("of_which")))
    return re.compile(rf",\s(?:{said})\s", re.IGNORECASE)


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

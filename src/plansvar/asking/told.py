"""Amounts that running text tells otherwise than the tables of the same document."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from plansvar.asking.evidence.levels import tells_money
from plansvar.asking.evidence.proof import amount_proof, text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.selecting import year_of_amount
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.domain import Amount, Evidence, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, stem
from plansvar.language.folding import words as split
from plansvar.language.money import money_factors
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentence_at
from plansvar.language.vocabulary import vocabulary

_LEAST_WORDS = 2
_DEVIATION = "avvikelse"
Pair = tuple[Amount, Amount]


def told_otherwise(library: Library) -> tuple[Pair, ...]:
    """Sums of tables with the amount that a sentence gives for the same thing, where they
    differ."""
    every = library.amounts()
    tabled = [row for row in every if row.headings and row.is_sum and row.value is not None]
    told = [row for row in every if not row.headings and row.value is not None]
    told = [
        row for row in told if not (_is_of_year_before(library, row) or _is_second(library, row))
    ]
    return tuple((t, r) for t in told for r in tabled if _same_thing(library, t, r))


def _is_of_year_before(library: Library, row: Amount) -> bool:
    """Whether what follows an amount says that it is the year before's ("de 21,3 mnkr som vi
    redovisade året innan")."""
    document = library.document(row.place.document_id)
    sentence = sentence_at(document.text, row.cell.start)
    if sentence is None:
        return False
    behind = document.text[row.cell.end : max(sentence.end, row.cell.end)]
    number = next(iter(find_numbers(behind, spelled=False)), None)
    behind = fold(behind[: number.start] if number else behind)
    beside = vocabulary("passages")["levels"]["set_beside"]
    phrases = vocabulary_list("year_before", "phrases")
    turned = any(word in beside for word in split(behind))
    return not turned and any(phrase in behind for phrase in phrases)


def _is_second(library: Library, row: Amount) -> bool:
    """Whether another amount stands between a name and this one ("resultat (budget 18,0 mnkr) 15,6
    mnkr"): the words between are that one's."""
    text = library.document(row.place.document_id).text
    return tells_money(text[row.what_span.start : row.cell.start])


def told_proof(library: Library, row: Amount) -> Evidence:
    """The sentence that tells an amount, whole."""
    document = library.document(row.place.document_id)
    sentence = sentence_at(document.text, row.cell.start)
    if sentence is None or not sentence.holds(row.cell):
        return amount_proof(row)
    start = min(sentence.start, row.what_span.start)
    return text_proof(document, Span(start, sentence.end))


def _same_thing(library: Library, told: Amount, row: Amount) -> bool:
    """Whether a sentence and a table row speak of one thing, measure and year, and of different
    amounts."""
    alike = (
        told.place.document_id == row.place.document_id
        and _measure(told) == _measure(row)
        and year_of_amount(told, library) == year_of_amount(row, library)
        and is_other_money(row.place.section) == is_other_money((told.what, *told.place.section))
    )
    return alike and are_apart(told, row) and _named_alike(library, told, row)


def _named_alike(library: Library, told: Amount, row: Amount) -> bool:
    """Whether a sentence says all words of a sum's name; where the sum is of all that its table or
    document is of, a sentence beside the table that names nothing more."""
    named, said = telling_words(row.what), telling_words(told.what)
    if named and named <= said and (len(named) >= _LEAST_WORDS or named == said):
        return True
    own = {part.organisation for part in library.document(row.place.document_id).parts}
    whole = telling_words(" ".join(filter(None, own))) if len(own) == 1 else frozenset()
    beside = told.place.section == row.place.section and bool(row.measure)
    if not named:
        return beside and said <= _generic()
    return named <= whole and said <= whole | _generic()


def _measure(row: Amount) -> str:
    """What an amount measures; a sentence of what is over or short tells a deviation."""
    deviates = not row.headings and not row.measure and not _sides().isdisjoint(split(row.what))
    return _DEVIATION if deviates else fold(row.measure or "")


def are_apart(told: Amount, row: Amount) -> bool:
    """Whether two amounts differ by more than what the coarser one leaves out; the sign of a table
    may be the sentence's word."""
    one, other = in_kronor(told), in_kronor(row)
    if one is None or other is None:
        apart = abs((told.value or 0.0) - (row.value or 0.0))
        return told.unit == row.unit and apart >= _slack(told, row)
    coarse = max(_rounding(told), _rounding(row))
    return abs(abs(one) - abs(other)) > coarse


def in_kronor(row: Amount) -> float | None:
    """An amount in kronor; null where its unit is none of money."""
    factor = money_factors().get(row.unit or "")
    return None if factor is None or row.value is None else row.value * factor


def _rounding(row: Amount) -> float:
    """Half of the last printed decimal, in kronor."""
    decimals = len(plain(row.raw).partition(",")[2].split(" ")[0])
    return float(0.5 * 10.0**-decimals * money_factors()[row.unit or ""]) + 1e-6


def tells_side(text: str) -> bool:
    """Whether words say that money is over or short."""
    said = f" {' '.join(split(text))} "
    return any(f" {phrase} " in said for phrase in _sides())


@cache
def _sides() -> frozenset[str]:
    phrases = vocabulary("questions")["sv"]["money"].values()
    return frozenset(word for said in phrases for word in said)


@cache
def _generic() -> frozenset[str]:
    return frozenset(map(stem, vocabulary_list("balance", "of_all")))


def is_told_in(row: Amount, told: Iterable[Amount]) -> bool:
    """Whether a table row is what sentences of its document speak of by all its words."""
    named = telling_words(row.what)
    return len(named) >= _LEAST_WORDS and any(
        not each.headings
        and each.place.document_id == row.place.document_id
        and named <= telling_words(each.what)
        for each in told
    )


def telling_words(what: str) -> frozenset[str]:
    """The stems of a name that tell it from others."""
    dull = (*vocabulary_list("names", "dull"), *vocabulary_list("balance", "sums"))
    return frozenset(stem(w) for w in split(what) if w not in dull and not w.isdigit())


def is_of_all(label: str) -> bool:
    """Whether a label of a row says that it is of all the others together ("Totalt")."""
    return telling_words(label) <= _generic()


def is_other_money(told: Iterable[str]) -> bool:
    """Whether headings say that amounts are of investments or a balance sheet."""
    headings = " ".join(fold(one) for one in told)
    return any(word in headings for word in vocabulary_list("balance", "other_sections"))


def _slack(first: Amount, second: Amount) -> float:
    """Half of the last printed decimal of the coarser amount."""
    decimals = min(len(plain(a.raw).partition(",")[2].split(" ")[0]) for a in (first, second))
    return 0.5 * 10.0**-decimals + 1e-9

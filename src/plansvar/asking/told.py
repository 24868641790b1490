"""Amounts that running text tells otherwise than the tables of the same document."""

from __future__ import annotations

from collections.abc import Iterable

from plansvar.asking.evidence import words
from plansvar.asking.evidence.proof import amount_proof, text_proof
from plansvar.asking.evidence.quotes import plain
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.domain import Amount, Evidence, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, stem
from plansvar.language.folding import words as split
from plansvar.language.sentences import sentence_at

_LEAST_WORDS = 2
Pair = tuple[Amount, Amount]


def told_otherwise(library: Library) -> tuple[Pair, ...]:
    """Sums of tables with the amount that a sentence gives for the same thing, where they
    differ."""
    every = library.amounts()
    tabled = [row for row in every if row.headings and row.is_sum and row.value is not None]
    told = [row for row in every if not row.headings and row.value is not None]
    return tuple((t, r) for t in told for r in tabled if _same_thing(library, t, r))


def told_proof(library: Library, row: Amount) -> Evidence:
    """The sentence that tells an amount, whole."""
    document = library.document(row.place.document_id)
    sentence = sentence_at(document.text, row.cell.start)
    if sentence is None or not sentence.holds(row.cell):
        return amount_proof(row)
    start = min(sentence.start, row.what_span.start)
    return text_proof(document, Span(start, sentence.end))


def _same_thing(library: Library, told: Amount, row: Amount) -> bool:
    """Whether a sentence and a table row speak of one thing, measure, unit and year, and of
    different amounts."""
    alike = (
        told.place.document_id == row.place.document_id
        and fold(told.measure or "") == fold(row.measure or "")
        and told.unit == row.unit
        and words.year_of(told.period) in (None, words.year_of(row.period))
        and _other_money(row.place.section) == _other_money((told.what,))
    )
    if not alike or abs((told.value or 0.0) - (row.value or 0.0)) < _slack(told, row):
        return False
    named = _telling(row.what)
    return len(named) >= _LEAST_WORDS and named <= _telling(told.what)


def is_told_in(row: Amount, told: Iterable[Amount]) -> bool:
    """Whether a table row is what sentences of its document speak of by all its words."""
    named = _telling(row.what)
    return len(named) >= _LEAST_WORDS and any(
        not each.headings
        and each.place.document_id == row.place.document_id
        and named <= _telling(each.what)
        for each in told
    )


def _telling(what: str) -> frozenset[str]:
    dull = (*vocabulary_list("names", "dull"), *vocabulary_list("balance", "sums"))
    return frozenset(stem(w) for w in split(what) if w not in dull and not w.isdigit())


def _other_money(told: Iterable[str]) -> bool:
    headings = " ".join(fold(one) for one in told)
    return any(word in headings for word in vocabulary_list("balance", "other_sections"))


def _slack(first: Amount, second: Amount) -> float:
    """Half of the last printed decimal of the coarser amount."""
    decimals = min(len(plain(a.raw).partition(",")[2].split(" ")[0]) for a in (first, second))
    return 0.5 * 10.0**-decimals + 1e-9

"""How much a sentence says that a unit is over or short, beside its deviation in the tables of the
same document, where no table prints the sentence's figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plansvar.asking.evidence.words import vocabulary_list, year_of
from plansvar.asking.told import Pair, are_apart, in_kronor, is_other_money, tells_side
from plansvar.domain import Amount, Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.sentences import sentence_at
from plansvar.language.vocabulary import vocabulary

_NEAR = 0.5  # of the larger one, how far two figures of one deviation may be apart
_LONG = 5  # letters of the shortest word for a unit
_GENITIVE = "s"


def units_told_otherwise(library: Library) -> Iterator[Pair]:
    """Sentences of units' deficits and surpluses with the deviation that a table prints instead."""
    by_document: dict[str, list[Amount]] = {}
    for row in library.amounts():
        by_document.setdefault(row.place.document_id, []).append(row)
    for path, rows in by_document.items():
        document = library.document(path)
        tabled = [row for row in rows if row.headings and row.value is not None]
        for told in rows if tabled else ():
            pair = None if told.headings or told.value is None else _of(document, told, tabled)
            if pair is not None:
                yield pair


def _is_deviation(row: Amount) -> bool:
    return fold(row.measure or "").startswith(tuple(vocabulary_list("balance", "deviations")))


def _of(document: Document, told: Amount, tabled: Iterable[Amount]) -> Pair | None:
    """A sentence that begins with a unit and tells its side, with the nearest of its deviations of
    the document's own year; null where any table prints of the unit what the sentence says."""
    said = _said(document, told)
    if said is None or is_other_money(told.place.section):
        return None
    own = [row for row in tabled if _names(said, row, told)]
    if not own or any(not are_apart(told, row) for row in own):
        return None
    off = [row for row in own if _is_deviation(row)]
    near = [row for row in off if year_of(row.period) in {None, document.year}]
    near = [row for row in near if _apart(told, row) <= _NEAR]
    return (told, min(near, key=lambda row: _apart(told, row))) if near else None


def _said(document: Document, told: Amount) -> str | None:
    """The words from the beginning of a sentence to its first amount, where they or the next word
    tell a side, and that amount is this one."""
    sentence = sentence_at(document.text, told.cell.start)
    if sentence is None:
        return None
    lead = document.quote(Span(sentence.start, told.cell.start))
    behind = split(document.text[told.cell.end : sentence.end])[:1]
    if any(char.isdigit() for char in lead) or not _listed("of_others").isdisjoint(split(lead)):
        return None
    said = split(lead)
    after = next((n for n in range(len(said)) if tells_side(" ".join(said[-n - 1 :]))), len(said))
    goes = set(said[len(said) - after :]) <= _listed("amounting") if after < len(said) else False
    return fold(lead) if goes or tells_side(" ".join((*said[-1:], *behind))) else None


def _names(said: str, row: Amount, told: Amount) -> bool:
    """Whether words begin with the unit of a table's row: by its name, as "the board" under its
    heading, or as all of them together."""
    first, name = (split(said) or [""])[0], fold(row.what)
    if first in _listed("boards"):
        every = row.is_sum and not _listed("boards").isdisjoint(split(name))
        return every and not _listed("together").isdisjoint(split(said))
    if first in vocabulary("questions")["grammar"]["spoken_of"]:
        owner = fold(told.place.organisation or " ".join(told.place.section[-1:]))
        return name == owner
    whole = said.startswith(name) and said[len(name) :].lstrip(_GENITIVE)[:1] in (" ", "(")
    return len(name) >= _LONG and whole and not row.is_sum


def _listed(name: str) -> frozenset[str]:
    return frozenset(vocabulary("passages")["levels"][name])


def _apart(one: Amount, other: Amount) -> float:
    first, last = (abs(in_kronor(each) or 0.0) for each in (one, other))
    return abs(first - last) / (max(first, last) or 1.0)

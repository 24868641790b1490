"""Levels that running text tells ("frånvaron stannade på 6,5 procent"), to hold beside tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from plansvar.asking.evidence import words
from plansvar.asking.evidence.prose import ProseValue
from plansvar.domain import BlockKind, Document, Span
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.money import money_behind
from plansvar.language.numbers import Number, find_numbers
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.NOTE, BlockKind.CAPTION)
_PERCENT = re.compile(r"\s?(?:%|procent\b(?!enhet))")
_PRONOUN = re.compile(
    r"(?i)\b(?:" + "|".join(vocabulary("passages")["levels"]["pronouns"]) + r")\b"
)
_OF_PART = re.compile(
    r"\b(?:" + "|".join(vocabulary("passages")["levels"]["of_part"]) + r")\s+(\w+)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def levels_told(document: Document) -> tuple[ProseValue, ...]:
    """Each number that a sentence gives as how high something is, with the year that it is of."""
    return _levels(_Kept(document))


def is_share(told: ProseValue) -> bool:
    """Whether a value is of percent."""
    return _PERCENT.search(told.raw) is not None


def unit_behind(document: Document, told: ProseValue) -> str:
    """The unit of money behind a value ("mnkr"), empty where there is none."""
    found = money_behind().match(document.text, told.span.end)
    return found["unit"].lower() if found else ""


def tells_money(text: str) -> bool:
    """Whether a text gives a sum of money."""
    return any(money_behind().match(text[n.end :].lstrip()) for n in find_numbers(text))


class _Kept:
    """A document by its contents, so that the same text is read once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.key = (document.path, document.digest)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and other.key == self.key


@lru_cache(maxsize=256)
def _levels(kept: _Kept) -> tuple[ProseValue, ...]:
    document = kept.document
    told = (
        sentence
        for block in document.blocks
        if block.kind in _TEXT
        for sentence in _leaning(document, sentences(document.text, block.span))
    )
    return tuple(value for sentence in told for value in _in_sentence(document, sentence))


def _leaning(document: Document, told: Sequence[Span]) -> Iterator[Span]:
    """Each sentence, with the one before it where it speaks of it by a pronoun ("uppgick den")."""
    for before, sentence in pairwise((None, *told)):
        if sentence is not None:
            leans = before is not None and _PRONOUN.search(document.quote(sentence))
            yield Span(before.start, sentence.end) if before and leans else sentence


def _in_sentence(document: Document, sentence: Span) -> Iterator[ProseValue]:
    text = document.text[sentence.start : sentence.end]
    year = None if _is_of_other(text) else _year(document, text)
    numbers = [n for n in find_numbers(text, spelled=False) if not _YEAR.fullmatch(n.raw)]
    for number in numbers:
        year = _year_of(document, text, number, numbers) if year is not None else None
        if year is not None and _is_level(text, number) and not _is_of_part(document, text, number):
            unit = _PERCENT.match(text, number.end)
            end = unit.end() if unit else number.end
            span = Span(sentence.start + number.start, sentence.start + end)
            raw = document.quote(span)
            yield ProseValue(raw, number.value, year, span, sentence)


def _is_of_other(text: str) -> bool:
    """Whether a sentence speaks of a group, a unit, a plan or another place: its level is not that
    of the whole."""
    starts = tuple(vocabulary("passages")["levels"]["other"])
    ends = tuple(vocabulary("passages")["levels"]["units"])
    told = split(text)
    return any(word.startswith(starts) or word.endswith(ends) for word in told)


def _is_of_part(document: Document, text: str, number: Number) -> bool:
    """Whether the words before a number say that it is of a part ("inom hemtjänsten är den")."""
    whole = (*vocabulary("passages")["levels"]["whole"], *split(document.municipality or ""))
    # A pronoun's level is read together with the sentence before it, whose parts are others.
    own = text[: number.start].rpartition(". ")[2]
    told = _OF_PART.findall(fold(own))
    return any(word not in whole and not word.isdigit() for word in told)


def _is_level(text: str, number: Number) -> bool:
    """Whether the words right before a number say that something is so high."""
    before = fold(text[: number.start]).split()
    degrees = vocabulary("passages")["levels"]["degrees"]
    told = [word for word in before if word not in degrees]
    return bool(told) and told[-1] in vocabulary("passages")["levels"]["before"]


def _year_of(
    document: Document, text: str, number: Number, numbers: Sequence[Number]
) -> int | None:
    """The year of a number; one behind a later number ("88 mot 112 2023") is that one's."""
    found = _YEAR.search(text)
    later = [n for n in numbers if number.end <= n.start and found and n.end <= found.start()]
    return document.year if later else _year(document, text)


def _year(document: Document, text: str) -> int | None:
    """The only year that a sentence names, the one before the document's where it says so, else the
    document's; null where it names several."""
    told = {int(year) for year in _YEAR.findall(text)}
    earlier = any(
        phrase in fold(text) for phrase in words.vocabulary_list("year_before", "phrases")
    )
    if told:
        return told.pop() if len(told) == 1 and not earlier else None
    if document.year is None:
        return None
    return document.year - 1 if earlier else document.year

"""Values that running text gives for the year before, beside what the tables print."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plansvar.asking.evidence import words
from plansvar.domain import Document, Span
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentence_at

_BEFORE, _AFTER, _NEAR = 400, 300, 12
# "… 100.0% Nämnden har": a figure right before a capital letter ends what stood before.
_RUN_IN = re.compile(r"\d\s?%?\s+(?=[A-ZÅÄÖ][a-zåäö])")
_PERCENT = re.compile(r"\s?(?:%|procent\b)")


_MOST_KNOWN = 1000


@dataclass(frozen=True, slots=True)
class ProseValue:
    """A value that a sentence gives for a year; `percent` where it is a share though its unit
    stands behind a later number, `turned` where it is said to be of the turn of the year."""

    raw: str
    value: float
    year: int
    span: Span
    sentence: Span
    percent: bool = False
    turned: bool = False


_KNOWN: dict[tuple[str, str], tuple[ProseValue, ...]] = {}


def values_before(document: Document) -> tuple[ProseValue, ...]:
    """What sentences say right after words such as "föregående år": a number of percent."""
    key = (document.path, document.digest)
    if key not in _KNOWN:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[key] = _values_before(document)
    return _KNOWN[key]


def _values_before(document: Document) -> tuple[ProseValue, ...]:
    if document.year is None:
        return ()
    found = []
    for phrase in words.vocabulary_list("year_before", "phrases"):
        for match in re.finditer(re.escape(phrase), document.text):
            value = _value_after(document, match.end(), document.year - 1)
            if value is not None:
                found.append(value)
    return tuple(found)


def _value_after(document: Document, at: int, year: int) -> ProseValue | None:
    """The first number behind `at`, if it is near and of percent."""
    behind = document.text[at : at + 40]
    number = next(iter(find_numbers(behind, spelled=False)), None)
    if number is None or number.start > _NEAR:
        return None
    unit = _PERCENT.match(behind, number.end)
    area = Span(max(0, at - _BEFORE), min(len(document.text), at + _AFTER))
    sentence = sentence_at(document.text, at, area)
    if unit is None or sentence is None:
        return None
    span = Span(at + number.start, at + unit.end())
    raw = " ".join(document.text[span.start : span.end].split())
    if not sentence.holds(span):
        return None
    return ProseValue(raw, number.value, year, span, _after_figures(document, sentence, at))


def _after_figures(document: Document, sentence: Span, at: int) -> Span:
    """The sentence without table values that a transcript has run into its beginning."""
    start = sentence.start
    for match in _RUN_IN.finditer(document.text, sentence.start, at):
        start = match.end()
    return Span(start, sentence.end)

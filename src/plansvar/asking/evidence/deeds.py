"""How many of something text says were done ("under året färdigställdes 38 nya bostäder"), to hold
beside tables that count just that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from plansvar.asking.evidence.levels import TEXT, Kept, is_of_other, levels_of, year_told
from plansvar.asking.evidence.prose import ProseValue
from plansvar.asking.telling_roots import is_form, root
from plansvar.domain import Document, Span
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.numbers import Number, find_numbers
from plansvar.language.sentences import sentences
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import alternatives

_LEAST = 2  # roots that tell what is done and to what
_NEAR = 2  # words behind a number, of which one is what it counts


@dataclass(frozen=True, slots=True)
class _Deed:
    """A clause with one number: what stands before and behind it, without verbs and small words."""

    told: ProseValue
    before: str
    behind: tuple[str, ...]
    roots: frozenset[str]
    rest: tuple[str, ...]


def deeds_told(document: Document, wanted: frozenset[str]) -> Iterator[ProseValue]:
    """The numbers of things done, in clauses that say all that these roots name and nothing more:
    what says more may be of a part."""
    if len(wanted) < _LEAST:
        return
    for deed in _deeds(Kept(document)):
        told = all(any(is_form(each, one) for one in deed.roots) for each in wanted)
        if told and _is_plain(deed, wanted):
            yield deed.told


def _is_plain(deed: _Deed, wanted: frozenset[str]) -> bool:
    done = _is_named(deed.before, wanted) or is_verb(deed.before)
    counted = any(_is_named(word, wanted) for word in deed.behind)
    return done and counted and all(_is_named(word, wanted) for word in deed.rest)


def _is_named(word: str, wanted: frozenset[str]) -> bool:
    return any(is_form(each, root(word)) for each in wanted)


@lru_cache(maxsize=256)
def _deeds(kept: Kept) -> tuple[_Deed, ...]:
    document = kept.document
    blocks = (block for block in document.blocks if block.kind in TEXT)
    told = (span for block in blocks for span in sentences(document.text, block.span))
    return tuple(deed for span in told for deed in _in_sentence(document, span))


def _in_sentence(document: Document, sentence: Span) -> Iterator[_Deed]:
    text = document.text[sentence.start : sentence.end]
    year = year_told(document, text)
    ends = [0, *(found.end() for found in _bounds().finditer(text)), len(text)]
    numbers = [n for n in find_numbers(text, spelled=False) if not _is_year(n)]
    for start, end in pairwise(ends) if year is not None else ():
        own = [n for n in numbers if start <= n.start < end]
        ahead = split(fold(text[start : own[0].start])) if len(own) == 1 else []
        if ahead and year is not None and not is_of_other(text[start:end]):
            yield _deed(sentence, text[own[0].end : end], own[0], year, ahead)


def _deed(sentence: Span, after: str, number: Number, year: int, ahead: list[str]) -> _Deed:
    behind = split(fold(after))
    span = Span(sentence.start + number.start, sentence.start + number.end)
    told = ProseValue(number.raw, number.value, year, span, sentence)
    said = [*ahead, *behind]
    rest = tuple(w for w in said if not (w in _small() or is_verb(w) or w.isdigit()))
    near = tuple(behind[:_NEAR])
    return _Deed(told, ahead[-1], near, frozenset(map(root, said)), rest)


def _is_year(number: Number) -> bool:
    return number.raw.isdigit() and FIRST_YEAR <= number.value <= LAST_YEAR


@cache
def _small() -> frozenset[str]:
    return frozenset(w for name in ("whole", "degrees", "deed_words") for w in levels_of(name))


@cache
def _bounds() -> re.Pattern[str]:
    return re.compile(rf"[,;:()–]|\b(?:{alternatives(levels_of('clause_ends'))})\b", re.IGNORECASE)

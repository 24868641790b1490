"""Short forms that a document explains itself: "kommunledningskontoret (KLK)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from plansvar.domain import Abbreviation, Document, Span
from plansvar.extraction.places import place_at
from plansvar.language.folding import bare, fold
from plansvar.language.vocabulary import vocabulary

# KLK, HME, SoN, KFAST, ANDT: two to seven letters, at least two of them capitals
SHORT = r"(?=[^\s()]*[A-ZÅÄÖ][^\s()]*[A-ZÅÄÖ])[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{1,6}"
_AFTER = re.compile(rf"(?<![\w-])((?:[\w-]{{1,60}},?\s+){{1,6}})\(({SHORT})\)")
# "SBN = samhällsbyggnadsnämnden, KFN = kultur- och fritidsnämnden", "KAA: kommunala …ansvaret"
_SET_EQUAL = re.compile(
    rf"(?<![\w/-])({SHORT})\s?(?:=|:|\s[–-])\s([^()\d,.;:=\n]{{6,60}})(?=[,.;\n]|$)"
)
# "Förkortningar: KS kommunstyrelsen, TN tekniska nämnden": nothing but the list tells them
_LISTED = re.compile(rf"(?<![\w/-])({SHORT})\s([^()\d,.;:=\n]{{6,60}})(?=[,.;\n]|$)")
_MOST_WORDS, _FEWEST = 5, 3
_BEFORE = re.compile(rf"(?<![\w/])({SHORT})\s\(([^()\d]{{6,80}})\)")


def abbreviations_in(document: Document) -> tuple[Abbreviation, ...]:
    """All abbreviations in the order explained; the first explanation of each counts."""
    found: dict[str, Abbreviation] = {}
    for abbreviation in sorted(
        (*_after(document), *_before(document), *_set_equal(document), *_listed(document)),
        key=lambda a: a.span,
    ):
        found.setdefault(abbreviation.short, abbreviation)
    return tuple(found.values())


def _after(document: Document) -> Iterator[Abbreviation]:
    """ "kommunledningskontoret (KLK)", "Hållbart medarbetarengagemang (HME)"."""
    for match in _AFTER.finditer(document.text):
        parts = list(re.finditer(r"[\w-]+", match[1]))
        for first in range(len(parts) - 1, -1, -1):
            long = " ".join(part[0] for part in parts[first:])
            if _explains(long, match[2]) and fold(parts[first][0]) not in _small():
                start = match.start() + parts[first].start()
                yield _abbreviation(document, match[2], long, Span(start, match.end()))
                break


def _before(document: Document) -> Iterator[Abbreviation]:
    """ "MVP (mentorer i våldsförebyggande arbete)"."""
    for match in _BEFORE.finditer(document.text):
        if _explains(match[2], match[1]) or _looks_long(match[2], match[1]):
            span = Span(match.start(), match.end())
            yield _abbreviation(document, match[1], " ".join(match[2].split()), span)


def _set_equal(document: Document) -> Iterator[Abbreviation]:
    """ "KS = kommunstyrelsen"."""
    for match in _SET_EQUAL.finditer(document.text):
        long = " ".join(match[2].split())
        if _explains(long, match[1]) and len(long.split()) <= _MOST_WORDS:
            yield _abbreviation(document, match[1], long, Span(match.start(), match.end()))


def _listed(document: Document) -> Iterator[Abbreviation]:
    """ "Förkortningar: BUN barn- och ungdomsnämnden, KS kommunstyrelsen."."""
    for block in document.blocks:
        if lists_abbreviations(document.quote(block.span)):
            for match in _LISTED.finditer(document.text, block.span.start, block.span.end):
                long = " ".join(match[2].split())
                if _explains(long, match[1]) and len(long.split()) <= _MOST_WORDS:
                    span = Span(match.start(), match.end())
                    yield _abbreviation(document, match[1], long, span)


def lists_abbreviations(text: str) -> bool:
    """Whether a paragraph begins by saying that it explains short forms, or does nothing else."""
    first = fold(text).partition(":")
    if bool(first[1]) and first[0] in vocabulary("abbreviations")["lists"]["openings"]:
        return True
    parts = [part for part in re.split(r"[,.;]\s*", text) if part.strip()]
    pairs = [found for part in parts if (found := _LISTED.fullmatch(part.strip()))]
    explained = sum(_explains(pair[2], pair[1]) for pair in pairs)
    return explained >= _FEWEST and explained + 1 >= len(parts)


def _abbreviation(document: Document, short: str, long: str, span: Span) -> Abbreviation:
    return Abbreviation(short, long, place_at(document, span.start), span)


def _explains(long: str, short: str) -> bool:
    """Whether the letters of the short form stand in order in the long one, first one first, and
    each at a word's or a compound part's beginning as far as can be told."""
    letters, folded = bare(short), bare(long)
    if not folded.startswith(letters[0]) or len(long) < 2 * len(short):
        return False
    initials = [part[0] for part in re.split(r"[\s-]+", folded) if part and part not in _small()]
    if "".join(initials) == letters:
        return True
    position = 0
    for letter in letters:
        position = folded.find(letter, position) + 1
        if position == 0:
            return False
    # a single compound ("kommunledningskontoret") or as many words as it has letters or fewer
    return len(initials) <= len(letters)


def _looks_long(long: str, short: str) -> bool:
    initials = [bare(p)[0] for p in re.split(r"[\s-]+", long) if p and fold(p) not in _small()]
    return sum(a == b for a, b in zip(bare(short), initials, strict=False)) >= 2


@cache
def _small() -> frozenset[str]:
    return frozenset(vocabulary("assessments")["lists"]["small"])

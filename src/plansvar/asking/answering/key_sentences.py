"""The sentences of a report that tell most: its results, its goals, its figures.

What a summary is kept inside (a unit, money) keeps the sentences inside too: a sentence about
something else is no part of it, however telling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.asking.answering.headings import heading_text
from plansvar.asking.evidence.levels import tells_money
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.passages.leaning import opens_leaning
from plansvar.asking.passages.ranking import holds_cue
from plansvar.asking.passages.restricting import units_in
from plansvar.domain import BlockKind, Document, Section, Span
from plansvar.language.folding import fold, words
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences

SHORTEST, FEWEST = 30, 5  # letters and words of a sentence that says something
OWN, OF_MONEY, RESULT, FIGURE, FIRST = 3, 2, 2, 2, 1  # what a trait of a sentence is worth
OPENS = 6  # what it is worth in a plan, which has no results, that a sentence opens a heading
TOP_LEVELS = 2
BARE = 3  # words of a heading that is the name of a unit and no more
LEANS = -1  # a sentence that points back at the one before it is told with that one
ENDS = (".", "!", "?")
PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
MOST_EACH = 4  # sentences of one heading, where there are others


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a summary is kept inside: units in the documents' words, and money. A `plan` has no
    results to tell."""

    units: tuple[str, ...] = ()
    money: bool = False
    plan: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """A sentence with the paragraph that it stands in and what it is worth."""

    block: int
    span: Span
    section: Section | None
    worth: int


def key_sentences(document: Document, wanted: Wanted, most: int) -> list[Key]:
    """The likeliest sentences in reading order; those of one paragraph that stand side by side are
    one quote."""
    ranked = sorted(_candidates(document, wanted), key=lambda key: (-key.worth, key.span))
    chosen: list[Key] = []
    for key in ranked:
        same = sum(key.section == other.section for other in chosen)
        if key.worth > 0 and (same < MOST_EACH or _is_own(document, key.section)):
            chosen.append(key)
        if len(chosen) == most:
            break
    return _joined(document, sorted(chosen, key=lambda key: key.span))


def _candidates(document: Document, wanted: Wanted) -> Iterator[Key]:
    opened: set[Section] = set()
    for key in _told(document, wanted):
        opens = wanted.plan and key.section in _top(document) and key.section not in opened
        opened |= {key.section} if key.section else set()
        yield replace(key, worth=key.worth + OPENS * opens)


def _top(document: Document) -> list[Section]:
    """The headings of the highest levels."""
    levels = sorted({section.level for section in document.sections})[:TOP_LEVELS]
    return [section for section in document.sections if section.level in levels]


def _told(document: Document, wanted: Wanted) -> Iterator[Key]:
    for number, block in enumerate(document.blocks):
        if block.kind not in PROSE:
            continue
        section = document.section_at(block.span.start)
        of_unit = not wanted.units or is_of_unit(document, section, block.span, wanted.units)
        before: Span | None = None
        told_here = sentences(document.text, block.span)
        for n, own in enumerate(told_here):
            told = document.quote(own)
            leans = before is not None and opens_leaning(told)
            span = Span(before.start, own.end) if before and leans else own
            span = _with_cause(document, span, told_here[n + 1 : n + 2])
            before = own
            named = of_unit or names_unit(told, wanted.units)
            if named and _says_something(told) and (not wanted.money or _is_economic(told)):
                yield Key(number, span, section, _worth(document, section, told, n == 0))


def _with_cause(document: Document, span: Span, behind: Sequence[Span]) -> Span:
    """A sentence with the one behind it, where that leans on it and tells what it comes of or
    what comes of it."""
    for each in behind:
        told = document.quote(each)
        if opens_leaning(told) and holds_cue(told, "plain_why"):
            return Span(span.start, each.end)
    return span


def is_of_unit(
    document: Document, section: Section | None, span: Span, units: Sequence[str]
) -> bool:
    """Whether a paragraph stands in the unit's own part, or under a heading that names it."""
    part = document.part_at(span.start)
    owner = fold(part.organisation or "") if part else ""
    path = section.path if section else ()
    own = any(fold(unit) == owner for unit in units) and not _tells_units_apart(document, units)
    return own or any(names_unit(heading, units) for heading in path)


def _tells_units_apart(document: Document, units: Sequence[str]) -> bool:
    """Whether a document has a heading for the unit and one for another: what stands under neither
    is of neither."""
    headings = [document.quote(section.heading) for section in document.sections]
    mine = [heading for heading in headings if names_unit(heading, units)]
    others = (h for h in headings if h not in mine and len(words(h)) <= BARE)
    return bool(mine) and any(map(units_in, others))


def names_unit(text: str, units: Sequence[str]) -> bool:
    told = f" {' '.join(words(text))} "
    genitive = "s"
    return any(
        f" {' '.join(words(unit))}{end} " in told for unit in units for end in ("", genitive)
    )


def _worth(document: Document, section: Section | None, told: str, first: bool) -> int:
    found = find_numbers(told)
    return (
        OWN * _is_own(document, section)
        + OF_MONEY * tells_money(told)
        + FIGURE * bool(found)
        + RESULT * _holds(told, "results")
        + FIRST * first
        + LEANS * opens_leaning(told)
    )


def _is_own(document: Document, section: Section | None) -> bool:
    """Whether a section is a summary that the document has itself, or a part of one."""
    named = vocabulary_list("summary", "headings")
    within = [heading_text(document, section)] if section else []
    path = [*within, *(section.path if section else ())]
    return any(re.sub(r"^[\d.\s]+", "", fold(each)).startswith(named) for each in path)


def _says_something(told: str) -> bool:
    """Whether a sentence is long enough and no formal line ("Antagen av …")."""
    ended = told.rstrip("”\")' ").endswith(ENDS)
    long = len(told) >= SHORTEST and len(words(told)) >= FEWEST
    return ended and long and not _pattern("formal").search(told)


def _is_economic(told: str) -> bool:
    return tells_money(told) or _holds(told, "economic")


def _holds(told: str, name: str) -> bool:
    return _pattern(name).search(told) is not None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary_list("summary", name)), re.IGNORECASE)


def _joined(document: Document, keys: Sequence[Key]) -> list[Key]:
    found: list[Key] = []
    for key in keys:
        last = found[-1] if found else None
        between = document.text[last.span.end : key.span.start] if last else "-"
        if last and last.block == key.block and not between.strip():
            span = Span(last.span.start, max(last.span.end, key.span.end))
            found[-1] = Key(key.block, span, key.section, last.worth)
        else:
            found.append(key)
    return found

"""Finds headings inside running text, where line breaks are lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.contents import Entry
from plansvar.reading.senders import unit_pattern
from plansvar.reading.transcripts import FlowPage

_SENTENCE_END = (".", "!", "?", ":", ")", "”", '"')
_LOWEST_SCORE = 2
_SURE = 4
_STACKED = 3  # characters between two headings that stand right on each other


@dataclass(frozen=True, slots=True)
class Found:
    """A heading in the text of a page: characters `start` to `end`. `level` 0: not yet known."""

    page_index: int
    start: int
    end: int
    level: int = 0


def listed_headings(pages: Sequence[FlowPage], entries: Sequence[Entry]) -> list[Found]:
    """Where the names of a contents list stand as headings: each at its page, in their order."""
    found: list[Found] = []
    for entry in entries:
        place = _locate(pages, entry, found[-1] if found else None)
        if place:
            found.append(place)
    return found if all(place.level for place in found) else _with_levels(pages, found)


def usual_headings(pages: Sequence[FlowPage]) -> list[Found]:
    """Headings known by their wording, for letters without a contents list; units stand highest,
    and what they report of stands below them."""
    found: list[Found] = []
    below_unit = False
    for page in pages:
        for match, kind in _usual_in(page.text, first=page is pages[0]):
            below_unit = kind == "unit" or (below_unit and kind == "low")
            level = 2 if kind == "low" and below_unit else 1
            found.append(Found(page.index, match.start(), match.end(), level))
    return found


def _locate(pages: Sequence[FlowPage], entry: Entry, last: Found | None) -> Found | None:
    exact = _best(pages, entry, last, _LOWEST_SCORE, at_page=True)
    # Some lists count pages in another way than the pages do; then only clear places will do.
    return exact or _best(pages, entry, last, _SURE, at_page=False)


def _best(
    pages: Sequence[FlowPage], entry: Entry, last: Found | None, lowest: int, at_page: bool
) -> Found | None:
    pattern = re.compile(r"\s+".join(re.escape(word) for word in entry.name.split()))
    best: tuple[int, Found] | None = None
    for page in pages:
        if at_page and entry.page is not None and page.number != entry.page:
            continue
        start = last.end if last and last.page_index == page.index else 0
        if last and page.index < last.page_index:
            continue
        for match in pattern.finditer(page.text, start):
            score = _score(page.text, match, start)
            place = Found(page.index, match.start(), match.end(), entry.level or 0)
            if score >= lowest and (best is None or score > best[0]):
                best = (score, place)
    return best[1] if best else None


def _score(text: str, match: re.Match[str], start: int) -> int:
    """A heading stands after a sentence's end or another heading and before a new sentence."""
    before, after = text[start : match.start()].rstrip(), text[match.end() :].lstrip()
    score = 0
    if not before or before.endswith(_SENTENCE_END):
        score += 3 if not before else 2
    elif fold(before.split()[-1]) in _mentions() or before.endswith((",", "-", "–", "(")):
        score -= 4
    if not after or after[0].isupper() or after[0].isdigit() or after[0] in "•-–":
        score += 2
    elif after[0].islower() or after[0] in ",.;)":
        score -= 2
    return score


def _with_levels(pages: Sequence[FlowPage], found: Sequence[Found]) -> list[Found]:
    """Levels from how headings stand: one right on another holds it; what holds others and begins
    a page stands highest; what has text of its own holds only what follows on the same page."""
    leveled: list[Found] = []
    holder: int | None = None
    lead: Found | None = None
    stacked = False
    for place, heading in enumerate(found):
        holds = place + 1 < len(found) and _adjoin(heading, found[place + 1])
        on_top = not _text_of(pages, heading.page_index)[: heading.start].strip()
        if holds:
            level = (
                (leveled[-1].level + 1)
                if stacked
                else (1 if on_top or not leveled else leveled[-1].level)
            )
            holder = level
        elif holder is not None:
            level = holder + 1
        else:
            level = 2 if lead and not on_top and lead.page_index == heading.page_index else 1
            lead = heading if level == 1 else lead
        leveled.append(Found(heading.page_index, heading.start, heading.end, level))
        stacked = holds
    return leveled


def _adjoin(one: Found, other: Found) -> bool:
    return one.page_index == other.page_index and other.start - one.end <= _STACKED


def _text_of(pages: Sequence[FlowPage], index: int) -> str:
    return next(page.text for page in pages if page.index == index)


def _usual_in(text: str, first: bool) -> list[tuple[re.Match[str], str]]:
    candidates = [(match, "unit") for match in unit_pattern().finditer(text)]
    for kind, pattern in _usual_patterns().items():
        candidates += [(match, kind) for match in pattern.finditer(text)]
    candidates.sort(key=lambda item: (item[0].start(), -item[0].end()))
    kept: list[tuple[re.Match[str], str]] = []
    for match, kind in candidates:
        start = kept[-1][0].end() if kept else 0
        # A unit named first on a page is whom the letter is addressed to.
        addressed = kind == "unit" and not text[: match.start()].strip() and not kept
        needed = _SURE if kind == "unit" or " " not in match[0] else _LOWEST_SCORE
        stands = match.start() >= start and _score(text, match, start) >= needed
        if stands and not (addressed and first):
            kept.append((match, kind))
    return _without_signatures(kept)


def _without_signatures(
    found: Sequence[tuple[re.Match[str], str]],
) -> list[tuple[re.Match[str], str]]:
    """Units named one right after another are signatures, no headings."""
    kept = []
    for place, (match, kind) in enumerate(found):
        near = [found[other] for other in (place - 1, place + 1) if 0 <= other < len(found)]
        signed = kind == "unit" and any(
            other_kind == "unit" and _gap(match, other) <= _STACKED for other, other_kind in near
        )
        if not signed:
            kept.append((match, kind))
    return kept


def _gap(one: re.Match[str], other: re.Match[str]) -> int:
    return max(other.start() - one.end(), one.start() - other.end())


@cache
def _mentions() -> frozenset[str]:
    return frozenset(fold(word) for word in vocabulary("documents")["layout"]["mentions"])


@cache
def _usual_patterns() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"\b(?:{'|'.join(sorted(names, key=len, reverse=True))})(?!\w)")
        for kind, names in vocabulary("documents")["headings"].items()
    }

"""What anybody asks of a whole municipality: its inhabitants, its employees, its tax rate. Which
rows give them, and which sentences tell them; rows and sentences of a unit's own tell neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Any

from plansvar.asking.evidence.words import is_outcome, is_percent, is_total
from plansvar.domain import BlockKind, Document, DocumentKind, Indicator, Place, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)
PLANS = (DocumentKind.PLAN, DocumentKind.BUDGET)
TAX = "tax"
UP, DOWN, SAME = "up", "down", "same"
WAYS = (UP, DOWN, SAME)
EXPECTS = "expects"
_PHRASE = 4  # words of a cell that tells something


@dataclass(frozen=True, slots=True)
class BasicSentence:
    """A sentence that tells a basic, in its document."""

    document: Document
    span: Span

    @property
    def text(self) -> str:
        return fold(" ".join(self.document.quote(self.span).split()))


def basic_rows(name: str, library: Library, groups: Sequence[str] = ()) -> list[Indicator]:
    """The row of each document that gives it, for all or for groups, of reports before plans; of
    several ways to count it those of the first that any row has."""
    asked, shares = set(map(fold, groups)), basics()[name].get("shares", False)
    rows = [r for r in library.indicators() if is_central(r.place) and _totals(r, asked, shares)]
    for pattern in basics()[name]["rows"]:
        found = [r for r in rows if re.search(pattern, fold(r.name))]
        told = [r for r in found if library.document(r.place.document_id).kind not in PLANS]
        if found:
            return _fullest(told or found, asked)
    return []


def _totals(row: Indicator, groups: Set[str], shares: bool = False) -> int:
    """How many outcomes for all, or for groups, a row has, that are no shares where it is
    counted."""
    own = (o for o in row.observations if is_outcome(o))
    whole = (o for o in own if (fold(o.breakdown) in groups if groups else is_total(o)))
    return sum(o.value is not None and (shares or not is_percent(o.unit)) for o in whole)


def _fullest(rows: Sequence[Indicator], groups: Set[str]) -> list[Indicator]:
    """Of the rows of each document the one with most outcomes."""
    best: dict[str, Indicator] = {}
    for row in rows:
        path = row.place.document_id
        if path not in best or _totals(row, groups) > _totals(best[path], groups):
            best[path] = row
    return list(best.values())


def is_counted_first(name: str, rows: Iterable[Indicator]) -> bool:
    """Whether rows give it in the way that is meant first ("anställda" and not "årsarbetare")."""
    first = basics()[name]["rows"][0]
    return all(re.search(first, fold(row.name)) for row in rows)


def basic_sentences(
    name: str, documents: Sequence[Document], groups: Sequence[str] = ()
) -> list[BasicSentence]:
    """The sentence of each document that tells it best, of groups where they are asked for, in the
    order of the documents."""
    told = _best(name, "tells", documents)
    return [each for each in told if all(fold(group) in each.text for group in groups)]


def moving_sentences(name: str, documents: Sequence[Document]) -> list[BasicSentence]:
    """The sentence of each document that tells what has become of it."""
    return _best(name, "moves", documents)


def expected_sentences(name: str, documents: Sequence[Document]) -> list[BasicSentence]:
    """The sentences that tell what is expected to come of it."""
    if EXPECTS not in basics()[name]:
        return []
    told = (each for d in documents for each in _told(name, EXPECTS, d))
    return [each for each in told if not _holds(name, "not_expects", each.text)]


def _best(name: str, key: str, documents: Sequence[Document]) -> list[BasicSentence]:
    """The shortest of the sentences of a document that name it in so many words."""
    found = []
    for document in documents:
        told = list(_told(name, key, document))
        best = [each for each in told if _holds(name, "best", each.text)] or told
        found += sorted(best, key=lambda each: len(each.text))[:1]
    return found


def way_told(sentence: BasicSentence) -> str | None:
    """Which way a sentence says that the tax goes; null where it says more than one."""
    ways = [w for w in WAYS if _holds(TAX, f"way_{w}", sentence.text)]
    return ways[0] if len(ways) == 1 else None


def tells_of_past(sentence: BasicSentence) -> bool:
    return _holds(TAX, "past", sentence.text)


def tells_of_period(sentence: BasicSentence) -> bool:
    """Whether it is so for all of the years that a plan is for."""
    return _holds(TAX, "period", sentence.text)


def is_central(place: Place) -> bool:
    """Whether something stands in a report of the municipality and not of a unit's own."""
    return is_central_unit(place.organisation)


def is_central_unit(organisation: str | None) -> bool:
    """Whether the unit that a text is of speaks for the whole municipality."""
    central = tuple(vocabulary("basics")["central"])
    return organisation is None or fold(organisation).startswith(central)


@cache
def basics() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = vocabulary("basics")["basics"]
    return found


def _told(name: str, key: str, document: Document) -> Iterator[BasicSentence]:
    for block in document.blocks:
        if block.kind not in _PROSE or not _is_of_all(document, block.span.start):
            continue
        section = document.section_at(block.span.start)
        heading = fold(" ".join(section.path[-1:])) if section else ""
        for span in sentences(document.text, block.span):
            each = BasicSentence(document, span)
            if _tells(name, key, each.text, heading):
                yield each
    for cell in (cell for table in document.tables for cell in table.cells):
        each = BasicSentence(document, cell.span)
        whole = len(each.text.split()) >= _PHRASE and _is_of_all(document, cell.span.start)
        if whole and _tells(name, key, each.text, ""):
            yield each


def _is_of_all(document: Document, place: int) -> bool:
    """Whether what stands at a place is of no unit but one that speaks for the municipality."""
    part = document.part_at(place)
    return is_central_unit(part.organisation if part else None)


def _tells(name: str, key: str, text: str, heading: str) -> bool:
    if not _holds(name, key, text) or (key != EXPECTS and _holds(name, "not_tells", text)):
        return False
    if "names" not in basics()[name]:
        return True
    return _holds(name, "names", text) or _holds(name, "headings", heading)


def _holds(name: str, key: str, text: str) -> bool:
    return _pattern(name, key).search(text) is not None


@cache
def _pattern(name: str, key: str) -> re.Pattern[str]:
    return re.compile("|".join(basics()[name].get(key, ())) or r"(?!)")

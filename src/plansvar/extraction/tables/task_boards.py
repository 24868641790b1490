"""Boards and road maps: each row a card with one undertaking, behind how far it has come or when it
is due, which stands once for all cards that it is said of.

Uppdrag till nämnderna 2028
Pågår | U5 | BUN | Bygga en ny förskola | mars 2028
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plansvar.domain import Cell, Commitment, Document, Span, Table
from plansvar.extraction.deadlines import is_time
from plansvar.extraction.responsible import alone
from plansvar.extraction.statuses import status_word
from plansvar.extraction.tables.places import place_of, row_id
from plansvar.extraction.zones import Role, kind_of_heading
from plansvar.language.folding import fold
from plansvar.language.periods import YEAR, year_of
from plansvar.language.vocabulary import alternatives, vocabulary

_CODE = re.compile(r"(?:[^\W\d]+\s)?[^\W\d]{0,3}[ -]?\d{1,3}(?:\.\d{1,2})*[.:]?")
_FEWEST = 3
_COUNT = re.compile(r"\s*\(?\d{1,3}\)?$")  # how many cards stand under a heading


@dataclass(frozen=True, slots=True)
class _Card:
    """The parts of a card; `what` are those that say what is to be done, and more of it."""

    what: tuple[Cell, ...]
    who: Cell | None = None
    when: Cell | None = None


def read_task_boards(document: Document, table: Table) -> tuple[Commitment, ...]:
    """The undertakings of a board or a road map; none where the table is neither."""
    heads = [cell for cell in table.cells if cell.column == 0]
    covered = sum(cell.row_span for cell in heads)
    if table.header_rows or len(heads) < 2 or covered != table.row_count or covered < _FEWEST:
        return ()
    of_status = 2 * sum(status_word(_bare(cell)) is not None for cell in heads) > len(heads)
    of_times = all(is_time(cell.text) for cell in heads)
    kind = _kind(document, table)
    cards = [_card(document, table, row) for row in range(table.row_count)]
    if not (of_status or of_times) or kind is None or any(card is None for card in cards):
        return ()
    found = []
    for row, card in enumerate(cards):
        head = table.at(row, 0)
        if head is not None and card is not None:
            told = _commitment(document, card, kind)
            found.append(_with_status(told, head) if of_status else _dated(document, told, head))
    return tuple(found)


def _headings(document: Document, position: int) -> Iterator[Span]:
    """The headings over a place, the nearest first."""
    section = document.section_at(position)
    while section is not None:
        yield section.heading
        section = document.sections[section.parent] if section.parent is not None else None


def _kind(document: Document, table: Table) -> str | None:
    """What a heading over a board calls its undertakings: "Fullmäktiges uppdrag 2028"."""
    kinds = vocabulary("kinds")["commitments"].items()
    for heading in _headings(document, table.span.start):
        said = document.quote(heading)
        named = kind_of_heading(said)
        if named is not None:
            return named[1] if named[0] is Role.COMMITMENTS else None
        for kind, forms in kinds:
            if _names(fold(said), forms):
                return str(kind)
    return None


def _names(folded: str, forms: Sequence[str]) -> bool:
    return re.search(rf"(?<!\w)(?:{alternatives(list(forms))})(?!\w)", folded) is not None


def _card(document: Document, table: Table, row: int) -> _Card | None:
    what: list[Cell] = []
    who = when = None
    for cell in (c for c in table.cells if c.row == row and c.column and c.text.strip()):
        if _CODE.fullmatch(cell.text.strip()):
            continue
        if when is None and _is_due(cell.text):
            when = cell
        elif who is None and _units(cell):
            who = cell
        else:
            what.append(cell)
    return _Card(tuple(what), who, when) if what else None


def _is_due(said: str) -> bool:
    """Whether a part says when, or that it is not decided when."""
    return is_time(said) or fold(said).strip(" .") in vocabulary("commitments")["deadlines"]["open"]


def _units(cell: Cell) -> tuple[str, ...]:
    """The units that a part is, and nothing else: "BUN och SBN"."""
    joint = vocabulary("commitments")["subjects"]["and"]
    parts = re.split(rf"\s+{joint}\s+(?=[A-ZÅÄÖ])|\s*[,/]\s*", " ".join(cell.text.split()))
    said = [alone(part, Span(0, len(part))) for part in parts]
    return tuple(parts) if all(said) else ()


def _commitment(document: Document, card: _Card, kind: str) -> Commitment:
    first, *more = card.what
    cells = [cell for cell in (*card.what, card.who, card.when) if cell is not None]
    return Commitment(
        id=row_id(document, "c", first.span),
        place=place_of(document, cells, (first,)),
        text=" ".join(first.text.split()),
        text_span=first.span,
        kind=kind,
        responsible=_units(card.who) if card.who else (),
        responsible_span=card.who.span if card.who else None,
        comment=" ".join(more[0].text.split()) if more else None,
        comment_span=more[0].span if more else None,
        deadline=" ".join(card.when.text.split()) if card.when else None,
        deadline_spans=(card.when.span,) if card.when else (),
    )


def _bare(head: Cell) -> str:
    return _COUNT.sub("", head.text.strip())


def _with_status(row: Commitment, head: Cell) -> Commitment:
    raw = _bare(head)
    span = Span(head.span.start, head.span.start + len(raw))
    return replace(row, status=status_word(raw), status_raw=raw, status_span=span)


def _dated(document: Document, row: Commitment, head: Cell) -> Commitment:
    """An undertaking with the time before it, and the one year that a heading over all names."""
    said, spans = head.text.strip(), [head.span]
    for heading in _headings(document, row.text_span.start):
        years = list(re.finditer(rf"(?<!\d){YEAR}(?!\d)", document.quote(heading)))
        if years and year_of(said) is None and len({year[0] for year in years}) == 1:
            start = heading.start + years[0].start()
            spans.append(Span(start, start + len(years[0][0])))
            said = f"{said} {years[0][0]}"
    return replace(row, deadline=said, deadline_spans=tuple(spans))

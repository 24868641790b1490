"""Why a board went over or short: the whole account that the newest report gives of it, under its
heading, in a paragraph that its name opens, or in a report of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from plansvar.asking.basics import PLANS
from plansvar.asking.evidence.selecting import documents_asked
from plansvar.asking.passages.named_rows import years_of
from plansvar.asking.passages.ranking import OF_SIGNS, before_cue, holds_cue
from plansvar.asking.passages.restricting import units_in
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.told_causes import ITSELF, Cause
from plansvar.asking.passages.units import UNQUOTABLE, heading_at, quotable
from plansvar.asking.passages.wondered import Wondered, tells, wondered
from plansvar.asking.passages.wording import kind_of
from plansvar.asking.query import Query
from plansvar.domain import Document, Section, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.vocabulary import vocabulary

SIDES = {"deficit": "surplus", "surplus": "deficit"}
WHY, STRICT_WHY, DEVIATION = "why", "strict_why", "deviation"
MOST, FIRST = 5, 3  # sentences of one account; of one that does not say how it went
SIGNED = {"deficit": re.compile(r"(?<![\w–-])[-–−]\s?\d"), "surplus": re.compile(r"\+\s?\d")}
NAMED = re.compile(r"^[\d.\s]+|[-+–−]?\s?\d[\d\s.,]*(?:[^\W\d_]+)?$")


def board_causes(query: Query, library: Library) -> tuple[Cause, ...]:
    """What tells most of why the one unit that a question names went as it says, in the newest
    document that tells why; nothing where anything else is asked about. A follow-up that does not
    say how it went ("och skolnämnden?") is told of whichever way it did."""
    unit = board_of(query)
    if kind_of(query) != WHY or not unit:
        return ()
    asked = wondered(query, library)
    sides = [name for name in asked.effects if name in SIDES][:1]
    if query.follow_up and not asked.effects:
        sides = list(SIDES)
    if not _is_of_unit_alone(asked, unit):
        return ()
    told = (_causes(query, unit, side, library) for side in sides)
    return next((found for found in told if found), ())


def _causes(query: Query, unit: str, side: str, library: Library) -> tuple[Cause, ...]:
    years = years_of(query)
    documents = documents_asked(query.scope, library)
    for document in sorted(documents, key=lambda each: each.kind in PLANS):
        if years and document.year not in years:
            continue
        found = [
            Cause(document, spans, ITSELF) for spans in _accounts(document, unit, side, library)
        ]
        if found:
            return (max(found, key=_told_by),)
        if not years and any(_accounts(document, unit, SIDES[side], library)):
            return ()  # the newest account says that it went the other way
    return _headed_causes(documents, unit, years, library)


def _headed_causes(
    documents: Sequence[Document], unit: str, years: set[int], library: Library
) -> tuple[Cause, ...]:
    """What stands first under the heading of the unit in the newest document that tells a cause of
    what things cost there, though it does not say which way it went."""
    for document in documents:
        marks = row_marks(library).get(document.path, RowMarks())
        for section in document.sections if not years or document.year in years else ():
            if _is_headed(document, section, unit):
                told = _pieces_of(document, section, marks)[:FIRST]
                texts = [document.quote(span) for span in told]
                caused = any(holds_cue(text, STRICT_WHY) for text in texts)
                if caused and _tells_of_money(" ".join((*section.path[:-1], *texts))):
                    return (Cause(document, tuple(told), ITSELF),)
    return ()


def board_of(query: Query) -> str:
    """The one unit that a question names, by its own name or by that of its amounts."""
    endings = tuple(vocabulary("questions")["grammar"]["boards_said"]["endings"])
    named = [link.name for link in query.links if fold(link.name).endswith(endings)]
    units = list(dict.fromkeys((*query.scope.organisations, *named)))
    return units[0] if len(units) == 1 else ""


def _is_of_unit_alone(asked: Wondered, unit: str) -> bool:
    held = frozenset(told_stems(unit))
    name = fold(unit)
    return all(term.factor(held) > 0 or term.word in name for term in asked.things)


def _told_by(each: Cause) -> int:
    """How many sentences of an account tell why."""
    return sum(_explains(each.document.quote(span)) for span in each.spans)


def _explains(text: str) -> bool:
    """Whether a sentence says of a part that it went over or short, or tells a cause."""
    counted = any(map(str.isdigit, text)) and (holds_cue(text, DEVIATION) or bool(_signs(text)))
    return counted or holds_cue(text, STRICT_WHY)


def _signs(text: str) -> list[str]:
    return [side for side, signed in SIGNED.items() if signed.search(text)]


def _accounts(
    document: Document, unit: str, side: str, library: Library
) -> Iterator[tuple[Span, ...]]:
    marks = row_marks(library).get(document.path, RowMarks())
    for section in document.sections:
        if _is_headed(document, section, unit):
            head = document.quote(section.heading)
            told = _of_section(document, section, side, marks)
            yield from _if_told(document, told, side, told if side in _signs(head) else ())
    for number, block in enumerate(document.blocks):
        if block.kind not in UNQUOTABLE:
            pieces = quotable(document, document.blocks[number], marks)
            told = _of_paragraph(document, pieces, unit)
            yield from _if_told(document, told, side, ())


def _if_told(
    document: Document, told: Sequence[Span], side: str, headed: Sequence[Span]
) -> Iterator[tuple[Span, ...]]:
    """An account that tells the side that is asked about, and more than that: why, or of what."""
    texts = [document.quote(span) for span in told]
    sided = bool(headed) or any(tells(side, text) or side in _signs(text) for text in texts)
    more = [text for text in texts if _explains(text)]
    if sided and (len(more) > 1 or headed or any(holds_cue(text, STRICT_WHY) for text in more)):
        yield tuple(told[:MOST])


def _is_headed(document: Document, section: Section, unit: str) -> bool:
    """Whether a heading is the name of the unit, with a number or an amount at most."""
    heading = fold(document.quote(section.heading)).strip(" .:#*")
    return NAMED.sub("", NAMED.sub("", heading)).strip(" .:(") == fold(unit)


def _of_section(document: Document, section: Section, side: str, marks: RowMarks) -> list[Span]:
    """The sentences of a section that tell of money, from the first that tells how it went."""
    pieces = _pieces_of(document, section, marks)
    signed = side in _signs(document.quote(section.heading))
    texts = [document.quote(piece) for piece in pieces]
    if any(holds_cue(text, OF_SIGNS) for text in texts):
        return []
    first = next((n for n, t in enumerate(texts) if signed or tells(side, t)), len(pieces))
    return pieces[first : first + MOST]


def _pieces_of(document: Document, section: Section, marks: RowMarks) -> list[Span]:
    """The sentences of a section, and of those under it that are about money."""
    body = Span(section.heading.end, section.span.end)
    return [
        piece
        for block in document.blocks
        if block.kind not in UNQUOTABLE and body.holds(block.span)
        for heading in [heading_at(document, block.span)]
        if heading == section.path[-1] or _tells_of_money(heading)
        for piece in quotable(document, block, marks)
    ]


def _tells_of_money(text: str) -> bool:
    return any(root in fold(text) for root in vocabulary("passages")["of_accounts"])


def _of_paragraph(document: Document, pieces: Sequence[Span], unit: str) -> list[Span]:
    """The sentences of a paragraph from the one that the unit is the matter of up to the next unit:
    by its name before any cause, or as "the board" in a report of its own."""
    told: list[Span] = []
    mine = units_in(unit) or frozenset(words(unit))
    for piece in pieces:
        text = document.quote(piece)
        others = units_in(text) - mine
        if not told and not _opens(document, piece, text, unit):
            continue
        if told and others:
            break
        told.append(piece)
    return told[:MOST]


def _opens(document: Document, piece: Span, text: str, unit: str) -> bool:
    before = fold(before_cue(text, STRICT_WHY) or text)
    part = document.part_at(piece.start)
    own = part is not None and part.organisation == unit and before.startswith(_the_board())
    return before.startswith(fold(unit)) or own


@cache
def _the_board() -> tuple[str, ...]:
    return tuple(vocabulary("passages")["the_board"])

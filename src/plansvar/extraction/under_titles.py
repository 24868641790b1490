"""What stands under the line that names a judged goal, as the goal's own comment.

5. Kultur och fritid för alla  /  Besök på biblioteken  43 100  /  Huvudbiblioteket hölls stängt …

The goal may be judged in that very line or in a table far from it: the line says whose text it is
that follows, and the next line that names a goal, or the next heading beside it, ends it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from plansvar.domain import Block, BlockKind, Document, Indicator, Span
from plansvar.extraction.goal_verdicts import beside_verdict, heading_title, plain_name
from plansvar.language.folding import fold
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import alternatives, vocabulary

_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)
_SHORTEST = 4  # words of a paragraph that tells something
_LONGEST_NAME = 200
_CUT_SHORT = 3  # words of a name that a heading says without its end
_MOST = 3  # paragraphs under the last goal where no other shows how many there are
_ASIDE, _LEVEL = 40.0, 4.0  # points between titles side by side, and between their heights
_NOTE_MARK = re.compile(r"\s*(?:[¹²³⁴⁵⁶⁷⁸⁹⁰ᵃ-ᶻ*]|\d{1,2}[)\s]\s*[A-ZÅÄÖ])")
_NOTE_WITHIN = re.compile(r"\s+[¹²³⁴⁵⁶⁷⁸⁹⁰ᵃ-ᶻ]\s")
_KEY = re.compile(r"\w+ = \w+,")
_NOTE_SIGNS = " ¹²³⁴⁵⁶⁷⁸⁹⁰*"


@dataclass(frozen=True, slots=True)
class _Run:
    """Paragraphs that stand together under a title, behind a label or a table if there is one."""

    spans: tuple[Span, ...]
    is_comment: bool = False
    behind_table: bool = False


@dataclass(frozen=True, slots=True)
class _Under:
    """The text under a title; `closed` where the title of another goal ends it, and not only some
    other heading behind which the document may sum up what is no longer this goal's."""

    run: _Run
    closed: bool


def with_texts_under_titles(document: Document, rows: Sequence[Indicator]) -> tuple[Indicator, ...]:
    """The rows, judged goals with the text that stands under the line which names them, and so the
    one row that measures such a goal between the two."""
    titles = _titles(document, rows)
    found = {at: under for at in titles if (under := _under(document, at, titles)) is not None}
    usual = [len(under.run.spans) for under in found.values() if under.closed]
    most = max(usual, default=_MOST)
    texts: dict[str, list[Span]] = {}
    measuring: dict[str, Span] = {}
    for at, under in found.items():
        spans = under.run.spans if under.closed else under.run.spans[:most]
        comment = Span(spans[0].start, spans[-1].end)
        texts.setdefault(titles[at], []).append(comment)
        between = Span(document.blocks[at].span.end, comment.start)
        measures = [row for row in rows if _stands_in(row, between)]
        if len(measures) == 1:
            measuring[measures[0].id] = comment
    return tuple(_told(document, row, texts, measuring) for row in rows)


def _stands_in(row: Indicator, place: Span) -> bool:
    return any(place.holds(o.cell) for o in row.observations)


def _told(
    document: Document,
    row: Indicator,
    texts: Mapping[str, Sequence[Span]],
    measuring: Mapping[str, Span],
) -> Indicator:
    own = texts.get(_called(row.name), ()) if _is_judged(row) else ()
    comment = own[0] if len(own) == 1 else measuring.get(row.id)
    if comment is None or row.comment is not None:
        return row
    return replace(row, comment=document.quote(comment), comment_span=comment)


def _is_judged(row: Indicator) -> bool:
    """Whether a row is a judged goal."""
    goal = row.kind not in vocabulary("kinds")["measuring"]["kinds"]
    return goal and bool(row.assessments)


def _called(name: str) -> str:
    return plain_name(name.rstrip(_NOTE_SIGNS))


def _titles(document: Document, rows: Sequence[Indicator]) -> dict[int, str]:
    """The numbers of the blocks that name a judged goal, and its name."""
    judged = [row for row in rows if row.assessments]
    names = frozenset(_called(row.name) for row in judged)
    spans = [(row.name_span, _called(row.name)) for row in judged if row.name_span]
    found: dict[int, str] = {}
    for number, block in enumerate(document.blocks):
        if block.kind in (BlockKind.TABLE, BlockKind.NOTE):
            continue
        own = next((name for span, name in spans if block.span.holds(span)), None)
        name = own if own is not None else _whole(_named(document, block), names)
        if name is not None and name in names:
            found[number] = name
    return found


def _named(document: Document, block: Block) -> str | None:
    """What a line names, where it says nothing else."""
    if block.span.end - block.span.start > _LONGEST_NAME:
        return None
    title = heading_title(document, block.span)
    judged = beside_verdict(document, title) if title else None
    title = judged.title if judged else title
    return _called(document.quote(title.name)) if title else None


def _whole(said: str | None, names: Collection[str]) -> str | None:
    """The name that a line says, whole or cut short ("Det är enkelt att driva företag")."""
    if said is None or said in names:
        return said
    begun = [name for name in names if name.startswith(f"{said} ")]
    return begun[0] if len(begun) == 1 and len(said.split()) >= _CUT_SHORT else None


def _under(document: Document, at: int, titles: Mapping[int, str]) -> _Under | None:
    """The comment under a title: what a label calls so, else what stands behind its table, else
    what stands right under a title without one."""
    end, closed = _end(document, at, titles)
    runs = list(_runs(document, at + 1, end))
    tabled = any(b.kind is BlockKind.TABLE for b in document.blocks[at + 1 : end])
    wanted = (
        [run for run in runs if run.is_comment],
        [run for run in runs if run.behind_table or not tabled],
    )
    chosen = next((found[0] for found in wanted if found), None)
    return _Under(chosen, closed) if chosen else None


def _end(document: Document, at: int, titles: Mapping[int, str]) -> tuple[int, bool]:
    """Where what belongs to a title ends, and whether another title does it."""
    inner = _inside(document, document.blocks[at])
    for number in range(at + 1, len(document.blocks)):
        block = document.blocks[number]
        if number in titles or _is_of_all(document, document.blocks[at], block):
            return number, True
        if block.kind is BlockKind.HEADING and not _labels(document, block, inner):
            return number, any(other > number for other in titles)
    return len(document.blocks), False


def _is_of_all(document: Document, title: Block, block: Block) -> bool:
    """Whether a text below titles that stand side by side, each over a box of its own, begins left
    of the one that is asked for: it is on all of them."""
    if not title.boxes or not block.boxes or block.boxes[0].page_index != title.page_index:
        return False
    place = title.boxes[0]
    if block.boxes[0].x0 > place.x0 - _ASIDE:
        return False
    others = (b.boxes[0] for b in document.blocks if b.kind is title.kind and b.boxes)
    return any(
        other.page_index == place.page_index
        and abs(other.top - place.top) < _LEVEL
        and other.x0 < place.x0 - _ASIDE
        for other in others
    )


def _labels(document: Document, heading: Block, inner: Span) -> bool:
    """Whether a heading only says what part of a goal's text follows: a label, or one of those that
    stand again under other goals ("Vad har hänt")."""
    said = document.quote(heading.span)
    if _is_label(said, "words") or _is_label(said, "others"):
        return True
    again = Counter(fold(document.quote(section.heading)) for section in document.sections)
    return inner.holds(heading.span) and again[fold(said)] > 1


def _inside(document: Document, title: Block) -> Span:
    """The section that a title heads; nothing where it is no heading."""
    heads = (s.span for s in document.sections if title.span.overlaps(s.heading))
    return next(heads, title.span) if title.kind is BlockKind.HEADING else title.span


def _runs(document: Document, start: int, end: int) -> Iterator[_Run]:
    """The paragraphs between two places in runs: tables, notes, labels and headings part them."""
    kept: list[Span] = []
    comment = other = tabled = False
    for block in document.blocks[start:end]:
        told = _text_of(document, block)
        if kept and (told is None or told.opens):
            yield _Run(tuple(kept), comment, tabled)
            kept = []
        if block.kind is BlockKind.TABLE:
            comment, other, tabled = False, False, True
        elif block.kind is BlockKind.HEADING or (told is not None and told.opens):
            label = told.label if told else document.quote(block.span)
            comment, other = _is_label(label, "words"), _is_label(label, "others")
        if told is not None and not other:
            kept.append(told.span)
            if told.cut:
                other = True
    if kept:
        yield _Run(tuple(kept), comment, tabled)


@dataclass(frozen=True, slots=True)
class _Text:
    """The sentences of a paragraph without the label before them; `cut` where another label inside
    it opens something else, so that what follows is no comment."""

    span: Span
    label: str = ""
    cut: bool = False

    @property
    def opens(self) -> bool:
        return bool(self.label)


def _text_of(document: Document, block: Block) -> _Text | None:
    """What a paragraph tells; nothing where it is no running text, or a note's."""
    said = document.quote(block.span)
    if block.kind not in _PROSE or _NOTE_MARK.match(said):
        return None
    lead = _lead().match(document.text, block.span.start, block.span.end)
    start = lead.end() if lead else block.span.start
    inner = _inner().search(document.text, start, block.span.end)
    note = _NOTE_WITHIN.search(document.text, start, block.span.end)
    end = (
        min(found.start() for found in (inner, note) if found) if inner or note else block.span.end
    )
    span = Span(start, start + len(document.text[start:end].rstrip()))
    told = document.quote(span)
    if not told.endswith((".", "!", "?")) or len(told.split()) < _SHORTEST:
        return None
    if _KEY.search(told) or _says_nothing(document, span):
        return None
    return _Text(span, lead["label"] if lead else "", inner is not None or note is not None)


def _says_nothing(document: Document, span: Span) -> bool:
    """Whether a paragraph only says the verdict ("Samlad bedömning: Målet är delvis uppfyllt.") or
    where the comment is ("Kommentarer till målet finns på nästa sida.")."""
    one = len(sentences(document.text, span)) == 1
    said = _judging().match(document.text, span.start, span.end) or _pointing().search(
        document.text, span.start, span.end
    )
    return one and said is not None


def _is_label(said: str, name: str) -> bool:
    told = fold(said).strip(" .:")
    return told in vocabulary("tables")["comments_below"][name]


@cache
def _lead() -> re.Pattern[str]:
    words = vocabulary("tables")["comments_below"]
    labels = alternatives([*words["words"], *words["others"]])
    return re.compile(rf"\s*(?P<label>{labels})\s*[.:]\s+(?=\S)", re.IGNORECASE)


@cache
def _inner() -> re.Pattern[str]:
    """Another label within a paragraph: "… är låg. Åtgärder: Två skolcoacher …"."""
    labels = alternatives(vocabulary("tables")["comments_below"]["others"])
    return re.compile(rf"(?<=[.!?])\s+(?:{labels})\s*:\s", re.IGNORECASE)


@cache
def _pointing() -> re.Pattern[str]:
    phrases = alternatives(vocabulary("tables")["comments_below"]["elsewhere"])
    return re.compile(rf"(?<!\w)(?:{phrases})", re.IGNORECASE)


@cache
def _judging() -> re.Pattern[str]:
    heads = alternatives(vocabulary("measures")["roles"]["assessment"])
    return re.compile(rf"\s*(?:[\w-]+\s+)?(?:{heads})\s*[:–]\s", re.IGNORECASE)

"""Matters that minutes tell of: a heading for the matter, with what it is about and what was
decided under lines of their own, headings or not, which do not name it again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.asking.evidence.proof import place_at
from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.passages.labels import LABEL
from plansvar.asking.passages.ranking import SURE
from plansvar.asking.passages.restricting import documents_within
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.terms import Term
from plansvar.asking.passages.units import quotable
from plansvar.asking.passages.wording import asked_terms, kind_of
from plansvar.asking.query import Query
from plansvar.domain import Block, BlockKind, Document, Evidence, Section
from plansvar.index.library import Library
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

KINDS = ("what", "how", "summary", "action", "consequence")
PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
MOST = 4  # sentences that say what a matter is about


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands under one line of a matter, and whether that line is for what was decided."""

    decides: bool
    blocks: tuple[Block, ...]


def asks_of_decision(query: Query) -> bool:
    """Whether it is asked what was decided, which no value of a row tells."""
    return _pattern("asks").search(fold(query.text)) is not None


def find_decided(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """What the matter that a question names is about and what was decided in it; none where it
    does not ask of minutes or what was decided, or none of their matters says all that it does."""
    text = fold(query.text)
    within = documents_within(query.scope, library)
    needed = _needed(query, library)
    if not _pattern("asked").search(text) or not needed or within is None:
        return ()
    documents = [d for d in library.documents() if not within or d.path in within]
    matters = [(d, s) for d in documents for s in _matters(d) if _tells(d, s, needed)]
    best = max(matters, key=lambda each: _share(each[0], each[1], needed), default=None)
    if best is None:
        return ()
    decided, about = _decided(library, *best), _about(library, *best, needed)
    first, second = (decided, about) if _pattern("outcome").search(text) else (about, decided)
    return (*first, *second)


def with_decisions(found: Sequence[PassageFound], library: Library) -> tuple[PassageFound, ...]:
    """Passages, each with what was decided in its matter behind it; no passage twice."""
    told = [each for passage in found for each in (passage, *_decided_of(passage, library))]
    return tuple({(p.evidence.place.document_id, p.evidence.spans): p for p in told}.values())


def _decided_of(passage: PassageFound, library: Library) -> list[PassageFound]:
    document = library.document(passage.evidence.place.document_id)
    start = passage.evidence.spans[0].start
    own = next((s for s in _matters(document) if s.span.start <= start < s.span.end), None)
    return _decided(library, document, own) if own else []


def _needed(query: Query, library: Library) -> list[Term]:
    """The words that name the matter, without those that only name minutes and decisions."""
    if kind_of(query) not in KINDS:
        return []
    free = _pattern("free")
    terms = [t for t in asked_terms(query, library).items if not (t.soft or free.match(t.word))]
    return [t for t in terms if not is_verb(t.word)]


def _matters(document: Document) -> Iterator[Section]:
    """The headings with a line for what was decided right under them."""
    found: dict[Section, None] = {}
    for block in document.blocks:
        section = document.section_at(block.span.start) if _decides(document, block) else None
        if section is not None and section.heading.overlaps(block.span):
            section = document.sections[section.parent] if section.parent is not None else None
        if section is not None:
            found[section] = None
    yield from found


def _stretches(document: Document, matter: Section) -> list[Stretch]:
    found: list[Stretch] = [Stretch(False, ())]
    for block in document.blocks:
        if not matter.span.holds(block.span) or block.span.overlaps(matter.heading):
            continue
        if _is_line(document, block):
            found.append(Stretch(_decides(document, block), ()))
        elif block.kind in PROSE:
            last = found[-1]
            found[-1] = Stretch(last.decides, (*last.blocks, block))
    return found


def _is_line(document: Document, block: Block) -> bool:
    """Whether a block only says what stands under it."""
    text = document.quote(block.span).strip()
    bare = not text.endswith((".", "!", "?", ":")) and len(words(text)) <= LABEL
    return block.kind is BlockKind.HEADING or (block.kind is BlockKind.PARAGRAPH and bare)


def _decides(document: Document, block: Block) -> bool:
    text = document.quote(block.span).strip()
    return _is_line(document, block) and _pattern("decisions").search(text) is not None


def _tells(document: Document, matter: Section, needed: Sequence[Term]) -> bool:
    """Whether a matter says all that names it, something of it in its heading."""
    held = frozenset(told_stems(document.quote(matter.span)))
    return _share(document, matter, needed) > 0 and all(t.factor(held) > SURE for t in needed)


def _share(document: Document, matter: Section, needed: Sequence[Term]) -> float:
    return _said(document.quote(matter.heading), needed)


def _said(text: str, needed: Sequence[Term]) -> float:
    held = frozenset(told_stems(text))
    return sum(term.weight for term in needed if term.factor(held) > SURE)


def _decided(library: Library, document: Document, matter: Section) -> list[PassageFound]:
    """The decision as it is printed, be it a line of two words ("Motionen avslås.")."""
    told = [each.blocks for each in _stretches(document, matter) if each.decides and each.blocks]
    return [_passage(library, document, blocks) for blocks in told]


def _about(
    library: Library, document: Document, matter: Section, needed: Sequence[Term]
) -> list[PassageFound]:
    """What says most of what names the matter, of what stands under it beside the decision."""
    told = [each.blocks for each in _stretches(document, matter) if not each.decides]
    each_block = [(block,) for blocks in told for block in blocks]
    ranked = sorted(each_block, key=lambda blocks: -_said(document.quote(blocks[0].span), needed))
    return [_passage(library, document, blocks) for blocks in ranked[:1]]


def _passage(library: Library, document: Document, blocks: Sequence[Block]) -> PassageFound:
    marks = row_marks(library).get(document.path, RowMarks())
    spans = tuple(
        span for block in blocks for span in quotable(document, block, marks) or [block.span]
    )
    items = blocks[0].kind is BlockKind.LIST_ITEM
    kept = spans if items else spans[:MOST]
    evidence = Evidence(place_at(document, kept[0]), kept)
    return PassageFound(evidence, tuple(map(document.quote, kept)), items, 1.0, 1.0, True)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["minutes"][name]), re.IGNORECASE)

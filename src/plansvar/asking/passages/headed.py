"""What stands under the very heading that a question names ("vad står det om …?")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from plansvar.asking.evidence.proof import place_at
from plansvar.asking.passages.finding import PassageFound
from plansvar.asking.passages.restricting import words_within
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.units import quotable
from plansvar.asking.query import Query
from plansvar.asking.understanding.roots import root
from plansvar.domain import Block, BlockKind, Document, Evidence, Section, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

MOST_SECTIONS = 3
MOST_BLOCKS = 3  # paragraphs or lists of one section that are quoted
MOST_SENTENCES = 4  # of one paragraph
MOST_ITEMS = 12
SHORTEST = 4  # letters of a heading
PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
Pair = tuple[Document, Section]


def topic_asked(query: Query) -> str:
    """What a question asks to be told of, in its own words; empty where it asks something else."""
    return _topic(query, "asked", "behind") or _list_asked(query)


def _list_asked(query: Query) -> str:
    """What a question asks the list of; empty where it asks something else."""
    return _topic(query, "listed", "listed_behind")


def _topic(query: Query, asking: str, behind: str) -> str:
    told = fold(query.text).strip(" ?!.")
    found = _pattern(asking).match(told)
    return _pattern(behind).sub("", told[found.end() :]).strip() if found else ""


def headed(query: Query, library: Library, documents: Sequence[Document]) -> list[PassageFound]:
    """The passages under the headings that say just what is asked for; a heading that says it with
    the place, year or report that the question is kept inside goes before one without."""
    asked = topic_asked(query)
    if not asked:
        return []
    inside = words_within(query.text, query, library)
    without = " ".join(word for word in words(asked) if word not in inside)
    for topic, free in product(dict.fromkeys((asked, without)), (False, True)):
        pairs = list(_named(topic, documents, free))
        found = [(d, s, own) for d, s in pairs if (own := _own_blocks(d, s))]
        passages = [p for each in found[:MOST_SECTIONS] for p in _passages(library, *each)]
        if not _topic(query, "asked", "behind"):
            passages = [passage for passage in passages if passage.is_list]
        if passages:
            return passages
    return []


def under_headings(
    library: Library, document: Document, heading: re.Pattern[str]
) -> list[PassageFound]:
    """The passages right under the headings of a document that say what is looked for, of those
    with the same words only the longest."""
    sections = [s for s in document.sections if heading.search(_heading(document, s).strip())]
    longest = {_heading(document, s): s for s in sorted(sections, key=_length, reverse=True)}
    return [p for s in sections if s in longest.values() for p in _under(library, document, s)]


def _under(library: Library, document: Document, section: Section) -> list[PassageFound]:
    return _passages(library, document, section, _own_blocks(document, section))


def _named(topic: str, documents: Sequence[Document], free: bool) -> Iterator[Pair]:
    """The sections whose heading has the same words, the longest of those of one document first,
    for a list of contents repeats them; `free` where those that tell no headings apart may be
    more."""
    asked = _telling(topic, free)
    for document in documents if len("".join(asked)) >= SHORTEST else ():
        same = [s for s in document.sections if _telling(_heading(document, s), free) == asked]
        yield from ((document, s) for s in sorted(same, key=_length))


def _length(section: Section) -> int:
    return section.span.start - section.span.end


def telling_words(text: str) -> frozenset[str]:
    """The roots of the words of a text that tell what it is about."""
    return _telling(text, free=False)


def _telling(text: str, free: bool) -> frozenset[str]:
    """The roots of the words of a heading or a question, without numbers and little words."""
    about = vocabulary("passages")["about"]
    little = {*about["little"], *(about["free"] if free else ())}
    told = (w for w in words(text) if w not in little and not any(map(str.isdigit, w)))
    return frozenset(map(root, told))


def _heading(document: Document, section: Section) -> str:
    return document.quote(section.heading)


def _own_blocks(document: Document, section: Section) -> list[tuple[int, Block]]:
    """The paragraphs and items right under a heading, before the next one."""
    own: list[tuple[int, Block]] = []
    for number, block in enumerate(document.blocks):
        if block.span.start < section.heading.end or block.span.end > section.span.end:
            continue
        if block.kind is BlockKind.HEADING:
            break
        if block.kind in PROSE:
            own.append((number, block))
    return own


def _passages(
    library: Library, document: Document, section: Section, own: Sequence[tuple[int, Block]]
) -> list[PassageFound]:
    marks = row_marks(library).get(document.path, RowMarks())
    runs: list[tuple[bool, list[Span]]] = []
    for _, block in own:
        told = quotable(document, block, marks)[:MOST_SENTENCES]
        is_item = block.kind is BlockKind.LIST_ITEM
        if is_item and runs and runs[-1][0]:
            runs[-1][1].extend(told)
        elif told:
            runs.append((is_item, told))
    return [passage_under(document, spans[:MOST_ITEMS], item) for item, spans in runs[:MOST_BLOCKS]]


def passage_under(document: Document, spans: Sequence[Span], is_list: bool) -> PassageFound:
    evidence = Evidence(place_at(document, spans[0]), tuple(spans))
    return PassageFound(evidence, tuple(map(document.quote, spans)), is_list, 1.0, 1.0, True)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["about"][name]))

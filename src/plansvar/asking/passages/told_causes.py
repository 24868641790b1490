"""Why something is so, by one judgement for all sentences: they speak of the very thing that is
asked about, tell that it is so of it, and tell a cause of that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.asking.evidence.selecting import documents_asked, newest_key
from plansvar.asking.passages.labels import stretches
from plansvar.asking.passages.leaning import opens_leaning
from plansvar.asking.passages.ranking import before_cues, holds_cue
from plansvar.asking.passages.restricting import is_of_other_unit, is_within
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.units import UNQUOTABLE, quotable
from plansvar.asking.passages.wondered import Wondered, wondered
from plansvar.asking.passages.wording import kind_of
from plansvar.asking.query import Query
from plansvar.asking.telling_roots import telling_roots
from plansvar.domain import Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import told_stems, words
from plansvar.language.vocabulary import vocabulary

WHY, STRICT_WHY = "why", "strict_why"
FEW = 4  # words before a cause that only point back at what was told ("Ökningen beror på …")
BACK = 2  # sentences that such words may point back over
BEHIND = 1  # sentences that lean on a cause and are told with it
ITSELF, BESIDE = 2, 1  # how near the thing is: in the sentence; in its label, its heading


@dataclass(frozen=True, slots=True)
class Story:
    """Sentences that tell a cause, and what they tell it of, without the cause."""

    spans: tuple[Span, ...]
    effect: str


@dataclass(frozen=True, slots=True)
class Cause:
    """Sentences that tell why something is so; how near they name it themselves."""

    document: Document
    spans: tuple[Span, ...]
    near: int


def told_causes(query: Query, library: Library) -> tuple[Cause, ...]:
    """The likeliest cause of what is asked about: the one that names it itself, then the newest."""
    if kind_of(query) != WHY:
        return ()
    asked = wondered(query, library)
    if not (asked.things and asked.effects):
        return ()
    found = [
        each
        for d in documents_asked(query.scope, library)
        for each in _in(d, query, asked, library)
    ]
    ranked = sorted(found, key=lambda each: _rank(each, query))
    return tuple(ranked[:1])


def _rank(each: Cause, query: Query) -> tuple[bool, int, tuple[int, int]]:
    return (each.document.path != query.near, -each.near, newest_key(each.document))


def _in(document: Document, query: Query, asked: Wondered, library: Library) -> Iterator[Cause]:
    marks = row_marks(library).get(document.path, RowMarks())
    for number, block in enumerate(document.blocks):
        if block.kind in UNQUOTABLE:
            continue
        pieces = quotable(document, block, marks)
        for story in _stories(document, pieces, asked):
            first = story.spans[0]
            if not asked.is_so(story.effect) or not is_within(document, first, query.scope, ()):
                continue
            near = _nearness(document, number, story, asked)
            if near and not is_of_other_unit(document, first, query):
                yield Cause(document, _with_behind(document, pieces, story.spans), near)


def _nearness(document: Document, number: int, story: Story, asked: Wondered) -> int:
    own = told_stems(story.effect)
    if asked.names(own):
        return ITSELF
    section = document.section_at(story.spans[0].start)
    path = section.path if section else ()
    around = [_label(document, number, story.spans[0]), *path]
    if path and _names_more(path[-1], document, asked):
        return 0
    return BESIDE if asked.names((*own, *told_stems(" ".join(around)))) else 0


def _names_more(heading: str, document: Document, asked: Wondered) -> bool:
    """Whether a heading names the thing with more words than another one does: "Anpassad
    grundskola" where "Grundskola" has a section of its own."""
    if not asked.names(told_stems(heading)):
        return False
    headings = {section.path[-1] for section in document.sections if section.path}
    others = [each for each in headings if asked.names(told_stems(each))]
    return len(telling_roots(heading)) > min(len(telling_roots(each)) for each in others)


def _label(document: Document, number: int, piece: Span) -> str:
    labels = (s.label for s in stretches(document, number) if s.span.overlaps(piece))
    return next((document.quote(label) for label in labels if label), "")


def _stories(document: Document, pieces: Sequence[Span], asked: Wondered) -> Iterator[Story]:
    """The sentences that tell a cause, alone and with those that they point back at."""
    for n, piece in enumerate(pieces):
        text = document.quote(piece)
        if not (holds_cue(text, STRICT_WHY) or asked.tells_itself(text)):
            continue
        first, *others = before_cues(text, STRICT_WHY) or ("",)
        for before in (first, *others):
            yield Story((piece,), last_clause(before or text))
        if opens_leaning(text) or len(words(first)) <= FEW:
            for back in range(1, min(n, BACK) + 1):
                spans = tuple(pieces[n - back : n + 1])
                told = " ".join(document.quote(span) for span in spans[:-1])
                yield Story(spans, f"{told} {first}")


def _with_behind(
    document: Document, pieces: Sequence[Span], spans: tuple[Span, ...]
) -> tuple[Span, ...]:
    last = pieces.index(spans[-1])
    behind = pieces[last + 1 : last + 1 + BEHIND]
    return (*spans, *(span for span in behind if opens_leaning(document.quote(span))))


def last_clause(text: str) -> str:
    """What a cause is told of: the clause before it, not one that is set against it."""
    return _turn().split(text)[-1]


@cache
def _turn() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("passages")["turning"]), re.IGNORECASE)

"""What is done about a matter: sentences that say that somebody does something, and that speak of
the matter themselves, stand behind a sentence that does, or in what is told of its row.

A word for doing something is not enough: the name of another row has one too ("Fler vågar starta
eget"), and behind such a name a paragraph tells of that row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plansvar.asking.evidence.selecting import newest_key
from plansvar.asking.passages.finding import PassageFound, passage_of
from plansvar.asking.passages.leaning import opens_leaning
from plansvar.asking.passages.matter import LIKELY, Matter, matter_of
from plansvar.asking.passages.ranking import holds_cue
from plansvar.asking.passages.restricting import documents_within, is_of_other_unit, is_within
from plansvar.asking.passages.topics import row_topics
from plansvar.asking.passages.units import heading_at, telling
from plansvar.asking.passages.wording import ACTION, kind_of
from plansvar.asking.query import Query
from plansvar.domain import BlockKind, Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import fold

BEHIND_DOING, AFTER = "behind", "after"
MOST, LONGEST = 2, 4  # paragraphs that are quoted, and sentences of one
OWN, BEHIND = 2, 1
PLAIN, DONE = "doing", "done"
HOW, WHAT = "how", "what"
KINDS = (ACTION, HOW)


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences of one paragraph that tell what is done, with what they stand behind; `tie` says
    how they are tied to the matter and `cues` how many of them say that something is done."""

    document: Document
    spans: tuple[Span, ...]
    tie: int
    cues: int


def find_measures(query: Query, library: Library) -> tuple[PassageFound, ...]:
    """What the documents say is done about the matter of a question, the newest document first;
    none where they do not say it in so many words."""
    matter, cues = _asked(query, library)
    within = documents_within(query.scope, library)
    if matter is None or within is None:
        return ()
    found = [
        told
        for document in library.documents()
        for told in _in(document, matter, cues, query, library, within)
    ]
    found.sort(key=lambda told: (-told.tie, newest_key(told.document), -told.cues))
    return tuple(map(_passage, found[:MOST]))


def _asked(query: Query, library: Library) -> tuple[Matter | None, tuple[str, ...]]:
    """What something is or was done about, and which words say that it is done."""
    matter = matter_of(query, library, BEHIND_DOING) if kind_of(query) in KINDS else None
    if matter is not None or kind_of(query) not in (*KINDS, WHAT):
        return matter, (PLAIN,)
    return matter_of(query, library, AFTER), (PLAIN, DONE)


def is_of_matter(passage: PassageFound, query: Query, library: Library) -> bool:
    """Whether a passage, or the heading over it, speaks of what something is to be done about;
    true where a question names nothing that something is done about."""
    matter = matter_of(query, library, BEHIND_DOING) or matter_of(query, library, AFTER)
    if matter is None:
        return True
    document = library.document(passage.evidence.place.document_id)
    others = _other_names(document, matter, library)
    if all(_is_name(piece, others) for piece in passage.pieces):
        return False
    above = heading_at(document, passage.evidence.spans[-1])
    return matter.is_in(" ".join((above, *passage.pieces)), LIKELY)


def _in(
    document: Document,
    matter: Matter,
    cues: Sequence[str],
    query: Query,
    library: Library,
    within: tuple[str, ...],
) -> Iterator[Told]:
    others = _other_names(document, matter, library)
    topics = [
        span for span, name in row_topics(library).get(document.path, []) if matter.is_in(name)
    ]
    for number, pieces in telling(library, document):
        if document.blocks[number].kind is BlockKind.NOTE:
            continue
        if not pieces or not is_within(document, pieces[0], query.scope, within):
            continue
        about = any(topic.overlaps(piece) for topic in topics for piece in pieces)
        told = _of_block(document, pieces, matter, cues, about, others)
        if told and not is_of_other_unit(document, told.spans[-1], query):
            yield told


def _of_block(
    document: Document,
    pieces: Sequence[Span],
    matter: Matter,
    cues: Sequence[str],
    about: bool,
    others: frozenset[str],
) -> Told | None:
    """What a paragraph tells from where it speaks of the matter up to where it turns to another
    row."""
    texts = [document.quote(piece) for piece in pieces]
    whole = " ".join(texts)
    named = [n for n, text in enumerate(texts) if matter.is_in(text, around=whole)]
    if not named and not about:
        return None
    first = named[0] if named else 0
    end = next((n for n in range(first + 1, len(texts)) if _is_name(texts[n], others)), len(texts))
    doing = [
        n
        for n in range(first, end)
        if any(holds_cue(texts[n], cue) for cue in cues) and not _is_name(texts[n], others)
    ]
    if not doing:
        return None
    kept = sorted(
        {
            *([first] if named else []),
            *doing,
            *(n - 1 for n in doing if n > first and opens_leaning(texts[n])),
        }
    )
    tie = OWN if named else BEHIND
    return Told(document, tuple(pieces[n] for n in kept[:LONGEST]), tie, len(doing))


def _other_names(document: Document, matter: Matter, library: Library) -> frozenset[str]:
    names = (r.name for r in library.indicators() if r.place.document_id == document.path)
    return frozenset(fold(name).strip(" .") for name in names if not matter.is_in(name))


def _is_name(text: str, names: frozenset[str]) -> bool:
    """Whether a piece of text is nothing but the name of a row."""
    return fold(text).strip(" .:") in names


def _passage(told: Told) -> PassageFound:
    return passage_of(told.document, told.spans)

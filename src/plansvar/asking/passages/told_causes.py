"""Why something is so, by one judgement for all sentences: they speak of the very thing that is
asked about, tell that it is so of it, and tell a cause of that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plansvar.asking.evidence.selecting import documents_asked, newest_key
from plansvar.asking.passages.causal import Effect, effects_told, last_clause
from plansvar.asking.passages.labels import stretches
from plansvar.asking.passages.leaning import opens_leaning
from plansvar.asking.passages.named_rows import years_of
from plansvar.asking.passages.ranking import tells_how_to_read
from plansvar.asking.passages.restricting import is_of_other_unit, is_within
from plansvar.asking.passages.units import telling
from plansvar.asking.passages.wondered import Wondered, wondered
from plansvar.asking.passages.wording import kind_of
from plansvar.asking.query import Query
from plansvar.asking.telling_roots import telling_roots
from plansvar.domain import Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import told_stems, words

WHY = "why"
BACK = 2  # sentences that such words may point back over
BEHIND = 1  # sentences that lean on a cause and are told with it
# How near the thing is: in the sentence that tells too what the question says to be so of it; in
# the sentence; in its label, its heading.
DOING, ITSELF, BESIDE = 3, 2, 1
ALIKE = 0.85  # how surely a word is another form of one that alone tells what is meant


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
    """The likeliest cause of what is asked about: of the year asked for, the one that names it
    itself, then the newest. Where nothing is called by its own name, what ends with it ("badet" for
    "Strandbadet") may be meant."""
    asked = wondered(query, library) if kind_of(query) == WHY else None
    if asked is None or not (asked.things and asked.effects):
        return ()
    found = all_causes(query, asked, library) or all_causes(query, asked.by_end(), library)
    return likeliest(found, query)


def named_causes(query: Query, library: Library) -> tuple[Cause, ...]:
    """The likeliest sentence that names a thing itself as what comes of a cause, where a question
    tells by no word of `effects.toml` what is so of it; it tells what the question says it does."""
    asked = wondered(query, library) if kind_of(query) == WHY else None
    if asked is None or not asked.things or asked.effects or query.premise is not None:
        return ()
    found = all_causes(query, replace(asked, least=ALIKE), library)
    least = DOING if asked.doings else ITSELF
    found = [each for each in found if each.near >= least]
    return likeliest(found, query)


def likeliest(found: Iterable[Cause], query: Query) -> tuple[Cause, ...]:
    """The likeliest of several causes."""
    return tuple(sorted(found, key=lambda each: _rank(each, query))[:1])


def _rank(each: Cause, query: Query) -> tuple[bool, bool, int, tuple[int, int]]:
    years = years_of(query)
    other = bool(years) and each.document.year not in years
    return (each.document.path != query.near, other, -each.near, newest_key(each.document))


def all_causes(query: Query, asked: Wondered, library: Library) -> list[Cause]:
    """All sentences that tell a cause of what is wondered about."""
    documents = documents_asked(query.scope, library)
    return [each for d in documents for each in _in(d, query, asked, library)]


def _in(document: Document, query: Query, asked: Wondered, library: Library) -> Iterator[Cause]:
    for number, pieces in telling(library, document):
        for story in _stories(document, pieces, asked):
            first = story.spans[0]
            if not asked.is_so(story.effect) or not is_within(document, first, query.scope, ()):
                continue
            near = _nearness(document, number, story, asked)
            if near and not is_of_other_unit(document, first, query):
                yield Cause(document, _with_behind(document, pieces, story.spans), near)


def _nearness(document: Document, number: int, story: Story, asked: Wondered) -> int:
    own = told_stems(story.effect)
    if asked.names(own, words(story.effect)):
        return DOING if asked.does(own) else ITSELF
    section = document.section_at(story.spans[0].start)
    path = section.path if section else ()
    around = [_label(document, number, story.spans[0]), *path]
    if path and _names_more(path[-1], document, asked):
        return 0
    if path and _is_name(path[-1], asked) and opens_leaning(story.effect):
        return ITSELF
    return BESIDE if asked.names((*own, *told_stems(" ".join(around)))) else 0


def _is_name(heading: str, asked: Wondered) -> bool:
    """Whether a heading names the thing and nothing else ("Befolkning")."""
    return len(telling_roots(heading)) == 1 and asked.names(told_stems(heading))


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
        if tells_how_to_read(text):
            continue
        told = effects_told(text)
        if not told and asked.tells_itself(text):
            told = (Effect(last_clause(text), leans=False),)
        for effect in told:
            if effect.text.strip() and not (effect.concludes and n == 0):
                yield Story(tuple(pieces[n - effect.concludes : n + 1]), effect.text)
        first = told[0] if told else None
        if first and not first.concludes and (first.leans or opens_leaning(text)):
            for back in range(1, min(n, BACK) + 1):
                spans = tuple(pieces[n - back : n + 1])
                before = " ".join(_without_cause(document.quote(span)) for span in spans[:-1])
                yield Story(spans, f"{before} {first.text}")


def _without_cause(text: str) -> str:
    """A sentence, or only what comes of the cause that it tells."""
    told = effects_told(text)
    return " ".join(effect.text for effect in told) if told else text


def _with_behind(
    document: Document, pieces: Sequence[Span], spans: tuple[Span, ...]
) -> tuple[Span, ...]:
    last = pieces.index(spans[-1])
    behind = pieces[last + 1 : last + 1 + BEHIND]
    return (*spans, *(span for span in behind if opens_leaning(document.quote(span))))

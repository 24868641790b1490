"""What running text tells of a commitment: the sentences under a label, or from the one that names
it on."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from plansvar.asking.passages.labels import Stretch, stretches
from plansvar.asking.telling_roots import root
from plansvar.domain import BlockKind, Commitment, Document, Span
from plansvar.index.library import Library
from plansvar.language.commonwords import common_words
from plansvar.language.folding import fold, words
from plansvar.language.verbs import general_verbs, is_verb

_INNER_NAME = re.compile(r"(?<=\w )[^\W\d_a-zà-ÿ]\w{3,}")
_SHORTEST = 5  # letters of a word that tells one commitment from others
_KEPT = 2048  # commitments whose nouns are kept, as each is held against all others
_FEWEST = 2  # words of a commitment that a sentence about it says
_READ = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.NOTE)


def told_of(row: Commitment, document: Document, library: Library) -> tuple[tuple[Span, ...], ...]:
    """The sentences that speak of a commitment, those of each paragraph together; only the
    paragraphs that it labels, label first, where there are any."""
    names = _telling(row, document, library)
    if not names:
        return ()
    labelled: list[tuple[Span, ...]] = []
    named: list[tuple[Span, ...]] = []
    for number, block in enumerate(document.blocks):
        if block.kind not in _READ or block.span.overlaps(row.text_span):
            continue
        for stretch in stretches(document, number):
            if stretch.label is not None and _is_labelled(document, stretch.label, names, row):
                labelled.append((stretch.label, *stretch.told))
            elif (found := _from_name(document, stretch, names)) and _tells_row(
                row, document, found[0]
            ):
                named.append(found)
    return tuple(labelled or _fullest(document, named, names))


def _is_labelled(document: Document, label: Span, names: set[str], row: Commitment) -> bool:
    """Whether a label says a name and no other thing: "Trygg hemtjänst" is none for the planning
    of it."""
    if not _held(document, label, names):
        return False
    own = _nouns(row.text)
    told = _nouns(document.quote(label))
    return all(any(_is_in(one, word) or _is_in(word, one) for one in own) for word in told)


def _fullest(
    document: Document, told: list[tuple[Span, ...]], names: set[str]
) -> list[tuple[Span, ...]]:
    """Those whose first sentence holds most of the names."""
    counts = [len(_held(document, spans[0], names)) for spans in told]
    return [s for s, count in zip(told, counts, strict=True) if count == max(counts)]


def _from_name(document: Document, stretch: Stretch, names: set[str]) -> tuple[Span, ...]:
    """The sentences from the first that holds a name."""
    places = (n for n, span in enumerate(stretch.told) if _held(document, span, names))
    first = next(places, None)
    return () if first is None else stretch.told[first:]


def _tells_row(row: Commitment, document: Document, span: Span) -> bool:
    """Whether a sentence says a proper name of a row, or two of its other words: one common word
    ("lokaler") is said of other things too."""
    nouns = set(_nouns(row.text))
    return bool(_held(document, span, _proper(row))) or len(_held(document, span, nouns)) >= min(
        _FEWEST, len(nouns)
    )


def _held(document: Document, span: Span, names: set[str]) -> set[str]:
    """The names that a sentence holds, as words or in compounds ("heltidsmodellen")."""
    told = [root(word) for word in words(document.quote(span))]
    return {name for name in names if any(_is_in(name, word) for word in told)}


def _is_in(name: str, word: str) -> bool:
    compound = len(name) > _SHORTEST and (word.startswith(name) or word.endswith(name))
    return name == word or compound


def _telling(row: Commitment, document: Document, library: Library) -> set[str]:
    """The words that no other commitment of the municipality has: names ("Almgården"), and those of
    the others that the document says least often."""
    own = set(_nouns(row.text))
    for other in library.commitments():
        if _is_other(other, row):
            own -= set(_nouns(other.text))
    counts = Counter(root(word) for word in words(document.text))
    held = {name: counts[name] for name in own if counts[name]}
    least = min(held.values(), default=0)
    proper = _proper(row)
    return {n for n, count in held.items() if n in proper or count <= 2 * least + 1}


def _proper(row: Commitment) -> set[str]:
    return {root(fold(word)) for word in _INNER_NAME.findall(row.text)}


def _is_other(other: Commitment, row: Commitment) -> bool:
    """Whether a row is another thing, not the same one in another document."""
    mine, its = set(_nouns(row.text)), set(_nouns(other.text))
    return not mine <= its and not its <= mine


@lru_cache(maxsize=_KEPT)
def _nouns(text: str) -> tuple[str, ...]:
    empty = common_words() | general_verbs()
    long = (word for word in words(text) if len(word) >= _SHORTEST)
    return tuple(root(word) for word in long if not is_verb(word) and word not in empty)

"""Where a document explains its colours: "Grön: målet nås" is no summary of assessments.

Legend and summary may look alike ("Gröna: a, b och c"); what follows the colour tells them apart,
and the words above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from plansvar.domain import Block, BlockKind, Document, Span
from plansvar.extraction.stating import word_list
from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, vocabulary

_FEWEST = 2
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Entry:
    """A colour and what is said of it; `block` counts among the blocks that are no tables."""

    colour: str
    said: str
    span: Span
    explicit: bool
    block: int


def legend_runs(document: Document) -> tuple[tuple[Entry, ...], ...]:
    """The legends in running text, each as the entries that stand together."""
    blocks = tuple(block for block in document.blocks if block.kind is not BlockKind.TABLE)
    return _runs(document.text, blocks)


def explains_colours(sentence: str) -> bool:
    """Whether a sentence tells what colours stand for, and judges nothing: it names several of
    those of a traffic light."""
    named = {colour_words().get(word) for word in re.findall(r"\w+", fold(sentence))}
    return len(named & set(vocabulary("tables")["legend"]["plain"])) >= _FEWEST


def bracketed_colours(text: str) -> dict[str, str]:
    """What each colour in brackets stands for: "om målet är nått (grön) eller inte nått (röd)"."""
    found: dict[str, str] = {}
    for match in _bracketed().finditer(text):
        said = _without_lead(" ".join(match["said"].split()))
        if said:
            found.setdefault(colour_words()[fold(match["colour"])], said)
    return found


def _without_lead(said: str) -> str:
    """What a colour stands for, without the words that lead to it: "Kanten visar om målet är …"."""
    words = said.split()
    leads = (*word_list("legend", "leads"), *vocabulary("tables")["legend"]["ends"])
    last = max((n + 1 for n, word in enumerate(words) if fold(word) in leads), default=0)
    return " ".join(words[last:]).strip(" ,.;")


def span_of(run: Sequence[Entry]) -> Span:
    return Span(run[0].span.start, run[-1].span.end)


@lru_cache(maxsize=4)
def _runs(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Entry, ...], ...]:
    found = [
        entry for number, block in enumerate(blocks) for entry in _entries(text, number, block)
    ]
    runs: list[list[Entry]] = []
    for entry in found:
        if runs and entry.block - runs[-1][-1].block <= 1 and _is_new(entry, runs[-1]):
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return tuple(tuple(run) for run in runs if _explains(text, blocks, run))


def _is_new(entry: Entry, run: Sequence[Entry]) -> bool:
    return entry.colour not in {other.colour for other in run}


def _entries(text: str, number: int, block: Block) -> Iterator[Entry]:
    inside = text[block.span.start : block.span.end]
    matches = list(_entry().finditer(inside))
    ends = [after.start() for after in matches[1:]] + [len(inside)]
    for match, end in zip(matches, ends, strict=False):
        said = re.split(r"[\n;]|\.\s", inside[match.end() : end])[0]
        start = block.span.start + match.start()
        span = Span(start, block.span.start + match.end() + len(said))
        plain = " ".join(said.split()).strip(" ,.;•●■–-")
        if plain and len(plain) <= _LONGEST:
            explicit = ":" not in match["joint"]
            yield Entry(colour_words()[fold(match["colour"])], plain, span, explicit, number)


def _explains(text: str, blocks: Sequence[Block], run: Sequence[Entry]) -> bool:
    if len(run) < _FEWEST:
        return False
    if all(entry.explicit for entry in run) or _is_announced(text, blocks, run[0].block):
        return True
    clauses = [entry for entry in run if _clause().search(fold(entry.said))]
    return 2 * len(clauses) > len(run)


def _is_announced(text: str, blocks: Sequence[Block], number: int) -> bool:
    """Whether the block itself or the one above says that a legend follows."""
    for block in blocks[max(0, number - 1) : number + 1]:
        first = fold(text[block.span.start : block.span.end]).strip(" .:")
        if re.match(rf"(?:{alternatives(word_list('legend', 'headings'))})(?!\w)", first):
            return True
        if re.match(rf"(?:{alternatives(word_list('legend', 'announces'))})(?!\w)", first):
            return True
    return False


@cache
def _entry() -> re.Pattern[str]:
    colours = "|".join(sorted(colour_words(), key=len, reverse=True))
    joints = vocabulary("tables")["legend"]["joints"]
    return re.compile(rf"(?<!\w)(?P<colour>{colours})(?!\w)(?P<joint>{joints})", re.IGNORECASE)


@cache
def _bracketed() -> re.Pattern[str]:
    colours = "|".join(sorted(colour_words(), key=len, reverse=True))
    return re.compile(rf"(?P<said>[^().:;,]+?)\s*\((?P<colour>{colours})\)", re.IGNORECASE)


@cache
def _clause() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(word_list('legend', 'clauses'))})(?!\w)")


@cache
def colour_words() -> dict[str, str]:
    """The colour that each word for one names."""
    entries = vocabulary("tables")["colours"].items()
    return {word: str(name) for name, words in entries for word in words}

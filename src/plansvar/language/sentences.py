"""Swedish text cut into sentences, each with the characters that it covers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from plansvar.domain import BlockKind, Document, Span
from plansvar.language.vocabulary import vocabulary

KEPT = 8192  # parts of texts whose sentences are kept, as each question reads some again
# A full stop (or the like), closing signs, then white space: "…klar.) Nästa", "…klar.” Nästa"
_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s|$)")
_LINE = re.compile(r"[ \t]*\n\s*")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]+[.:])*[^\W_]+\.$|\b[^\W\d_]+\.\s[^\W\d_]+\.$")


@lru_cache(maxsize=KEPT)
def sentences(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """The sentences of `text` (or of the part `within`), without white space around them.

    A new line ends a sentence unless the next line goes on with a small letter."""
    area = within or Span(0, len(text))
    found: list[Span] = []
    start = area.start
    for end in (*_ends(text, area), area.end):
        trimmed = _trim(text, start, end)
        if trimmed:
            found.append(trimmed)
        start = max(start, end)
    return tuple(found)


def running_sentences(document: Document) -> Iterator[Span]:
    """The sentences, list items and headings of a document outside its tables."""
    for block in document.blocks:
        if block.kind is not BlockKind.TABLE:
            yield from sentences(document.text, block.span)


def note_lines(document: Document) -> Iterator[Span]:
    """The sentences that stand alone on a line of a table: notes below its rows."""
    for block in document.blocks:
        if block.kind is not BlockKind.TABLE:
            continue
        start = block.span.start
        for line in document.text[start : block.span.end].split("\n"):
            told = line.strip()
            if "\t" not in told and told.endswith("."):
                at = start + line.index(told)
                yield from sentences(document.text, Span(at, at + len(told)))
            start += len(line) + 1


def sentence_at(text: str, position: int, within: Span | None = None) -> Span | None:
    """The sentence that holds the character at `position`."""
    return next((s for s in sentences(text, within) if s.start <= position < s.end), None)


def _ends(text: str, area: Span) -> list[int]:
    stops = [m.end() for m in _END.finditer(text, area.start, area.end) if _is_end(text, m)]
    lines = [m.start() for m in _LINE.finditer(text, area.start, area.end) if _breaks(text, m)]
    return sorted({*stops, *lines})


def _is_end(text: str, found: re.Match[str]) -> bool:
    following = text[found.end() : found.end() + 40].lstrip()
    if not following or found[0][0] in "!?":
        return True
    if following[0].islower():
        return False
    before = _WORD_BEFORE.search(text, max(0, found.start() - 14), found.start() + 1)
    return not before or _ends_after(before[0], following)


def _ends_after(word: str, following: str) -> bool:
    lower = word.lower()
    if any(lower.endswith(short) and _whole(lower, short) for short in _words("inside")):
        return False
    if any(lower.endswith(short) and _whole(lower, short) for short in _words("either")):
        return following[0].isupper() or following[0] in "-•–"
    if re.fullmatch(r"\d{1,2}\.", word) and following.lower().startswith(_words("months")):
        return False
    return not re.fullmatch(r"[A-ZÅÄÖ]\.", word)


def _whole(word: str, short: str) -> bool:
    before = word[: -len(short)]
    return not before or not before[-1].isalnum()


def _breaks(text: str, found: re.Match[str]) -> bool:
    following = text[found.end() : found.end() + 1]
    if text.count("\n", found.start(), found.end()) > 1:
        return True
    return not following.islower()


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(vocabulary("sentences")[name])

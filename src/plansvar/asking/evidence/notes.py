"""The notes that raised marks refer to ("–⁴", "64 ¹", "kg per invånare²"), below their table."""

from __future__ import annotations

import re

from plansvar.domain import BlockKind, Document, Span
from plansvar.language.numbers import is_missing
from plansvar.language.sentences import sentence_at

_RAISED = re.compile(r" ?(?P<sign>[¹²³⁴-⁹])")
_PLAIN = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
_REACH = 4000  # characters below a mark in which its note is looked for
_LEAST = 3  # words of what is a note and no label with a number


def note_of(document: Document, marked: Span) -> Span | None:
    """The sentence of the note whose mark stands in, or right behind, a name or a value."""
    sign = _sign_of(document, marked)
    if sign is None:
        return None
    number = sign.translate(_PLAIN)
    begins = re.compile(
        rf"(?:(?<=\n)|(?<=\. ))(?:{sign}|{number}\)|(?<=\n){number}(?= ))\s*(?=[^\W\d_])"
    )
    for found in begins.finditer(document.text, marked.end, marked.end + _REACH):
        note = sentence_at(document.text, found.end())
        if note is not None and _is_note(document, note):
            return _without_key(document, note)
    return None


def _without_key(document: Document, note: Span) -> Span:
    """A note without the sign behind it that the next one explains ("… i juni. u.s. = …")."""
    told, _, last = document.text[note.start : note.end].rpartition(" ")
    return Span(note.start, note.start + len(told)) if told and is_missing(last) else note


def _sign_of(document: Document, marked: Span) -> str | None:
    """The raised figure at the end of a span, or right behind it."""
    inside = _RAISED.search(document.text, marked.start, marked.end)
    behind = inside or _RAISED.match(document.text, marked.end)
    return behind["sign"] if behind else None


def _is_note(document: Document, note: Span) -> bool:
    """Whether a sentence stands as running text or on a line of its own: a heading or a row that
    begins with the number is no note."""
    text = document.quote(note)
    if not text.endswith((".", ";")) or len(text.split()) < _LEAST or "\t" in text:
        return False
    block = next((b for b in document.blocks if b.span.overlaps(note)), None)
    return block is None or block.kind is not BlockKind.HEADING

"""Reads plain text: transcripts with a page a paragraph, and text in lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from plansvar.domain import Furniture, FurnitureKind, Gap, GapKind
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary
from plansvar.reading.assembly import Draft
from plansvar.reading.building import Builder
from plansvar.reading.contents import ContentsList, contents_in_lines
from plansvar.reading.decoding import decode
from plansvar.reading.flow import draft_of_transcript
from plansvar.reading.lines import LineReader
from plansvar.reading.markdown import read_markdown
from plansvar.reading.markup import without_markup
from plansvar.reading.metadata import is_title
from plansvar.reading.paging import Paged, paged
from plansvar.reading.text_tables import Line
from plansvar.reading.transcripts import transcript_of
from plansvar.texts import text as spoken

_HINT_LINES = 6
_LONG_PARAGRAPH = 300
_MANY_TITLES = 8
_FEWEST_HASHED = 2
_HASHED = re.compile(r"^#{1,6} \S", re.MULTILINE)


def read_text(data: bytes) -> Draft:
    """The draft of a text file."""
    text = decode(data)
    foreign, body = _without_foreign(text)
    if foreign is None and len(_HASHED.findall(body)) >= _FEWEST_HASHED:
        return read_markdown(data)
    transcript = transcript_of(without_markup(body), marked=foreign is not None)
    hints = _foreign_title(foreign, body)
    draft = draft_of_transcript(transcript, hints) if transcript else draft_of_lines(body, hints)
    titles = [Furniture(FurnitureKind.FOREIGN_TITLES, foreign)] if foreign else []
    gaps = (
        [Gap(GapKind.REPAIRED, spoken("reading.gaps.damaged_characters"))]
        if "\ufffd" in text
        else []
    )
    return replace(draft, furniture=(*titles, *draft.furniture), gaps=(*draft.gaps, *gaps))


def draft_of_lines(body: str, hints: Sequence[str] = ()) -> Draft:
    """The draft of a text in lines."""
    pages = paged(body)
    raw = [line.text for line in pages.lines]
    contents = contents_in_lines(raw)
    lines = [Line(without_markup(line.text), line.page) for line in pages.lines]
    cover_end = 0
    furniture = [*pages.furniture]
    if contents:
        listed = "\n".join(line.text for line in lines[contents.start : contents.end])
        page = lines[contents.start].page if pages.pages else None
        furniture.append(Furniture(FurnitureKind.CONTENTS, listed, page))
        lines = [*lines[: contents.start], *lines[contents.end :]]
        cover_end = contents.start
    builder = Builder(pages.pages)
    LineReader(builder, lines, _levels(contents, lines[cover_end:]), cover_end).run()
    return Draft(builder.finish(), (*hints, *_first_lines(lines, pages)), tuple(furniture))


def _first_lines(lines: Sequence[Line], pages: Paged) -> list[str]:
    filled = [" ".join(line.text.split()) for line in lines[:40] if line.text.strip()]
    return [line for line in filled[:_HINT_LINES] if is_title(line)]


def _levels(contents: ContentsList | None, lines: Sequence[Line]) -> dict[str, int]:
    """The levels of the names that stand as lines of their own in the text."""
    if contents is None:
        return {}
    standing = {fold(line.text) for line in lines}
    levels = {}
    for entry in contents.entries:
        bare_name = re.sub(r"^\d[\d.]*\s+", "", entry.name)
        for name in (fold(entry.name), fold(bare_name)):
            if name in standing:
                levels[name] = entry.level or 1
    return levels


def _without_foreign(text: str) -> tuple[str | None, str]:
    """The list of other documents' titles before a transcript, and the transcript."""
    found = _marker().search(text)
    if found:
        return text[: found.start()].strip(), text[found.end() :]
    return _unmarked_foreign(text) or (None, text)


def _unmarked_foreign(text: str) -> tuple[str, str] | None:
    """Many short paragraphs before the first long one, where that begins a transcript."""
    start = 0
    count = 0
    for found in re.finditer(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*", text):
        if len(found[0]) > _LONG_PARAGRAPH:
            start = found.start()
            break
        count += 1
    if count < _MANY_TITLES or not transcript_of(text[start:], marked=False):
        return None
    return text[:start].strip(), text[start:]


def _foreign_title(foreign: str | None, body: str) -> list[str]:
    """The first title before a transcript is its own where the transcript bears it."""
    first = foreign.splitlines()[0].strip() if foreign else ""
    return [first] if first and fold(first) in fold(body[:4000]) else []


@cache
def _marker() -> re.Pattern[str]:
    names = "|".join(vocabulary("documents")["layout"]["transcript"])
    return re.compile(rf"^[ \t]*(?:{names})(?:[ \t]*$|(?<=:)[ \t])", re.IGNORECASE | re.MULTILINE)

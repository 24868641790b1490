"""Commitments in lists: where each item's text ends, and its responsible and status begin."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from plansvar.domain import BlockKind, Document, Span
from plansvar.extraction.responsible import (
    Responsible,
    as_subject,
    closing_bracket,
    in_brackets,
    in_field,
)
from plansvar.extraction.statuses import status_in, status_word
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_PARAGRAPH = BlockKind.PARAGRAPH
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})?|[a-zåäö])[.)]\s+")
_DASH = re.compile(r"\s*[:(–—-]\s*(?P<status>[^:()–—,]{3,30})(?:,[^–—:]*)?\)?\.?$")


@dataclass(frozen=True, slots=True)
class Draft:
    """A commitment's characters: its text, who is responsible, and up to where its comment goes."""

    text: Span
    responsible: Responsible | None
    end: int


@dataclass(slots=True)
class _Item:
    """An item of a list, and up to where what is told of it goes."""

    own: Span
    end: int
    by_paragraph: bool = False


def listed(document: Document, area: Span) -> list[Draft]:
    """The items of the lists in an area, each with the fields and the status told below it."""
    items = [each for each in _items(document, area) if not _announces(document, each.own)]
    return [_with_fields(document.text, item) for item in items]


def _items(document: Document, area: Span) -> list[_Item]:
    """The items in order. What stands in items or paragraphs of its own below one belongs to it:
    its fields ("Ansvarig: …"), or how it goes ("Uppdraget är slutfört.")."""
    found: list[_Item] = []
    for block in document.blocks:
        if not area.holds(block.span) or block.kind not in (BlockKind.LIST_ITEM, _PARAGRAPH):
            continue
        if any(block.span.holds(swatch.said) for key in document.keys for swatch in key):
            continue  # what a sign stands for
        own = without_number(document.text, block.span)
        field = fields_pattern().match(document.text, own.start, own.end) is not None
        told = block.kind is _PARAGRAPH and status_in(document.text, own) is not None
        if found and (field or told):
            found[-1].end = block.span.end
            found[-1].by_paragraph |= told
        elif block.kind is BlockKind.LIST_ITEM:
            found.append(_Item(own, own.end))
    if len(found) > 1 and [item.by_paragraph for item in found] == [False] * (len(found) - 1) + [
        True
    ]:
        found[-1].end = found[-1].own.end  # what is told below all of them is of none alone
    return found


def _announces(document: Document, item: Span) -> bool:
    return document.quote(item).endswith(":")


def _with_fields(text: str, item: _Item) -> Draft:
    draft = _draft(text, item.own)
    responsible = draft.responsible or in_field(text, Span(item.own.end, item.end))
    return replace(draft, responsible=responsible, end=item.end)


def trimmed_end(text: str, start: int, end: int) -> int:
    """`end` without what only joins or closes."""
    while end > start and text[end - 1] in " \t\n(;–-":
        end -= 1
    return end


@cache
def fields_pattern() -> re.Pattern[str]:
    """The name of a field and its colon: "Ansvarig:", "Klart senast:"."""
    words = vocabulary("commitments")["members"]
    leads = [*words["responsible_leads"], *words["status_leads"], *words["comment_leads"]]
    leads += vocabulary("commitments")["deadlines"]["fields"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(w) for w in leads)})\s*:", re.IGNORECASE)


def without_number(text: str, item: Span) -> Span:
    """An item without its number: "1. Se över …", "b) Ta fram …"."""
    match = _NUMBER.match(text, item.start, item.end)
    return Span(match.end(), item.end) if match and match.end() < item.end else item


def _draft(text: str, item: Span) -> Draft:
    brackets = in_brackets(text, item)
    closing = closing_bracket(text, item)
    responsible = brackets[-1] if brackets else closing or in_field(text, item)
    responsible = responsible or as_subject(text, item)
    return Draft(Span(item.start, _text_end(text, item, responsible)), responsible, item.end)


def _text_end(text: str, item: Span, responsible: Responsible | None) -> int:
    field = fields_pattern().search(text, item.start, item.end)
    ending = _ending_status(text, Span(item.start, field.start() if field else item.end))
    ends = [item.end]
    if responsible and text[responsible.span.start] == "(":
        ends.append(responsible.span.start)
    ends += [m.start() for m in (field, ending) if m and m.start() > item.start]
    ends += _said_after(text, item)
    return trimmed_end(text, item.start, min(ends))


def _said_after(text: str, item: Span) -> list[int]:
    """Where sentences after the first begin to tell how it goes: "… i Rävlanda. Klart."."""
    later = sentences(text, item)[1:]
    telling = [s for s in later if status_word(text[s.start : s.end]) or status_in(text, s)]
    return [telling[0].start] if telling else []


def _ending_status(text: str, item: Span) -> re.Match[str] | None:
    """A status word at the end of an item: "Rekrytera skolledare: klart", "… (pågår)"."""
    end = item.start + len(text[item.start : item.end].rstrip())
    match = _DASH.search(text, item.start, end)
    return match if match and status_word(match["status"]) else None

"""Goals that a list names below a line that says that they are: "Nämnden har tre mål:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from plansvar.domain import Block, BlockKind, Document, Indicator, Span
from plansvar.extraction.field_rows import is_field_line
from plansvar.extraction.goal_verdicts import plain_name
from plansvar.extraction.listed import without_number
from plansvar.extraction.places import Names, place_at
from plansvar.extraction.stating import assessment_pattern, number_pattern, word_list
from plansvar.language.folding import fold
from plansvar.language.vocabulary import alternatives, vocabulary

_LONGEST = 200
_FEWEST = 2


def announced_goals(
    document: Document, rows: Sequence[Indicator], taken: Sequence[Span], names: Names
) -> tuple[Indicator, ...]:
    """The items of such lists that are no rows yet."""
    known = {plain_name(row.name) for row in rows}
    spans = [*taken, *(row.name_span for row in rows if row.name_span)]
    found: list[Indicator] = []
    for kind, items in _lists(document):
        for item in items:
            name = _name(document, item)
            said = document.quote(name)
            if plain_name(said) in known or any(name.overlaps(span) for span in spans):
                continue
            known.add(plain_name(said))
            place = place_at(document, name.start)
            found.append(Indicator(names.next(), place, said, name, kind, ()))
    return tuple(found)


def _lists(document: Document) -> Iterator[tuple[str, list[Block]]]:
    """The lists right below a line that announces goals, each with the kind that it says."""
    for place, block in enumerate(document.blocks):
        kind = _announced(document, block)
        if kind is None:
            continue
        items: list[Block] = []
        for below in document.blocks[place + 1 :]:
            if below.kind is not BlockKind.LIST_ITEM:
                break
            items.append(below)
        plain = all(_is_plain(document, item) for item in items)
        if len(items) >= _FEWEST and plain:
            yield kind, items


def _announced(document: Document, block: Block) -> str | None:
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    said = fold(document.quote(block.span))
    match = _announcing().search(said.rsplit(". ", 1)[-1]) if said.endswith(":") else None
    if match is None or re.search(rf"(?<!\w)(?:{assessment_pattern()})(?!\w)", said):
        return None
    forms = vocabulary("kinds")["goals"].items()
    kind = next((str(k) for k, words in forms if match["what"] in words), None)
    return None if kind in vocabulary("kinds")["measuring"]["kinds"] else kind


def _is_plain(document: Document, item: Block) -> bool:
    """Whether an item may be the name of a goal: short, and no field of one."""
    said = document.quote(item.span)
    return len(said) <= _LONGEST and not said.endswith(":") and not is_field_line(said)


def _name(document: Document, item: Block) -> Span:
    own = without_number(document.text, item.span)
    text = document.text[own.start : own.end]
    return Span(own.start, own.start + len(text.rstrip(" .;,")))


@cache
def _announcing() -> re.Pattern[str]:
    """ "följande övergripande mål", "tre mål", with what they are for behind."""
    forms = [form for words in vocabulary("kinds")["goals"].values() for form in words]
    following = alternatives(word_list("counts", "following"))
    lead = rf"(?:(?:{following})(?:\s+(?:{number_pattern()}))?|(?:{number_pattern()}))"
    return re.compile(
        rf"(?<!\w){lead}(?:\s+(?!\d)[\w-]+){{0,2}}?\s+(?P<what>{alternatives(forms)})(?!\w)[^.:]*:$"
    )

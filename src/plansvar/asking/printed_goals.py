"""Goals that a document prints over what measures them: as numbered lines ("Mål 2 Den som har
hemtjänst ska …") or as labels of their own in its tables. Its rows are then indicators, though
their table calls them goals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.asking.goal_levels import goal_said
from plansvar.domain import BlockKind, Document, Indicator, Span

_NUMBERED = re.compile(r"\w+\s+(\d{1,2})(?=[\s.:–-])")
_LABELLED = re.compile(r"(?:[^\W\d_]?\d{1,2}[.:]\s|\w+:\s)")
_LEAST, _LONGEST = 2, 200
_LINES = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def printed_goals(document: Document, rows: Sequence[Indicator]) -> list[Span]:
    """The goals of a document in order, each where it is printed; empty where it prints none, or
    no more than one."""
    return _numbered(document) or _labels(rows)


def _numbered(document: Document) -> list[Span]:
    """The lines that begin with a word for goals and a number, each of which comes once."""
    found: dict[str, Span] = {}
    for block in document.blocks:
        if block.kind not in _LINES or block.span.end - block.span.start > _LONGEST:
            continue
        said = document.quote(block.span)
        begun = _NUMBERED.match(said)
        if begun and goal_said(said):
            found.setdefault(begun[1], block.span)
    return list(found.values()) if len(found) >= _LEAST else []


def _labels(rows: Sequence[Indicator]) -> list[Span]:
    """The labels beside all of the rows that begin with a number or a word for goals."""
    found: dict[str, Span] = {}
    for row in rows:
        told = [label for label in row.also if _is_goal(label.text)]
        if not told:
            return []
        found.setdefault(told[0].text, told[0].span)
    return list(found.values()) if _LEAST <= len(found) < len(rows) else []


def _is_goal(label: str) -> bool:
    begun = _LABELLED.match(label)
    if begun is None:
        return False
    return any(letter.isdigit() for letter in begun[0][:2]) or bool(goal_said(label))

"""The truth of what running text says: summaries, notes, amounts."""

from __future__ import annotations

import re
from typing import Any

from ekvalla.facts import facts
from ekvalla.markup import blocks
from ekvalla.truth import TrueGoal, TrueNote, TrueSummary, TrueValue, Truth

_AMOUNT = re.compile(r"(\d+(?: \d{3})*(?:,\d+)?) (mnkr|tkr|kronor)\b")


def add_what_text_says(truth: Truth, document: dict[str, Any]) -> None:
    """Adds to the truth of a document what its sentences state."""
    key = document["id"]
    if key != "xlsx":
        truth.sums_in_text += _amounts(key)
        truth.headings += _headings(document)
    for entry in facts().data["malmening"]:
        if entry["dokument"] == key:
            truth.goals.append(_target(entry))
            truth.sums_in_text = [sum_ for sum_ in truth.sums_in_text if _apart(sum_, entry)]
    for entry in facts().data["sammanfattning"]:
        if entry["dokument"] == key:
            truth.summaries += _summaries(entry, document)
    for entry in facts().data["anmarkning"]:
        if entry["dokument"] == key:
            goal = next(goal for goal in facts().goals if goal.id == entry["mal"])
            name = goal.name(document["ar"])
            truth.notes.append(TrueNote(name, entry["varde"], entry["period"], entry["not"]))


def _headings(document: dict[str, Any]) -> list[str]:
    """The headings in order; a board's table stands under the board's name but in Word."""
    key = document["id"]
    report = facts().data["rapport"].get(key, key)
    under = {"platypus": ("namnd", "malplan"), "canvas": ("mal",)}.get(document["slag"], ())
    found = []
    for block in blocks(key, report):
        if block.kind in ("h1", "h2", "h3"):
            found.append(block.text)
        elif block.kind in under and block.text in facts().boards:
            found.append(facts().boards[block.text])
    return found


def _target(entry: dict[str, Any]) -> TrueGoal:
    value = TrueValue("mål", "", "totalt", entry["mal"], entry["enhet"])
    return TrueGoal(entry["text"], entry["text"], (value,), None)


def _apart(sum_: tuple[str, str], entry: dict[str, Any]) -> bool:
    """Whether an amount in the text is none that a target states."""
    return " ".join(sum_) not in entry["mal"]


def _amounts(key: str) -> list[tuple[str, str]]:
    report = facts().data["rapport"].get(key, key)
    text = [block.text for block in blocks(key, report) if block.kind in ("p", "li", "not")]
    return [(found[1], found[2]) for line in text for found in _AMOUNT.finditer(line)]


def _summaries(entry: dict[str, Any], document: dict[str, Any]) -> list[TrueSummary]:
    found = []
    for assessment, count in entry["antal"].items():
        goals = facts().named(entry["dokument"], assessment)
        names = tuple((goal.data["kort"], goal.name(document["ar"])) for goal in goals)
        found.append(TrueSummary(assessment, count, names if assessment in entry["namn"] else ()))
    return found

"""Figures that an answer states and its cited quotes do not print: must be none at all."""

from __future__ import annotations

import re
from typing import Any

from eval.metrics.matching import plain, quotes
from plansvar.language.numbers import find_numbers

CITATION_MARK = re.compile(r"\[\d+\]")
LIST_MARK = re.compile(r"(?m)^\s*\d+\.\s")


def wrong_figures(question: str, answer: dict[str, Any]) -> list[str]:
    """Numbers in statements that no quote, no calculation and not the question holds.

    An answer that declines may name the years that the documents cover."""
    wrong = []
    asked = _values(question)
    for statement in answer["statements"]:
        proved = asked | _values(" ; ".join(quotes(answer, statement["citations"])))
        if statement.get("calculation"):
            proved |= _values(statement["calculation"])
        if answer["abstained"]:
            proved |= {float(year) for year in range(1990, 2100)}
        wrong += [raw for value, raw in _numbers(statement["text"]) if value not in proved]
    stated = {
        value
        for statement in answer["statements"]
        for value in _values(statement["text"] + " " + (statement.get("calculation") or ""))
    }
    if not answer["abstained"]:
        wrong += [raw for value, raw in _numbers(answer["answer"]) if value not in stated | asked]
    return wrong


def _numbers(text: str) -> list[tuple[float, str]]:
    text = LIST_MARK.sub(" ", CITATION_MARK.sub(" ", plain(text)))
    return [(abs(number.value), number.raw) for number in find_numbers(text)]


def _values(text: str) -> set[float]:
    """All values that a text prints; a quote's own list number is printed too."""
    return {abs(n.value) for n in find_numbers(CITATION_MARK.sub(" ", plain(text)))}

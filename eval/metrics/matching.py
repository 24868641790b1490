"""How gold patterns are compared with answers."""

from __future__ import annotations

import re
from typing import Any

SPACES = re.compile(r"[\s\u00a0\u202f]+")


def plain(text: str) -> str:
    """Text as patterns see it: single spaces, plain minus, no Markdown emphasis."""
    return _spaced(text.replace("−", "-").replace("–", "-"))


def matches(pattern: str, text: str) -> bool:
    """Whether a text holds a pattern, whose dashes may be plain or those of the text."""
    told = (plain(text), _spaced(text))
    return any(re.search(pattern, each, re.IGNORECASE) for each in told)


def _spaced(text: str) -> str:
    return SPACES.sub(" ", text.replace("**", ""))


def proves(pattern: str, quote: str) -> bool:
    """Whether a quote holds the words of a proof; its parts are side by side, as on the page."""
    return matches(pattern, quote) or matches(pattern, quote.replace(" … ", " "))


def quotes(answer: dict[str, Any], numbers: list[int] | None = None) -> list[str]:
    """The quotes of an answer's citations, or of those with the given numbers."""
    return [
        citation["quote"]
        for citation in answer["citations"]
        if numbers is None or citation["n"] in numbers
    ]

"""How gold patterns are compared with answers."""

from __future__ import annotations

import re
from typing import Any

SPACES = re.compile(r"[\s\u00a0\u202f]+")


def plain(text: str) -> str:
    """Text as patterns see it: single spaces, plain minus, no Markdown emphasis."""
    return SPACES.sub(" ", _plain_dashes(text).replace("**", ""))


def matches(pattern: str, text: str) -> bool:
    return re.search(_plain_dashes(pattern), plain(text), re.IGNORECASE) is not None


def _plain_dashes(text: str) -> str:
    return text.replace("−", "-").replace("–", "-")


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

"""Whether each cited quote supports its statement: shares a figure or a longer word with it."""

from __future__ import annotations

from typing import Any

from eval.metrics.matching import quotes
from plansvar.language.folding import stems


def citation_precision(answer: dict[str, Any]) -> float | None:
    """The share of pairs of statement and quote in which the quote supports the statement."""
    pairs = [
        (statement["text"], quote)
        for statement in answer["statements"]
        for quote in quotes(answer, statement["citations"])
    ]
    return sum(_supports(text, quote) for text, quote in pairs) / len(pairs) if pairs else None


def _supports(text: str, quote: str) -> bool:
    long_stems = {stem for stem in stems(quote) if len(stem) > 3 or stem.isdigit()}
    return bool(long_stems & set(stems(text)))

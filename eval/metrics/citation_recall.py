"""Whether the proofs that a gold question asks for stand in the quotes."""

from __future__ import annotations

from typing import Any

from eval.gold import Gold
from eval.metrics.matching import proves, quotes


def citation_recall(gold: Gold, answer: dict[str, Any]) -> float | None:
    """The share of asked-for proofs that a quote holds, whatever its page."""
    found = [any(proves(p.pattern, q) for q in quotes(answer)) for p in gold.proofs]
    return sum(found) / len(found) if found else None

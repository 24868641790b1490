"""Whether the question was read as meant, where the gold question says how."""

from __future__ import annotations

from typing import Any

from eval.gold import Gold
from eval.metrics.matching import matches


def interpreted(gold: Gold, answer: dict[str, Any]) -> float | None:
    if gold.interpretation is None:
        return None
    return float(matches(gold.interpretation, answer["interpretation"]))

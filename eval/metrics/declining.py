"""Precision and recall of declining: of those declined, how many should have been, and the like."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from eval.gold import Gold

Pairs = Sequence[tuple[Gold, dict[str, Any]]]


def precision(pairs: Pairs) -> float | None:
    declined = [gold.abstain for gold, answer in pairs if answer.get("abstained")]
    return sum(declined) / len(declined) if declined else None


def recall(pairs: Pairs) -> float | None:
    should = [bool(answer.get("abstained")) for gold, answer in pairs if gold.abstain]
    return sum(should) / len(should) if should else None

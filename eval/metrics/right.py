"""Whether an answer is right: states every fact, none of the forbidden, declines when it should."""

from __future__ import annotations

from typing import Any

from eval.gold import Gold
from eval.metrics.matching import matches


def is_right(gold: Gold, answer: dict[str, Any]) -> bool:
    return not why_wrong(gold, answer)


def why_wrong(gold: Gold, answer: dict[str, Any]) -> list[str]:
    """What is wrong with an answer; empty when it is right."""
    if "error" in answer:
        return [f"error: {answer['error']}"]
    found = []
    if answer["abstained"] != gold.abstain:
        found.append("declined" if answer["abstained"] else "should have declined")
    found += [f"lacks {fact}" for fact in gold.facts if not matches(fact, answer["answer"])]
    found += [f"states {fact}" for fact in gold.never if matches(fact, answer["answer"])]
    return found

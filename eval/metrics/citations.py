"""Citation precision (each statement has quotes that share its figures or words) and recall (each
proof that the gold question asks for stands in some quote, on the right page)."""

from __future__ import annotations

from typing import Any

from eval.gold import Gold, Proof
from eval.metrics.matching import matches, quotes
from plansvar.language.folding import stems


def precision(answer: dict[str, Any]) -> float | None:
    """The share of cited statements whose every citation shares a figure or a rarer word."""
    pairs = [
        (statement["text"], quote)
        for statement in answer["statements"]
        for quote in quotes(answer, statement["citations"])
    ]
    return sum(_supports(text, quote) for text, quote in pairs) / len(pairs) if pairs else None


def recall(gold: Gold, answer: dict[str, Any]) -> float | None:
    """The share of asked-for proofs that a quote holds, whatever its page."""
    found = [any(matches(p.pattern, q) for q in quotes(answer)) for p in gold.proofs]
    return sum(found) / len(found) if found else None


def page_right(gold: Gold, answer: dict[str, Any]) -> float | None:
    """The share of proofs with a page whose quote stands on that page."""
    paged = [proof for proof in gold.proofs if proof.page is not None]
    return sum(_on_page(p, answer) for p in paged) / len(paged) if paged else None


def _on_page(proof: Proof, answer: dict[str, Any]) -> bool:
    return any(
        matches(proof.pattern, citation["quote"]) and citation["page"] == proof.page
        for citation in answer["citations"]
    )


def _supports(text: str, quote: str) -> bool:
    long_stems = {stem for stem in stems(quote) if len(stem) > 3 or stem.isdigit()}
    return bool(long_stems & set(stems(text)))

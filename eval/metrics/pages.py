"""Whether the proofs stand on the pages that the citations name."""

from __future__ import annotations

from typing import Any

from eval.gold import Gold, Proof
from eval.metrics.matching import proves


def page_right(gold: Gold, answer: dict[str, Any]) -> float | None:
    """The share of proofs with a page that some citation quotes from that page."""
    paged = [proof for proof in gold.proofs if proof.page is not None]
    return sum(_on_page(p, answer) for p in paged) / len(paged) if paged else None


def _on_page(proof: Proof, answer: dict[str, Any]) -> bool:
    return any(
        proves(proof.pattern, citation["quote"]) and citation["page"] == proof.page
        for citation in answer["citations"]
    )

"""Two searches as one: what the words found and what the vectors found, by score.

Each search's scores are set between 0 and 1 within the question, and added with a weight (convex
combination after normalisation; Bruch, Gai and Ingber 2023). Measured with `eval.retrieval` it
beats each search alone, and reciprocal ranks, which throw away how much better the best is.
"""

from __future__ import annotations

from collections.abc import Mapping

WORDS = 0.46  # the weight of the search by words; the vectors have the rest
DEPTH = 50  # the vector that is so far down counts as nothing; with more the near ones look alike


def fuse(worded: Mapping[int, float], near: Mapping[int, float]) -> dict[int, float]:
    """Rowid → score, 0 to 1, of all that either search found. `worded` has BM25 scores from 0,
    `near` cosines; one of them may be empty."""
    if not near:
        return dict(_of_best(worded))
    if not worded:
        return dict(_between(near))
    words, vectors = _of_best(worded), _between(near)
    return {
        rowid: WORDS * words.get(rowid, 0.0) + (1 - WORDS) * vectors.get(rowid, 0.0)
        for rowid in (*words, *(r for r in vectors if r not in words))
    }


def _of_best(scores: Mapping[int, float]) -> dict[int, float]:
    best = max(scores.values(), default=0.0)
    return {rowid: score / best if best > 0 else 1.0 for rowid, score in scores.items()}


def _between(scores: Mapping[int, float]) -> dict[int, float]:
    ordered = sorted(scores.values(), reverse=True)
    most, least = ordered[0], ordered[:DEPTH][-1]
    span = most - least
    return {
        rowid: max(0.0, (score - least) / span) if span else 1.0 for rowid, score in scores.items()
    }

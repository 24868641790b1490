"""Drafts whose every sentence has the verdict that a careful reader gives it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence of a draft on a corpus, with its right verdict."""

    corpus: str
    draft: int
    sentence: str
    verdict: str


def load_drafts() -> tuple[tuple[Judged, ...], ...]:
    """All drafts, each as its sentences in order."""
    lines = [line for path in sorted(HERE.glob("*.jsonl")) for line in _lines(path)]
    sentences = [Judged(**json.loads(line)) for line in lines]
    return tuple(tuple(g) for _, g in groupby(sentences, key=lambda s: (s.corpus, s.draft)))


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()]

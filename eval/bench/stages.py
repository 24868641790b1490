"""Milliseconds per stage of a question, so that the next step is known.

Asks the development questions on the documents at hand and prints the median and the 95th
percentile of understanding, embedding, search and answering, and each stage's share of the whole.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import TypeVar

from eval.corpora import CORPORA
from eval.gold import load_gold
from plansvar.asking.answering import answer_query
from plansvar.asking.conversation import Conversation
from plansvar.asking.understanding.understanding import understand
from plansvar.index import open_index
from plansvar.pipeline import build_index, load_engine
from plansvar.settings import load_settings

T = TypeVar("T")
STAGES = ("understanding", "embedding", "search", "answer", "whole")


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds of one question; embedding and search are also parts of the other stages."""

    understanding: float
    embedding: float
    search: float
    answer: float

    @property
    def whole(self) -> float:
        return self.understanding + self.answer


def main() -> None:
    name = next(name for name in ("seeds", "demo") if CORPORA[name].available)
    with tempfile.TemporaryDirectory() as folder:
        _print(name, _measure(CORPORA[name].paths, Path(folder)))


def _measure(paths: Sequence[Path], folder: Path) -> list[Times]:
    settings = load_settings()
    build_index(paths, folder, settings)
    encoder = load_engine(settings).encoder
    library = open_index(folder, encoder.name if encoder else None)
    library.use_faiss()
    questions = [gold.question for gold in load_gold() if gold.corpus == "seeds"]
    for question in questions[:5]:
        understand(question, Conversation(), library, encoder)
    found = []
    for question in questions:
        vector, embedding = _timed(lambda q=question: encoder.encode_query(q) if encoder else None)
        _, search = _timed(lambda q=question, v=vector: library.search(q, v, 12))
        query, understanding = _timed(
            lambda q=question: understand(q, Conversation(), library, encoder)
        )
        _, answer = _timed(lambda q=query: answer_query(q, library, encoder))
        found.append(Times(understanding, embedding, search, answer))
    return found


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    started = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - started) * 1000


def _print(name: str, times: Sequence[Times]) -> None:
    whole = median(item.whole for item in times)
    print(f"{len(times)} questions on {name}, milliseconds")
    print(f"{'stage':<15}{'p50':>8}{'p95':>8}{'of the whole':>14}")
    for stage in STAGES:
        values = [getattr(item, stage) for item in times]
        share = median(values) / whole
        print(f"{stage:<15}{median(values):>8.1f}{quantiles(values, n=20)[-1]:>8.1f}{share:>14.0%}")


if __name__ == "__main__":
    main()

"""What a whole question costs, the talk before it included: its processor time, that time in
embeddings of a question, and the calls of functions that it takes.

The embeddings make two machines comparable, the calls do not depend on the machine at all: a rule
that works something out anew for each question shows there first.
"""

from __future__ import annotations

import cProfile
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles

from eval.corpora import CORPORA
from eval.gold import Gold, load_gold
from plansvar.asking.conversation import Conversation
from plansvar.domain import Question
from plansvar.engines.protocol import Encoder
from plansvar.index import open_index
from plansvar.index.library import Library
from plansvar.pipeline import answer_question, build_index, load_engine
from plansvar.settings import load_settings

_CORPORA = ("norrvik", "demo")
_EMBEDDED = 20
_TWENTIETHS = 20

Measure = Callable[[Callable[[], Conversation]], tuple[Conversation, float]]


def main() -> None:
    name = next(name for name in _CORPORA if CORPORA[name].available)
    golds = [gold for gold in load_gold() if gold.corpus == name]
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings()
        build_index(CORPORA[name].paths, Path(folder), settings)
        encoder = load_engine(settings).encoder
        print(f"{len(golds)} questions on {name}, one by one")
        _print(golds, open_index(folder, encoder.name if encoder else None), encoder)


def _print(golds: Sequence[Gold], library: Library, encoder: Encoder | None) -> None:
    first, *times = _measured(golds, library, encoder, _timed)
    _, *calls = _measured(golds, library, encoder, _counted)
    print(f"{'':<24}{'p50':>10}{'p95':>10}")
    _line("milliseconds of one core", times)
    if encoder is not None:
        unit = _embedding(golds, encoder)
        _line("embeddings of a question", [each / unit for each in times])
    _line("thousands of calls", [each / 1000 for each in calls])
    print(f"the first question of the process: {first / median(times):.0f} times the median")


def _line(name: str, values: Sequence[float]) -> None:
    print(f"{name:<24}{median(values):>10.1f}{quantiles(values, n=_TWENTIETHS)[-1]:>10.1f}")


def _measured(
    golds: Sequence[Gold], library: Library, encoder: Encoder | None, measure: Measure
) -> list[float]:
    """What each question costs, asked in its talk."""
    talks: dict[str, Conversation] = {}
    found = []
    for gold in golds:
        question = Question(gold.question, gold.id, gold.conversation)
        before = talks.get(gold.conversation or "", Conversation())
        after, cost = measure(
            lambda q=question, t=before: answer_question(q, library, encoder, t)[1]
        )
        found.append(cost)
        if gold.conversation:
            talks[gold.conversation] = after
    return found


def _timed(work: Callable[[], Conversation]) -> tuple[Conversation, float]:
    started = time.process_time()
    return work(), (time.process_time() - started) * 1000


def _counted(work: Callable[[], Conversation]) -> tuple[Conversation, float]:
    profile = cProfile.Profile()
    after = profile.runcall(work)
    return after, float(sum(entry.callcount for entry in profile.getstats()))


def _embedding(golds: Sequence[Gold], encoder: Encoder) -> float:
    """Milliseconds of processor time that one embedding takes."""
    started = time.process_time()
    for gold in golds[:_EMBEDDED]:
        encoder.encode_query(gold.question)
    return (time.process_time() - started) * 1000 / len(golds[:_EMBEDDED])


if __name__ == "__main__":
    main()

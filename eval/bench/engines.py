"""How fast the default engine is: 8 bits against float in ONNX Runtime, in the same run.

Passages go through on one core, so that the ratio does not depend on the machine's cores, and
then on all. Exit code 1 when 8 bits are less than 1.8 times as fast.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TypeVar

import numpy as np

from plansvar.engines.folder import unpacked_model
from plansvar.engines.graph import write_graph
from plansvar.engines.onnx_encoder import OnnxEncoder
from plansvar.engines.packed import find_packed, read_packed
from plansvar.settings import Settings

T = TypeVar("T")

REQUIRED = 1.8
ROUNDS = 5
PASSAGES = 12
QUERIES = 20
SENTENCES = (
    "Nämnden redovisar ett överskott på 3,4 mnkr jämfört med budget för perioden.",
    "Andelen elever som är behöriga till gymnasiet ökade från 81 till 84 procent.",
    "Arbetet med att byta ut äldre vattenledningar fortsätter enligt plan under hösten.",
    "Verksamheten har anställt fler undersköterskor och sjukfrånvaron är nu lägre.",
    "Målet bedöms bli uppfyllt vid årets slut trots att två åtgärder är försenade.",
    "Kommunens energianvändning per kvadratmeter minskade för tredje året i rad.",
    "Förskolornas barngrupper är i genomsnitt något mindre än i jämförbara kommuner.",
    "Invånarnas nöjdhet med kollektivtrafiken mättes inte under det första halvåret.",
)


@dataclass(frozen=True, slots=True)
class Speed:
    """What one engine does: passages a second on one core and on all, milliseconds a query."""

    name: str
    alone: float
    together: float
    query_ms: float

    def __str__(self) -> str:
        return (
            f"{self.name:<12}{self.alone:>8.1f} passages/s on one core"
            f"{self.together:>8.1f} on all{self.query_ms:>8.2f} ms/query"
        )


def main() -> None:
    """Prints both speeds and their ratio."""
    folder, load_ms = _timed(lambda: unpacked_model(Settings()))
    print(f"unpacked model at hand after {load_ms:.0f} ms")
    small, load_ms = _timed(lambda: OnnxEncoder(folder, threads=1))
    print(f"8-bit model loaded in {load_ms:.0f} ms")
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary) / "model-float.onnx"
        write_graph(read_packed(find_packed()), path, small=False)
        full = OnnxEncoder(folder, threads=1, graph=path)
        speeds = _measure({"8 bits": small, "float": full})
        cosine = _cosine(small, full)
    _report(*speeds, cosine)


def _report(small: Speed, full: Speed, cosine: float) -> None:
    ratio = small.alone / full.alone
    print(small, full, sep="\n")
    print(
        f"8 bits are {ratio:.2f} times as fast for passages (required {REQUIRED}), "
        f"{full.query_ms / small.query_ms:.2f} times for a query; lowest cosine {cosine:.4f}"
    )
    if ratio < REQUIRED:
        sys.exit(1)


def _measure(engines: dict[str, OnnxEncoder]) -> list[Speed]:
    """The median of some rounds that take turns, so that a busy moment strikes both alike."""
    rounds: dict[str, list[Speed]] = {name: [] for name in engines}
    for engine in engines.values():
        engine.encode_passages(SENTENCES)
    for _ in range(ROUNDS):
        for name, engine in engines.items():
            rounds[name].append(_round(name, engine))
    return [
        Speed(
            name,
            median(speed.alone for speed in speeds),
            median(speed.together for speed in speeds),
            median(speed.query_ms for speed in speeds),
        )
        for name, speeds in rounds.items()
    ]


def _round(name: str, engine: OnnxEncoder) -> Speed:
    passages = _passages()
    _, alone = _timed(lambda: [engine.encode_passages([passage]) for passage in passages])
    _, together = _timed(lambda: engine.encode_passages(passages))
    _, queries = _timed(
        lambda: [engine.encode_query(SENTENCES[number % 8]) for number in range(QUERIES)]
    )
    return Speed(name, 1000 * PASSAGES / alone, 1000 * PASSAGES / together, queries / QUERIES)


def _passages() -> list[str]:
    """Passages of about 160 tokens, each with its sentences in another order."""
    return [" ".join(np.roll(SENTENCES, number)) for number in range(PASSAGES)]


def _cosine(small: OnnxEncoder, full: OnnxEncoder) -> float:
    texts = [*SENTENCES, *_passages()]
    both = small.encode_passages(texts) * full.encode_passages(texts)
    return float(both.sum(axis=1).min())


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    return work(), 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()

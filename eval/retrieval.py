"""How well passages are found: by words, by vectors and by both, on public Swedish questions.

    python -m eval.retrieval [--misspelt] [--large]

SweFAQ v2 (development part): each question against the answers of all questions. SweQUAD-MC
(development part): each question against all its texts. Prints nDCG@10 and recall@5 (one text is
right for each question). `--misspelt` asks again with 40 % of the long words misspelt; `--large`
measures the time of a search by words among 100,000 passages.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval.corpora import SHARED
from eval.passages import document_of, read_items
from plansvar.domain import Chunk, Extraction, Place
from plansvar.index.memory import build_in_memory
from plansvar.index.sqlite_library import SqliteLibrary
from plansvar.pipeline import load_engine
from plansvar.settings import load_settings

FOLDER = SHARED / "evaluation"
DEPTH, RECALL = 10, 5
LONG, SHARE = 6, 0.4
LARGE, REPEATS = 100_000, 50
SEED = 7


@dataclass(frozen=True, slots=True)
class Pool:
    """Texts and questions; `right` is the number of the text that answers each question."""

    name: str
    texts: tuple[str, ...]
    questions: tuple[str, ...]
    right: tuple[int, ...]


def main() -> None:
    options = _parser().parse_args()
    for pool in (swefaq(), swequad()):
        _measure(pool, options.misspelt)
    if options.large:
        _measure_large()


def swefaq() -> Pool:
    lines = (FOLDER / "swefaq" / "swefaq_dev.jsonl").read_text("utf-8").splitlines()
    items = [json.loads(line) for line in lines if line.strip()]
    answers = [item["candidate_answers"][item["label"]] for item in items]
    texts = tuple(dict.fromkeys(a for item in items for a in item["candidate_answers"]))
    right = tuple(texts.index(answer) for answer in answers)
    return Pool("SweFAQ v2", texts, tuple(item["question"] for item in items), right)


def swequad() -> Pool:
    items = read_items(FOLDER / "swequad-mc" / "dev.json")
    texts = tuple(dict.fromkeys(item["context"] for item in items))
    right = tuple(texts.index(item["context"]) for item in items)
    return Pool("SweQUAD-MC", texts, tuple(item["question"] for item in items), right)


def _measure(pool: Pool, misspelt: bool) -> None:
    encoder = load_engine(load_settings()).encoder
    library = build_in_memory([_extraction(n, text) for n, text in enumerate(pool.texts)], encoder)
    print(f"{pool.name}: {len(pool.questions)} questions, {len(pool.texts)} texts")
    asked = {"as asked": pool.questions}
    if misspelt:
        chance = random.Random(SEED)
        asked["misspelt"] = tuple(_misspelt(question, chance) for question in pool.questions)
    for kind, questions in asked.items():
        ways: dict[str, Callable[[str], list[int]]] = {"words": lambda q: _found(library, q, None)}
        if encoder is not None:
            ways["vectors"] = lambda q: _found(library, "", encoder.encode_query(q))
            ways["both"] = lambda q: _found(library, q, encoder.encode_query(q))
        for way, find in ways.items():
            ranks = [
                _rank(find(question), right)
                for question, right in zip(questions, pool.right, strict=True)
            ]
            print(f"  {kind:9} {way:8} nDCG@10 {_ndcg(ranks):.3f}  recall@5 {_recall(ranks):.3f}")


def _found(library: SqliteLibrary, text: str, vector: object) -> list[int]:
    hits = library.search(text, vector, DEPTH)  # type: ignore[arg-type]
    return [int(hit.chunk.id) for hit in hits]


def _rank(found: Sequence[int], right: int) -> int | None:
    return found.index(right) + 1 if right in found else None


def _ndcg(ranks: Sequence[int | None]) -> float:
    return sum(1 / math.log2(rank + 1) for rank in ranks if rank) / len(ranks)


def _recall(ranks: Sequence[int | None]) -> float:
    return sum(rank is not None and rank <= RECALL for rank in ranks) / len(ranks)


def _misspelt(question: str, chance: random.Random) -> str:
    return " ".join(
        _slip(word, chance) if len(word) >= LONG and chance.random() < SHARE else word
        for word in question.split()
    )


def _slip(word: str, chance: random.Random) -> str:
    """The word with a letter left out, doubled, or changed places with the next."""
    at = chance.randrange(1, len(word) - 2)
    kinds = (
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    return chance.choice(kinds)


def _measure_large() -> None:
    items = read_items(FOLDER / "swequad-mc" / "training.json")
    words = [word for item in items for word in item["context"].split()]
    chance = random.Random(SEED)
    extractions = []
    for number in range(LARGE):
        start = chance.randrange(len(words) - 80)
        extractions.append(_extraction(number, " ".join(words[start : start + 80])))
    library = build_in_memory(extractions)
    questions = [item["question"] for item in items][:REPEATS]
    times = []
    for question in questions:
        started = time.perf_counter()
        library.search(question, None, DEPTH)
        times.append((time.perf_counter() - started) * 1000)
    worst = sorted(times)[int(len(times) * 0.95) - 1]
    print(f"{LARGE} passages: p50 {statistics.median(times):.0f} ms, p95 {worst:.0f} ms")


def _extraction(number: int, text: str) -> Extraction:
    document = document_of(text)
    place = Place(document.path, None, None, None, (), None)
    whole = document.blocks[0].span.__class__(0, len(document.text))
    chunk = Chunk(str(number), place, "", document.text, whole)
    return Extraction(document, chunks=(chunk,))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misspelt", action="store_true")
    parser.add_argument("--large", action="store_true")
    return parser


if __name__ == "__main__":
    main()

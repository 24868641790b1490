"""How well the rule decides that a sentence answers, on public questions half of which have none.

    python -m eval.deciding [--vectors] [--questions N]

SQuAD 2.0 in Swedish: all paragraphs are one index; half of the questions have no answer in it.
SweQUAD-MC: each question over all texts, and over the half of the texts that its own is not among.
Shows precision, recall and how many unanswerable questions are answered: by the share of telling
words that the program's rule looks at, and by a logistic model fitted on two thirds of the articles
and the training part, as a measure of what such a model would gain.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval import passages
from eval.corpora import SHARED
from plansvar.asking.passages.choosing import LEAST_COVERAGE
from plansvar.asking.passages.finding import candidates
from plansvar.asking.passages.ranking import Scored
from plansvar.asking.query import Query, Subject
from plansvar.domain import Document
from plansvar.engines.loading import load_encoder
from plansvar.engines.protocol import Encoder
from plansvar.index.memory import build_in_memory
from plansvar.settings import Settings

SQUAD = SHARED / "evaluation" / "squad_v2_sv" / "squad_dev_v2_sv.json.gz"
LIKELIEST = 8  # sentences of a question that are looked at
RIDGE = 2.0
COVERAGES = (0.4, 0.5, 0.6, LEAST_COVERAGE, 0.8, 0.9, 1.0)
RECALLS = (0.6, 0.5, 0.4, 0.3, 0.2)


@dataclass(frozen=True, slots=True)
class Item:
    """A question, the text that it was put to and its right answers; none where it has none."""

    question: str
    context: str
    answers: tuple[str, ...]
    learnt: bool


@dataclass(frozen=True, slots=True)
class Case:
    """What was found for a question, likeliest first: traits, coverage, whether it is right."""

    source: str
    learnt: bool
    answerable: bool
    traits: list[list[float]]
    coverage: list[float]
    right: list[bool]


@dataclass(frozen=True, slots=True)
class Point:
    """One threshold and what it gives."""

    least: float
    precision: float
    recall: float
    wrongly: float

    def __str__(self) -> str:
        return (
            f"  from {self.least:.2f}: recall {self.recall:.2f}, precision {self.precision:.2f},"
            f" unanswerable answered {self.wrongly:.2f}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vectors", action="store_true")
    parser.add_argument("--questions", type=int, default=4000, help="of SQuAD")
    options = parser.parse_args()
    encoder = load_encoder(Settings()) if options.vectors else None
    cases = list(_cases(options.questions, encoder))
    weights = _fitted([case for case in cases if case.learnt])
    measured = [case for case in cases if not case.learnt]
    for source in dict.fromkeys(case.source for case in measured):
        some = [case for case in measured if case.source == source]
        print(f"{source}: {len(some)} questions, by coverage (the rule: {LEAST_COVERAGE})")
        ruled = [_by_coverage(case) for case in some]
        for least in COVERAGES:
            print(_point(some, ruled, least))
        print(f"{source}: by the fitted model")
        for point in _curve(some, [_best(case, _chances(case, weights)) for case in some]):
            print(point)


def _cases(questions: int, encoder: Encoder | None) -> Iterator[Case]:
    documents, items = _squad(questions)
    yield from _asked("SQuAD", documents, items, encoder)
    for part in ("training.json", "dev.json"):
        documents, items = _swequad(part)
        yield from _asked("SweQUAD", documents, items, encoder)
        keys = sorted(documents)
        random.Random(1).shuffle(keys)
        half = {key: documents[key] for key in keys[: len(keys) // 2]}
        foreign = [item for item in items if item.context not in half]
        yield from _asked("SweQUAD without its text", half, foreign, encoder)


def _squad(count: int) -> tuple[dict[str, Document], list[Item]]:
    articles = json.loads(gzip.decompress(SQUAD.read_bytes()))["data"]
    documents: dict[str, Document] = {}
    items: list[Item] = []
    for number, article in enumerate(articles):
        for paragraph in article["paragraphs"]:
            context = paragraph["context"]
            documents[context] = passages.document_of(f"Text\n{context}")
            items += [_squad_item(asked, context, number % 3 != 0) for asked in paragraph["qas"]]
    random.Random(0).shuffle(items)
    return documents, items[:count]


def _squad_item(asked: dict[str, Any], context: str, learnt: bool) -> Item:
    answers = () if asked["is_impossible"] else tuple(a["text"] for a in asked["answers"])
    return Item(asked["question"], context, answers, learnt)


def _swequad(part: str) -> tuple[dict[str, Document], list[Item]]:
    read = passages.read_items(passages.FOLDER / part)
    documents = {item["context"]: passages.document_of(item["context"]) for item in read}
    learnt = part.startswith("training")
    return documents, [
        Item(item["question"], item["context"], (passages.answer_of(item),), learnt)
        for item in read
    ]


def _asked(
    source: str, documents: dict[str, Document], items: Iterable[Item], encoder: Encoder | None
) -> Iterator[Case]:
    """Each question put to an index of all the documents."""
    library = build_in_memory([passages.extraction_of(d) for d in documents.values()], encoder)
    for item in items:
        query = Query(item.question, Subject.PASSAGES, passages.operation_of(item.question))
        scored = [s for s in candidates(query, library, encoder) if s.fits][:LIKELIEST]
        own = documents.get(item.context)
        yield Case(
            source,
            item.learnt,
            own is not None and bool(item.answers),
            _traits(item.question, scored, encoder),
            [each.coverage for each in scored],
            [own is not None and _holds(each, own, item.answers) for each in scored],
        )


def _traits(question: str, scored: Sequence[Scored], encoder: Encoder | None) -> list[list[float]]:
    """What is known of each sentence: how well it covers the question, and how near it is."""
    near = [0.0] * len(scored)
    if encoder and scored:
        told = encoder.encode_passages([each.unit.text for each in scored])
        near = [10 * float(x) for x in told @ encoder.encode_query(question).reshape(-1)]
    return [
        [s.coverage, s.coverage**2, s.own, s.own**2, s.score, 1 / (1 + s.unit.rank), cosine, 1.0]
        for s, cosine in zip(scored, near, strict=True)
    ]


def _holds(scored: Scored, own: Document, answers: Sequence[str]) -> bool:
    told = " ".join(scored.unit.text.lower().split())
    inside = scored.unit.document.path == own.path
    return inside and any(" ".join(a.lower().split()) in told for a in answers)


def _fitted(cases: Sequence[Case]) -> NDArray[np.float64]:
    """Logistic regression with a ridge, by Newton's method."""
    told = np.array([traits for case in cases for traits in case.traits])
    right = np.array([each for case in cases for each in case.right], float)
    ridge = RIDGE * np.eye(told.shape[1])
    ridge[-1, -1] = 1e-3
    weights = np.zeros(told.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (chance - right) + ridge @ weights
        bend = (told.T * (chance * (1 - chance))) @ told + ridge
        weights -= np.linalg.solve(bend, slope)
    return weights


def _chances(case: Case, weights: NDArray[np.float64]) -> list[float]:
    return [float(1 / (1 + np.exp(-np.dot(traits, weights)))) for traits in case.traits]


def _by_coverage(case: Case) -> tuple[float, bool]:
    """The coverage and rightness of the first sentence that the rule would take."""
    taken = [n for n, share in enumerate(case.coverage) if share >= LEAST_COVERAGE]
    best = taken[0] if taken else (0 if case.coverage else None)
    return (-1.0, False) if best is None else (case.coverage[best], case.right[best])


def _best(case: Case, scores: Sequence[float]) -> tuple[float, bool]:
    best = int(np.argmax(scores)) if scores else None
    return (-1.0, False) if best is None else (scores[best], case.right[best])


def _curve(cases: Sequence[Case], tops: Sequence[tuple[float, bool]]) -> list[Point]:
    """The most precise point for each recall."""
    points = [_point(cases, tops, n / 100) for n in range(2, 90)]
    reached = [[p for p in points if p.recall >= recall] for recall in RECALLS]
    return [max(some, key=lambda p: p.precision) for some in reached if some]


def _point(cases: Sequence[Case], tops: Sequence[tuple[float, bool]], least: float) -> Point:
    given = [n for n, (score, _) in enumerate(tops) if score >= least]
    right = sum(tops[n][1] for n in given)
    can = sum(case.answerable for case in cases)
    wrongly = sum(not cases[n].answerable for n in given)
    return Point(
        least,
        right / max(1, len(given)),
        right / max(1, can),
        wrongly / max(1, len(cases) - can),
    )


if __name__ == "__main__":
    main()

"""Fits the decision whether a sentence answers, on public questions, and shows its curve.

    python -m eval.deciding [--vectors] [--questions N] [--write]

SQuAD 2.0 in Swedish: all paragraphs are one index; half of the questions have no answer in it.
SweQUAD-MC: each question over all texts, and over the half of the texts that its own is not among.
Two thirds of the articles and the training part fit the weights; the rest is measured. The weights
go to `language/data/deciding.toml` with --write; thresholds there are chosen by hand.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from eval import passages
from eval.corpora import ROOT, SHARED
from plansvar.asking.passages.deciding import LIKELIEST, model_of, near_traits
from plansvar.asking.passages.finding import candidates
from plansvar.asking.passages.ranking import Scored
from plansvar.asking.query import Query, Subject
from plansvar.domain import Document
from plansvar.engines.loading import load_encoder
from plansvar.engines.protocol import Encoder
from plansvar.index.memory import build_in_memory
from plansvar.settings import Settings

SQUAD = SHARED / "evaluation" / "squad_v2_sv" / "squad_dev_v2_sv.json.gz"
WEIGHTS = ROOT / "src" / "plansvar" / "language" / "data" / "deciding.toml"
MOST = 25  # sentences of a question that are learnt from
RIDGE = 2.0
RECALLS = (0.65, 0.6, 0.5, 0.45, 0.4, 0.35, 0.3, 0.2)


@dataclass(frozen=True, slots=True)
class Item:
    """A question, the text that it was put to and its right answers; none where it has none."""

    question: str
    context: str
    answers: tuple[str, ...]
    learnt: bool


@dataclass(frozen=True, slots=True)
class Case:
    """What was found for a question: traits of sentences and whether each holds the answer."""

    source: str
    learnt: bool
    answerable: bool
    traits: list[dict[str, float]]
    right: list[bool]
    old: list[float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vectors", action="store_true")
    parser.add_argument("--questions", type=int, default=4000, help="of SQuAD")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    encoder = load_encoder(Settings()) if options.vectors else None
    cases = list(_cases(options.questions, encoder))
    name = "with_vectors" if options.vectors else "without_vectors"
    weights = _fitted([case for case in cases if case.learnt])
    for trait, weight in weights.items():
        print(f"  {trait:18} {weight:+.3f}")
    measured = [case for case in cases if not case.learnt]
    for source in dict.fromkeys(case.source for case in measured):
        some = [case for case in measured if case.source == source]
        _show(f"{source}, old rule", some, [case.old for case in some])
        _show(f"{source}, fitted", some, [_chances(case, weights) for case in some])
    if options.write:
        _write(name, weights)


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
        scored = [each for each in candidates(query, library, encoder) if each.fits][:MOST]
        traits = [dict(each.traits) for each in scored]
        if encoder and scored:
            model = model_of("without_vectors")
            scored = sorted(scored, key=lambda each: -model.chance(each.traits))[:LIKELIEST]
            traits = [dict(each) for each in near_traits(scored, item.question, encoder)]
        own = documents.get(item.context)
        right = [own is not None and _holds(each, own, item.answers) for each in scored]
        old = [each.score if each.coverage >= 0.7 else -1.0 for each in scored]
        answerable = own is not None and bool(item.answers)
        yield Case(source, item.learnt, answerable, traits, right, old)


def _holds(scored: Scored, own: Document, answers: Sequence[str]) -> bool:
    told = " ".join(scored.unit.text.lower().split())
    inside = scored.unit.document.path == own.path
    return inside and any(" ".join(a.lower().split()) in told for a in answers)


def _fitted(cases: Sequence[Case]) -> dict[str, float]:
    """Logistic regression with a ridge, by Newton's method."""
    names = sorted({name for case in cases for traits in case.traits for name in traits})
    rows = [[t.get(n, 0.0) for n in names] for case in cases for t in case.traits]
    told = np.array(rows)
    right = np.array([each for case in cases for each in case.right], float)
    free = names.index("always")
    ridge = RIDGE * np.eye(len(names))
    ridge[free, free] = 0.0
    weights = np.zeros(len(names))
    for _ in range(60):
        chance = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (chance - right) + ridge @ weights
        bend = (told.T * (chance * (1 - chance))) @ told + ridge
        step = np.linalg.solve(bend, slope)
        weights -= step
        if abs(step).max() < 1e-8:
            break
    return dict(zip(names, map(float, weights), strict=True))


def _chances(case: Case, weights: dict[str, float]) -> list[float]:
    totals = (sum(weights.get(n, 0.0) * v for n, v in traits.items()) for traits in case.traits)
    return [float(1 / (1 + np.exp(-total))) for total in totals]


def _show(title: str, cases: Sequence[Case], scores: Sequence[Sequence[float]]) -> None:
    """At several recalls: the precision, and how many unanswerable questions are answered."""
    print(title)
    best = [int(np.argmax(each)) if each else -1 for each in scores]
    tops = [(each[n] if n >= 0 else -2.0) for each, n in zip(scores, best, strict=True)]
    hits = [n >= 0 and case.right[n] for case, n in zip(cases, best, strict=True)]
    can = [case.answerable for case in cases]
    points = []
    for least in sorted({round(top, 3) for top in tops if top > -1}):
        given = [n for n, top in enumerate(tops) if top >= least]
        right = sum(hits[n] for n in given)
        wrongly = sum(not can[n] for n in given)
        points.append(
            (right / max(1, len(given)), right / max(1, sum(can)),
             wrongly / max(1, len(can) - sum(can)), least)
        )  # fmt: skip
    for recall in RECALLS:
        reached = [point for point in points if point[1] >= recall]
        if reached:
            precision, got, wrongly, least = max(reached)
            print(
                f"  from {least:.3f}: recall {got:.2f}, precision {precision:.2f},"
                f" unanswerable answered {wrongly:.2f}"
            )
    if not any(can):
        for least in (0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5):
            share = sum(top >= least for top in tops) / len(tops)
            print(f"  from {least:.2f}: unanswerable answered {share:.2f}")


def _write(name: str, weights: dict[str, float]) -> None:
    data = tomllib.loads(WEIGHTS.read_text("utf-8"))
    data[name]["weights"] = weights
    head = [line for line in WEIGHTS.read_text("utf-8").splitlines() if line.startswith("#")]
    lines = [*head]
    for part, model in data.items():
        lines += ["", f"[{part}]", f"threshold = {model['threshold']}", "", f"[{part}.weights]"]
        lines += [f"{trait} = {weight:.3f}" for trait, weight in sorted(model["weights"].items())]
    WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()

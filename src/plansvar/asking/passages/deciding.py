"""Whether a sentence answers: the chance that its traits give, against a threshold.

Weights and thresholds are fitted on public questions, one set without and one with the nearness of
sentences in meaning.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp

from plansvar.asking.passages.ranking import Scored
from plansvar.asking.passages.traits import Traits, with_cosine
from plansvar.engines.protocol import Encoder
from plansvar.language.vocabulary import vocabulary

LIKELIEST = 8  # sentences whose nearness in meaning is worth its time


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of traits, and the chance from which a sentence answers."""

    weights: Mapping[str, float]
    threshold: float

    def chance(self, traits: Traits) -> float:
        total = sum(self.weights.get(name, 0.0) * value for name, value in traits.items())
        return 1 / (1 + exp(-total))


def answering(scored: Sequence[Scored], question: str, encoder: Encoder | None) -> list[Scored]:
    """The sentences that answer, likeliest first, each with its chance."""
    return [item for item in scored if item.fits and item.coverage >= 0.7]
    model = model_of("without_vectors")
    judged = _by_chance([replace(i, chance=model.chance(i.traits)) for i in scored if i.fits])
    if encoder and judged:
        model = model_of("with_vectors")
        judged = _by_chance(_near(judged[:LIKELIEST], question, encoder, model))
    return [item for item in judged if item.chance >= model.threshold]


@cache
def model_of(name: str) -> Model:
    """The fitted model "without_vectors" or "with_vectors"."""
    data = vocabulary("deciding")[name]
    return Model(data["weights"], data["threshold"])


def near_traits(items: Sequence[Scored], question: str, encoder: Encoder) -> list[Traits]:
    """The traits of sentences with their nearness to the question in meaning."""
    asked = encoder.encode_query(question).reshape(-1)
    told = encoder.encode_passages([item.unit.text for item in items])
    return [with_cosine(i.traits, float(told[n] @ asked)) for n, i in enumerate(items)]


def _near(items: Sequence[Scored], question: str, encoder: Encoder, model: Model) -> list[Scored]:
    found = zip(items, near_traits(items, question, encoder), strict=True)
    return [replace(item, traits=traits, chance=model.chance(traits)) for item, traits in found]


def _by_chance(items: Sequence[Scored]) -> list[Scored]:
    return sorted(items, key=lambda item: -item.chance)

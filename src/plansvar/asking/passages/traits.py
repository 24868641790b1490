"""What tells a sentence that answers from one that merely shares words with the question.

Each trait is a number between about 0 and 1. How much each weighs is fitted on public questions
(`eval/deciding.py`) and stands as data in `language/data/deciding.toml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

from plansvar.asking.passages.terms import Term, Terms
from plansvar.asking.passages.units import Unit
from plansvar.language.folding import words

SURE = 0.6
SCALE = 10.0  # cosines of sentences lie close together

Traits = Mapping[str, float]


def traits_of(
    unit: Unit,
    terms: Terms,
    own: Mapping[str, float],
    topic: Mapping[str, float],
    around: Mapping[str, float],
    cued: str | None,
) -> Traits:
    """The traits of one sentence: `own` are the words of the question that it holds, `topic` those
    of its headings, `around` those of its neighbours; `cued` is the kind of question to which a
    word in it makes it a likelier answer."""
    needed = [term for term in terms.items if not term.soft]
    total = terms.required or 1.0
    anywhere = {t.word: max(own.get(t.word, 0.0), topic.get(t.word, 0.0), around.get(t.word, 0.0))
                for t in terms.items}  # fmt: skip
    lacking = [term for term in needed if anywhere[term.word] <= SURE]
    spoken = [term for term in needed if anywhere[term.word] > SURE]
    covered, here = _share(needed, anywhere, total), _share(needed, own, total)
    asked = log(1 + len(needed))
    return {
        "covered": covered,
        "covered_squared": covered * covered,
        "covered_of_many": covered * asked,
        "own": here,
        "own_squared": here * here,
        "own_of_many": here * asked,
        "beside": covered - here,
        "lacking_most": max((term.weight for term in lacking), default=0.0) / total,
        "lacking_unknown": sum(term.weight for term in lacking if not term.variants) / total,
        "lacking_number": float(any(term.word[0].isdigit() for term in lacking)),
        "unsure": sum(t.weight * (1 - anywhere[t.word]) for t in spoken) / total,
        "helping": _helping(terms, own),
        "dense": len(own) / (1 + log(1 + len(words(unit.text)))),
        f"cued_{cued}": 1.0,
        "always": 1.0,
    }


def with_cosine(traits: Traits, cosine: float) -> Traits:
    """The traits with how near the sentence is to the question in meaning."""
    return {**traits, "cosine": SCALE * cosine}


def _share(terms: Sequence[Term], held: Mapping[str, float], total: float) -> float:
    return sum(term.weight for term in terms if held.get(term.word, 0.0) > SURE) / total


def _helping(terms: Terms, own: Mapping[str, float]) -> float:
    """The share of the words that need not stand there but do."""
    soft = [term for term in terms.items if term.soft]
    return _share(soft, own, sum(term.weight for term in soft) or 1.0)

"""Words that set an amount against what was planned: "än budget", "spränger", "inom ramen"."""

from __future__ import annotations

from functools import cache

from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import bare, fold
from plansvar.language.verbs import forms_of


def is_against_plan(reading: Reading) -> bool:
    """Whether an amount is set against what was planned ("mindre än tänkt", "mot budget")."""
    text = f" {' '.join(token.key for token in reading.tokens)} "
    said = any(f" {phrase} " in text for phrase in _cues("against"))
    return reading.has("against_plan") or said or _kept_to(reading) is not None


def side_of_plan(reading: Reading) -> str | None:
    """ "dyrare än budget" is short of it, "billigare" over it, "håller budgeten" not short."""
    if not is_against_plan(reading):
        return None
    keys = {t.key for t in reading.tokens}
    text = fold(reading.text)
    kept = _kept_to(reading)
    keeping = kept == "kept" or any(key.startswith(tuple(_cues("keeping"))) for key in keys)
    if keeping or any(phrase in text for phrase in _cues("within")):
        return "deficit" if reading.has("negation") else "kept"
    if kept in ("deficit", "surplus"):
        return "kept" if kept == "deficit" and reading.has("negation") else kept
    sides = (name for name in ("deficit", "surplus") if keys & set(_cues(f"{name}_words")))
    return next(sides, None) or _side_of_size(text)


def _side_of_size(text: str) -> str | None:
    """ "mer än budget" is dearer than planned, "mindre än tänkt" cheaper."""
    for side, name in (("deficit", "more"), ("surplus", "less")):
        if any(f"{w} {phrase}" in text for w in _cues(name) for phrase in _cues("against")):
            return side
    return None


def _kept_to(reading: Reading) -> str | None:
    """What a verb says is done to the plan: burst, kept to, left unused, departed from; null where
    no verb of that kind stands beside a word for a plan."""
    short = grammar()["plans"]
    if not any(t.bare.endswith(_plans()) or t.key in short for t in reading.tokens):
        return None
    found = (_sides().get(token.bare) for token in reading.tokens)
    return next((side for side in found if side), None)


def _cues(name: str) -> tuple[str, ...]:
    return tuple(grammar()["money_cues"][name])


@cache
def _plans() -> tuple[str, ...]:
    return tuple(bare(word) for word in grammar()["plan_nouns"])


@cache
def _sides() -> dict[str, str]:
    """The forms of the verbs, without dots, with what they say of the plan."""
    return {
        bare(form): side
        for side, verbs in grammar()["plan_verbs"].items()
        for verb in verbs
        for form in forms_of(verb.split())
    }

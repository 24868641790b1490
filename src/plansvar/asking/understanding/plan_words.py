"""Words that set an amount against what was planned: "än budget", "spränger", "inom ramen"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from plansvar.asking.query import Subject, TargetState
from plansvar.asking.understanding.dating import is_year
from plansvar.asking.understanding.lexicon import Match, grammar
from plansvar.asking.understanding.reading import KEPT_READINGS, Reading
from plansvar.language.folding import bare, fold
from plansvar.language.verbs import forms_of

_WITHIN = 5  # words behind "än" among which the verb stands
_RECKONED = "reckoned"


@lru_cache(maxsize=KEPT_READINGS)
def is_against_plan(reading: Reading) -> bool:
    """Whether an amount is set against what was planned ("mindre än tänkt", "mot budget")."""
    if _is_of_another_year(reading):
        return False
    text = f" {' '.join(token.key for token in reading.tokens)} "
    told = (
        reading.has("against_plan"),
        any(f" {phrase} " in text for phrase in _cues("against")),
        _than_reckoned(reading) is not None,
        _kept_to(reading) is not None,
        _is_left(reading, text),
    )
    return any(told)


def _is_left(reading: Reading, text: str) -> bool:
    """ "hur mycket av investeringspengarna blir över": what is not used of what was granted."""
    starts = _cues("investing")
    tokens = reading.tokens
    granted = any(t.bare.endswith(_plans()) or t.stem.startswith(starts) for t in tokens)
    return granted and any(f" {phrase} " in text for phrase in _cues("left"))


def _is_of_another_year(reading: Reading) -> bool:
    """ "mer 2027 jämfört med budget 2026" compares two years."""
    years = [token for token in reading.tokens if is_year(token)]
    places = (*reading.places("against_plan"), *reading.places("measure"))
    ends = {match.end for match in places}
    dated = any(is_year(token) for n, token in enumerate(reading.tokens) if n in ends)
    return dated and len({token.text for token in years}) > 1


def _than_reckoned(reading: Reading) -> int | None:
    """Where "än" stands in "än de räknat med", "än vad man hade trott"."""
    keys = [token.key for token in reading.tokens]
    verbs = _sides()
    for place, key in enumerate(keys):
        behind = reading.tokens[place + 1 : place + 1 + _WITHIN]
        if key in _cues("than") and any(verbs.get(t.bare) == _RECKONED for t in behind):
            return place
    return None


def without_goal_verbs(reading: Reading) -> Reading:
    """ "klarar nämnden budgeten?": what is kept to is a plan for money, so that the verb says
    nothing of goals."""
    if _kept_to(reading) is None or reading.has("subject", Subject.INDICATORS.value):
        return reading
    told = (
        new
        for match in reading.matches
        for new in (_of_plan(match) if _is_of_plan_verb(match, reading) else (match,))
    )
    return replace(reading, matches=tuple(told))


def _of_plan(match: Match) -> tuple[Match, ...]:
    """What a verb says of a plan; "klarar inte" says that it is not so."""
    kept = replace(match, category="against_plan")
    missed = match.value == TargetState.MISSED.value
    return (kept, replace(match, category="negation")) if missed else (kept,)


def _is_of_plan_verb(match: Match, reading: Reading) -> bool:
    tokens = reading.tokens[match.start : match.end]
    goals = match.category in ("target_state", "task_status")
    return goals and any(_sides().get(t.bare, _RECKONED) != _RECKONED for t in tokens)


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
    return next(sides, None) or _side_of_size(text) or _side_before(reading)


def _side_before(reading: Reading) -> str | None:
    """ "mer än de räknat med": the word right before "än"."""
    place = _than_reckoned(reading)
    before = {token.key for token in reading.tokens[max(0, (place or 0) - 1) : place or 0]}
    sides = (("deficit", "more"), ("surplus", "less"))
    return next((side for side, name in sides if before & set(_cues(name))), None)


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
    return next((side for side in found if side and side != _RECKONED), None)


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

"""Where a question says an area of a municipality's work ("äldreomsorgen", "klimatmålen")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.asking.understanding.lexicon import function_words, grammar
from plansvar.asking.understanding.tokens import Token
from plansvar.language.areas import Area, areas
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class AreaSaid:
    """An area and the places of its words; `goals` where a word for its goals is part of them or
    stands right behind ("äldreomsorgens mål")."""

    area: Area
    places: range
    goals: bool = False


def areas_said(tokens: Sequence[Token]) -> list[AreaSaid]:
    """The areas that a question says, in its order, the longest words first where several fit."""
    keys = [token.key for token in tokens]
    found: list[AreaSaid] = []
    place = 0
    while place < len(keys):
        said = _said_at(keys, place)
        found += [said] if said else []
        place = said.places.stop if said else place + 1
    return found


def counts_its_parts(tokens: Sequence[Token], said: AreaSaid) -> bool:
    """ "vilka skolor …", "varje förskola", "hur många fler bostäder …": the parts of an area one by
    one, not the area."""
    if said.goals:
        return False
    keys = [token.key for token in tokens[: said.places.start]]
    rules = grammar()
    parts = (*rules["single"], *rules["many"], *rules["per"], *_asking()["each"])
    if keys[-1:] and keys[-1] in parts:
        return True
    counting = [i for i, key in enumerate(keys) if key in _asking()["counting"]]
    between = keys[counting[-1] + 1 :] if counting else []
    return bool(counting) and not any(
        names_goals_of_area(key) or key in _asking()["of"] for key in between
    )


def is_in_unit(tokens: Sequence[Token], said: AreaSaid) -> bool:
    """Whether the words are the first matter in the name of a unit ("Kultur- och
    fritidsnämnden")."""
    last = said.places.stop - 1
    behind = [token.key for token in tokens[last + 1 : last + 4]]
    endings = tuple(vocabulary("areas")["units"]["endings"])
    return tokens[last].hyphened and any(key.rstrip("s").endswith(endings) for key in behind)


def names_goals_of_area(key: str) -> bool:
    """Whether a word asks for goals or for what measures them."""
    told = vocabulary("goallevels")
    goals = (*told["nouns"], *told["goals"], *told["measures"], *_asking()["nouns"])
    return key in goals


def measures_goals(key: str) -> bool:
    """Whether a word asks for what measures goals ("indikatorer")."""
    return key in vocabulary("goallevels")["measures"]


def asks_how_it_goes(tokens: Sequence[Token]) -> bool:
    """ "hur går det …", "hur ser det ut …": whether a question opens so."""
    return bool(frame_of(tokens))


def frame_of(tokens: Sequence[Token]) -> str:
    """The words by which a question opens that asks how it goes; empty where it asks otherwise."""
    keys = [token.key for token in tokens]
    return next((" ".join(frame) for frame in _frames() if keys[: len(frame)] == frame), "")


def goes_on(keys: Iterable[str]) -> bool:
    """Whether words say no more than that the question before is taken up."""
    following = _asking()["following"]
    return says_no_more(key for key in keys if key not in following)


def says_no_more(keys: Iterable[str]) -> bool:
    """Whether words are only those that ask how it goes, or say nothing by themselves."""
    known = {*function_words(), *frame_words(), *_asking()["beside"]}
    return all(key in known for key in keys)


@cache
def _frames() -> list[list[str]]:
    return [words(frame) for frame in _asking()["going"]]


@cache
def frame_words() -> frozenset[str]:
    return frozenset(word for frame in _frames() for word in frame)


def _said_at(keys: Sequence[str], place: int) -> AreaSaid | None:
    for length in range(min(_longest(), len(keys) - place), 0, -1):
        area = _by_words().get(tuple(keys[place : place + length]))
        if area:
            goals = _is_noun(keys[place + length : place + length + 1])
            return AreaSaid(area, range(place, place + length), goals)
    key, behind = keys[place], keys[place + 1 : place + 2]
    area = _of_compound(key) or (_of_head(key) if _is_noun(behind) else None)
    return AreaSaid(area, range(place, place + 1), True) if area else None


def _is_noun(behind: Sequence[str]) -> bool:
    """Whether a word for goals stands next, as where "skolmål" was read as two words."""
    return bool(behind) and behind[0] in vocabulary("goallevels")["nouns"]


def _of_compound(key: str) -> Area | None:
    """The area whose goals a word is for ("klimatmålen")."""
    nouns = vocabulary("goallevels")["nouns"]
    head = next((key.removesuffix(n) for n in nouns if key.endswith(n) and key != n), "")
    return _of_head(head) if head else None


def _of_head(head: str) -> Area | None:
    return next((a for a in areas() for c in a.compound if c.rstrip("-") == head), None)


@cache
def _by_words() -> dict[tuple[str, ...], Area]:
    return {tuple(words(said)): area for area in reversed(areas()) for said in area.said}


@cache
def _longest() -> int:
    return max(map(len, _by_words()))


def _asking() -> dict[str, list[str]]:
    asking: dict[str, list[str]] = vocabulary("areas")["asking"]
    return asking

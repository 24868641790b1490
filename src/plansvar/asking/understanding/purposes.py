"""What a question says that something is done for ("… för att minska sjukfrånvaron"): a change
that is aimed at is none that is asked for or taken for granted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plansvar.asking.understanding.lexicon import FILLER, Match, function_words, grammar
from plansvar.asking.understanding.tokens import Token
from plansvar.language.verbs import is_verb

OPERATION, HOW = "operation", "how"
NEAR = 3  # tokens between "för att" and the verb of its clause


def with_purposes(tokens: Sequence[Token], matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The readings of a question without what a clause of purpose aims at; a question for what
    there is or is done to such an end asks how."""
    start = _clause(tokens)
    if start is None:
        return _without_ways(tokens, matches)
    aimed = [m for m in matches if m.start >= start and m.category in _rules()["aimed"]]
    kept = [m for m in matches if m not in aimed]
    kept += [Match(FILLER, "yes", m.start, m.end) for m in aimed]
    if _asks_for_means(tokens, kept, start):
        kept = [_of_means(m, tokens) if m.start < start else m for m in kept]
    return tuple(sorted(kept, key=_place))


def _without_ways(tokens: Sequence[Token], matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The readings without the change that a question asks how somebody may bring about ("hur kan
    kommunen sänka kostnaderna?", "hur minskar man matsvinnet?")."""
    keys = [token.key for token in tokens]
    if keys[:1] == [] or keys[0] not in grammar()["asks_how"]:
        return matches
    may = set(keys[1:2]) & {*grammar()["how_can"], *_rules()["may"], *grammar()["intending"]}
    by_one = set(keys[2:3]) & set(grammar()["who_may"])
    ways = [
        m
        for m in matches
        if m.category in _rules()["changes"]
        and ((may and _is_brought_about(m, keys)) or (by_one and m.start == 1))
    ]
    kept = [m for m in matches if m not in ways]
    return tuple(sorted((*kept, *(Match(FILLER, "yes", m.start, m.end) for m in ways)), key=_place))


def _is_brought_about(match: Match, keys: Sequence[str]) -> bool:
    """Whether a verb has what it changes behind it, which no year is, or is passive."""
    last = keys[match.end - 1]
    behind = [key for key in keys[match.end : match.end + 1] if not key.isdigit()]
    acts = is_verb(last) and last.endswith(tuple(_rules()["infinitive"]))
    done = last.endswith(str(grammar()["genitive"]))
    return acts and (done or bool(behind and behind[0] not in function_words()))


def _place(match: Match) -> tuple[int, int]:
    return match.start, match.end


def _clause(tokens: Sequence[Token]) -> int | None:
    """Where the clause begins that tells what something is done for."""
    pairs = grammar()["in_order_to"]
    for place, (first, then) in enumerate(pairwise(tokens)):
        if [first.key, then.key] in pairs and (place and _is_purpose(tokens, place)):
            return place + 1
    return None


def _is_purpose(tokens: Sequence[Token], place: int) -> bool:
    """Whether an infinitive or what shall be follows; "för att den har ökat" tells a cause."""
    keys = [token.key for token in tokens[place + 1 :]]
    if keys[:1] != list(_rules()["mark"]):
        before = {token.key for token in tokens[:place]}
        return not before.isdisjoint(_rules()["done_for"])
    near = keys[1 : 1 + NEAR]
    infinitive = any(is_verb(key) and key.endswith(tuple(_rules()["infinitive"])) for key in near)
    return infinitive or not set(_rules()["shall"]).isdisjoint(keys)


def _asks_for_means(tokens: Sequence[Token], matches: Sequence[Match], start: int) -> bool:
    """Whether it is asked what is done, and no figure, name, time or cause."""
    asked = {m.value for m in matches if m.category == OPERATION}
    opens = any(token.key in _rules()["opens"] for token in tokens[:NEAR])
    lacking = not set(_rules()["needing"]).isdisjoint(token.key for token in tokens[:start])
    return opens and not lacking and asked <= set(_rules()["loose"])


def _of_means(match: Match, tokens: Sequence[Token]) -> Match:
    """A word that asks, as one that asks how; a noun that only says that means are asked for
    ("vilka insatser") as none that carries matter."""
    if match.category == OPERATION:
        return replace(match, value=HOW)
    said = {token.key for token in tokens[match.start : match.end]}
    means = not said.isdisjoint(_rules()["means"])
    return replace(match, category=FILLER, value="yes") if means else match


def _rules() -> dict[str, list[str]]:
    found: dict[str, list[str]] = grammar()["purposes"]
    return found

"""Units that a follow-up only calls "nämnden": the one that was spoken of last."""

from __future__ import annotations

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Query
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.scoping import is_unit
from plansvar.asking.understanding.tokens import Token, tokenise


def with_unit_named(text: str, conversation: Conversation) -> str:
    """The question with the name of the unit of the talk where it says only of what kind it is."""
    unit = _unit_of(conversation.last)
    if unit is None:
        return text
    tokens = tokenise(text)
    for index, token in enumerate(tokens):
        kind = _kind(token)
        before = tokens[index - 1] if index else None
        pointed = before is not None and before.key in grammar()["unit_spoken_of"]["pointing"]
        if kind is None or not _is_of_kind(unit, kind) or not (pointed or _is_definite(token)):
            continue
        start = before.span.start if before is not None and pointed else token.span.start
        owned = str(grammar()["genitive"]) * token.key.endswith(str(grammar()["genitive"]))
        return f"{text[:start]}{unit}{owned}{text[token.span.end :]}"
    return text


def _unit_of(last: Query | None) -> str | None:
    """The one unit that a question was about, by its scope, its answerer or its row."""
    if last is None:
        return None
    rows = [link.name for link in last.links if _is_unit_name(link.name)]
    named = (last.scope.organisations, last.conditions.responsible, tuple(rows))
    return next((units[0] for units in named if len(units) == 1), None)


def _is_unit_name(name: str) -> bool:
    tokens = tokenise(name)
    return bool(tokens) and is_unit(tokens[-1])


def _kind(token: Token) -> str | None:
    """The kind of unit that a word names and no more ("nämnden", "nämndens", "samma nämnd")."""
    key = token.key.removesuffix(str(grammar()["genitive"]))
    kinds: dict[str, list[str]] = grammar()["unit_kinds"]
    return next((kind for kind, words in kinds.items() if key in words or key == kind), None)


def _is_definite(token: Token) -> bool:
    key = token.key.removesuffix(str(grammar()["genitive"]))
    return any(key in words for words in grammar()["unit_kinds"].values())


def _is_of_kind(unit: str, kind: str) -> bool:
    words = (kind, *grammar()["unit_kinds"][kind])
    return unit.lower().endswith(tuple(words)) or kind in grammar()["unit_spoken_of"]["any"]

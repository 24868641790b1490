"""What people call a board by its field where they ask of its money ("varför gick skolan back")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary


def with_boards_written(text: str, catalogue: Catalogue) -> str:
    """The question with the name of the board for the word for its field, where it says that it
    went over or short, or asks what it is given, and one board alone has that field."""
    tokens = tokenise(text)
    if not (_goes_over_or_short(tokens) or _asks_what_is_given(tokens)):
        return text
    endings = tuple(grammar()["boards_said"]["endings"])
    for token, behind in reversed(list(zip_longest(tokens, tokens[1:]))):
        named = behind is not None and behind.key.endswith(endings)
        name = None if named else _board_of(token.key, catalogue)
        if name:
            text = f"{text[: token.span.start]}{name}{text[token.span.end :]}"
    return text


def of_board_alone(query: Query, catalogue: Catalogue) -> Query:
    """The question why a board went over or short, about no other amount: "underskott" may also
    stand in the name of an amount of another's, or of the whole."""
    units = query.scope.organisations
    if query.operation is not Operation.WHY or len(units) != 1 or len(query.links) != 1:
        return query
    said = set(grammar()["boards_said"]["sides"])
    link = query.links[0]
    told = {word for part in link.words for word in words(part.text)}
    plain = {fold(link.name)} <= said | {fold(units[0])}
    if query.subject is not Subject.AMOUNTS or plain or not told or not told <= said:
        return query
    own = catalogue.units_as_rows.get(units[0], ())
    if not set(own).isdisjoint(link.rows):
        return query
    return replace(query, links=(replace(link, name=" ".join(sorted(told)), rows=()),))


def _goes_over_or_short(tokens: Sequence[Token]) -> bool:
    said = grammar()["boards_said"]
    keys = [token.key for token in tokens]
    verbs = any(key in said["verbs"] for key in keys)
    return any(key in said["sides"] for key in keys) and (
        verbs or any(key in said["asks"] for key in keys)
    )


def _asks_what_is_given(tokens: Sequence[Token]) -> bool:
    """ "hur mycket får skolan", "vad är skolans budget": not what a part of it costs each."""
    said, keys = grammar()["boards_said"], [token.key for token in tokens]
    if not set(keys).isdisjoint((*grammar()["per"], *said["other"])):
        return False
    asks = not set(keys).isdisjoint(said["how_much"])
    return asks and not set(keys).isdisjoint((*said["given"], *said["budgets"]))


def _board_of(word: str, catalogue: Catalogue) -> str | None:
    known = vocabulary("questions")["grammar"]["boards_said"]["fields"]
    fields = known.get(word) or known.get(word.removesuffix(grammar()["genitive"]), ())
    for field in fields:
        found = {tuple(words(name)): name for name in _boards(catalogue) if _is_of(name, field)}
        if found and field in grammar()["boards_said"]["own"] and word.startswith(field):
            return None  # the name of the board is found by the word itself
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _boards(catalogue: Catalogue) -> Iterator[str]:
    """The names of boards that amounts are printed for."""
    endings = tuple(grammar()["boards_said"]["endings"])
    for name in catalogue.names:
        told = words(name.text)
        board = name.subject is Subject.AMOUNTS and told and told[-1].endswith(endings)
        if board and told[0] not in grammar()["boards_said"]["sums"]:
            yield name.text


def _is_of(name: str, field: str) -> bool:
    return any(word.startswith(field) for word in words(name))

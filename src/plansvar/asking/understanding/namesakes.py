"""Units that a follow-up only calls "nämnden": the one that was spoken of last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import function_words, grammar
from plansvar.asking.understanding.scoping import is_unit
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.language.folding import fold, words


def with_unit_named(text: str, conversation: Conversation, catalogue: Catalogue) -> str:
    """The question with the name of the unit of the talk where it says only of what kind it is, and
    with what is done about it where that is its money ("vad gör nämnden åt det?")."""
    named = _named(text, conversation, catalogue)
    told, last = grammar()["unit_spoken_of"], conversation.last
    of_unit = last is not None and bool(_named_in(last)) and _is_of_money(last)
    rows = [link for link in last.links if not is_unit_name(link.name)] if last else []
    if named == text or not of_unit or rows or not re.search(told["done_about"], named, re.I):
        return named
    return re.sub(told["at_it"], str(told["at_deficit"]), named, flags=re.IGNORECASE)


def _is_of_money(last: Query) -> bool:
    """Whether a question on a unit was told its money, alone or first."""
    money = last.subject is Subject.AMOUNTS or last.money is not None
    return money or last.operation is Operation.SUMMARISE


def _named(text: str, conversation: Conversation, catalogue: Catalogue) -> str:
    last = conversation.last
    tokens = tokenise(text) if last else ()
    if last is not None and (they := _they(tokens, last)) is not None:
        return f"{text[: they.span.start]}{_named_in(last)}{text[they.span.end :]}"
    for index, token in enumerate(tokens):
        kind = _kind(token)
        before = tokens[index - 1] if index else None
        pointed = before is not None and before.key in grammar()["unit_spoken_of"]["pointing"]
        if last is None or kind is None or not (pointed or _is_definite(token)):
            continue
        if before is not None and not pointed and _is_own_name(before, token, catalogue):
            continue
        unit = _unit_of(last, kind) or _answering(conversation, kind, catalogue)
        unit = unit or _named_alike(last, token, catalogue)
        if unit is None:
            continue
        start = before.span.start if before is not None and pointed else token.span.start
        owned = str(grammar()["genitive"]) * token.key.endswith(str(grammar()["genitive"]))
        return f"{text[:start]}{unit}{owned}{text[token.span.end :]}"
    return text


def _they(tokens: Sequence[Token], last: Query) -> Token | None:
    """ "hur mycket investerar de?" after a question about one unit: the word that stands for it;
    where rows were asked for, only behind what none of them does, and never an article."""
    told = grammar()["unit_spoken_of"]
    of_rows = last.operation.value in grammar()["over_rows"]
    verbs = told["acting"] if of_rows else (*told["acting"], *told["having"])
    for before, token in pairwise(tokens):
        behind = next((t for t in tokens if t.span.start > token.span.start), None)
        alone = behind is None or behind.number is not None or behind.key in function_words()
        if token.key in told["they"] and before.key in verbs and alone:
            return token if _named_in(last) else None
    return None


def _named_in(last: Query) -> str | None:
    """The one unit that a question was about."""
    rows = [link.name for link in last.links if is_unit_name(link.name)]
    named = (last.scope.organisations, tuple(dict.fromkeys(rows)))
    return next((units[0] for units in named if len(units) == 1), None)


def _is_own_name(before: Token, token: Token, catalogue: Catalogue) -> bool:
    """ "hur gick det för tekniska nämnden?" after another one: the word before it is of the name of
    a unit, so that this is named and no other is meant."""
    end = (before.key, token.key.removesuffix(str(grammar()["genitive"])))
    units = (unit.words for unit in (*catalogue.organisations, *catalogue.responsible))
    names = (words(name.text) for name in catalogue.names if token.key in fold(name.text))
    return any(tuple(each[-len(end) :]) == end for each in (*units, *names))


def is_unit_name(name: str) -> bool:
    """Whether a name ends in that of a unit."""
    tokens = tokenise(name)
    return bool(tokens) and is_unit(tokens[-1])


def _unit_of(last: Query, kind: str) -> str | None:
    """The one unit that a question was about, by its scope, its answerer or its row, where it is
    of this kind."""
    rows = [link.name for link in last.links if is_unit_name(link.name)]
    named = (last.scope.organisations, last.conditions.responsible, tuple(rows))
    unit = next((units[0] for units in named if len(units) == 1), None)
    return unit if unit is not None and _is_of_kind(unit, kind) else None


def _answering(conversation: Conversation, kind: str, catalogue: Catalogue) -> str | None:
    """The one unit of this kind that answers for the rows shown last."""
    tasks = {row.id: row.responsible for row in catalogue.library.commitments()}
    answering = catalogue.answering | tasks
    units = {unit for row in conversation.rows for unit in answering.get(row, ())}
    return units.pop() if len(units) == 1 and _is_of_kind(min(units), kind) else None


def _named_alike(last: Query, token: Token, catalogue: Catalogue) -> str | None:
    """The one unit of this kind that rows beside the one spoken of are named after."""
    rows = [row for link in last.links for row in link.rows if row in catalogue.by_row]
    spoken = [catalogue.by_row[row] for row in rows]
    alike = [
        name
        for name in catalogue.names
        if any(name.core & one.core and name.documents & one.documents for one in spoken)
    ]
    told = {t.text for name in alike for t in tokenise(name.text) if t.key.endswith(token.key)}
    return told.pop() if len(told) == 1 else None


def _kind(token: Token) -> str | None:
    """The kind of unit that a word names and no more ("nämnden", "nämndens", "samma nämnd")."""
    key = token.key.removesuffix(str(grammar()["genitive"]))
    kinds: dict[str, list[str]] = grammar()["unit_kinds"]
    return next((kind for kind, forms in kinds.items() if key in forms or key == kind), None)


def _is_definite(token: Token) -> bool:
    key = token.key.removesuffix(str(grammar()["genitive"]))
    return any(key in forms for forms in grammar()["unit_kinds"].values())


def _is_of_kind(unit: str, kind: str) -> bool:
    ends = (kind, *grammar()["unit_kinds"][kind])
    return unit.lower().endswith(tuple(ends)) or kind in grammar()["unit_spoken_of"]["any"]

"""How a board judges a goal for its own part, where a table has a goal a row and a board a column:
"hur bedömer socialnämnden att sjukfrånvaron ska minska?", "vilka mål är röda för KFN?"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from plansvar.asking.conversation import Conversation
from plansvar.asking.places import is_of_place
from plansvar.asking.query import Conditions, Link, Operation, Query, Scope, Subject, Words
from plansvar.asking.understanding.carrying import dating_scope
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.group_parsing import parse
from plansvar.asking.understanding.lexicon import function_words
from plansvar.asking.understanding.names import core_of
from plansvar.asking.understanding.reading import read
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.domain import Indicator
from plansvar.index.library import Library
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

_LEAST = 0.5  # how much of a goal's name a question says
_MOST_LEFT = 2  # words of a follow-up that names nothing but a board


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question says: its boards, whether it asks how they judge, and the words left."""

    tokens: tuple[Token, ...]
    boards: tuple[str, ...]
    judging: bool
    whole: bool
    left: frozenset[str]


def of_boards(
    text: str, conversation: Conversation, catalogue: Catalogue, language: str
) -> Query | None:
    """The query for how boards judge; null where the question is of another kind, or no table
    tells it."""
    boards = _boards_judging(catalogue)
    if not boards:
        return None
    asked = _asked(text, boards, language)
    last = conversation.last
    if last is not None and last.of_boards and len(asked.left) <= _MOST_LEFT:
        return _following(text, asked, last)
    if not asked.boards or not asked.judging:
        return None
    scope = _scope(text, conversation, catalogue, language)
    rows = [row for row in _rows(catalogue, scope) if _judges(row, asked.boards, boards)]
    goal = _goal(rows, asked)
    said = parse(read(text, 0, catalogue, Scope(), language), catalogue).query
    colours = (said.premise or said.conditions).assessments
    query = Query(
        text,
        Subject.INDICATORS,
        Operation.HOW,
        scope=replace(scope, organisations=asked.boards),
        language=language,
        base=text,
        of_boards=True,
    )
    if goal is not None:
        return replace(query, links=(_link(goal, asked),))
    listing = any(
        token.key in vocabulary("goallevels")["boards"]["lists"] for token in asked.tokens
    )
    plain = asked.left <= _about_goals()
    if not (rows and colours and listing and plain):
        return None
    return replace(query, operation=Operation.LIST, conditions=Conditions(assessments=colours))


def _asked(text: str, boards: Mapping[str, str], language: str) -> _Asked:
    tokens = tokenise(text, 0, language)
    words = vocabulary("goallevels")["boards"]
    named = {token.key: found for token in tokens if (found := _board(token, boards))}
    said = fold(text)
    for name in (name for name in boards if " " in name and name in said):
        named |= {part.key: boards[name] for part in tokenise(name)}
    judging = {*words["judging"], *words["matrices"]}
    whole = any(token.key in words["whole"] for token in tokens)
    small = {*function_words(), *judging, *words["beside"], *words["whole"], *named}
    left = frozenset(token.stem for token in tokens if token.key not in small)
    judges = any(token.key in judging for token in tokens)
    return _Asked(tokens, tuple(dict.fromkeys(named.values())), judges, whole, left)


def _board(token: Token, boards: Mapping[str, str]) -> str | None:
    """The board that a word names by its name or its letters, in whatever form."""
    key = token.key
    forms = (key, key.removesuffix("s"), key.removesuffix("s") + "n", key + "n", key + "en")
    return next((boards[form] for form in forms if form in boards), None)


def _boards_judging(catalogue: Catalogue) -> dict[str, str]:
    """Boards that judge goals for their own part, by their names and letters → their names."""
    if catalogue.library not in _BOARDS:
        shorts = {fold(short): long for short, long in catalogue.abbreviations.items()}
        ends = tuple(vocabulary("passages")["levels"]["units"])
        groups = {fold(a.breakdown) for r in catalogue.library.indicators() for a in r.assessments}
        boards = {g: shorts.get(g, g) for g in groups if g in shorts or g.endswith(ends)}
        _BOARDS[catalogue.library] = {**boards, **{fold(name): name for name in boards.values()}}
    return _BOARDS[catalogue.library]


_BOARDS: WeakKeyDictionary[Library, dict[str, str]] = WeakKeyDictionary()


def _following(text: str, asked: _Asked, last: Query) -> Query | None:
    """ "samhällsbyggnadsnämnden då?", "och den samlade bedömningen?" after such a question."""
    if asked.boards and not asked.whole:
        scope = replace(last.scope, organisations=asked.boards)
        return replace(last, text=text, scope=scope, follow_up=True)
    if asked.whole and not asked.boards and last.links:
        scope = replace(last.scope, organisations=())
        status = Operation.STATUS
        return replace(last, text=text, scope=scope, operation=status, follow_up=True)
    return None


def _scope(text: str, conversation: Conversation, catalogue: Catalogue, language: str) -> Scope:
    """The documents that the question names."""
    before = dating_scope(conversation, catalogue)
    said = parse(read(text, 0, catalogue, before, language, named=False), catalogue).query.scope
    return Scope(
        municipalities=said.municipalities,
        documents=said.documents,
        document_kinds=said.document_kinds,
        document_years=said.document_years or said.years,
    )


def _rows(catalogue: Catalogue, scope: Scope) -> list[Indicator]:
    held = {
        document.path
        for document in catalogue.documents
        if is_of_place(document, scope.municipalities)
        and (not scope.documents or document.path in scope.documents)
        and (not scope.document_kinds or document.kind.value in scope.document_kinds)
        and (not scope.document_years or document.year in scope.document_years)
    }
    return [row for row in catalogue.library.indicators() if row.place.document_id in held]


def _judges(row: Indicator, asked: tuple[str, ...], boards: Mapping[str, str]) -> bool:
    told = {boards.get(fold(a.breakdown)) for a in row.assessments if a.value}
    return bool(told & set(asked))


def _goal(rows: list[Indicator], asked: _Asked) -> Indicator | None:
    """The goal that the question names; null where it names none, or two as well."""
    said = {token.stem for token in asked.tokens}
    scored = []
    for row in rows:
        core = core_of(row.name)
        fits = len(core & said) / len(core) if core & asked.left else 0.0
        scored.append((fits, row))
    ranked = sorted(scored, key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < _LEAST:
        return None
    names = {fold(row.name) for fits, row in ranked if fits == ranked[0][0]}
    return ranked[0][1] if len(names) == 1 else None


def _link(goal: Indicator, asked: _Asked) -> Link:
    core = core_of(goal.name)
    words = tuple(Words(t.text, t.span) for t in asked.tokens if t.stem in core)
    return Link(words, goal.name, (goal.id,), 1.0)


def _about_goals() -> frozenset[str]:
    """The stems of words that say no more than that goals are asked for."""
    words = vocabulary("goallevels")["boards"]["goals"]
    return frozenset(token.stem for word in words for token in tokenise(word))

"""Undertakings asked for by who answers for them ("vilka aktiviteter ansvarar nämnden för?") or by
where they stand: elsewhere the same words ask what is done about something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from plansvar.asking.query import Operation, Subject
from plansvar.asking.understanding.lexicon import FUNCTION, Match, grammar
from plansvar.asking.understanding.tokens import Token
from plansvar.language.folding import fold
from plansvar.language.vocabulary import vocabulary

ASKED, ABOUT = "operation", "subject"
_NAMED = 3  # words that a document may be named with


def with_tasks_answered_for(
    tokens: Sequence[Token], matches: tuple[Match, ...]
) -> tuple[Match, ...]:
    """The readings of a question with its word for undertakings as what is asked for, where the
    question says that somebody answers for them, or that a document holds them."""
    answered = any(_is(m, Operation.RESPONSIBLE) for m in matches)
    if not answered and not any(_stand(tokens, m.end) for m in matches if _is(m, Operation.HOW)):
        return matches
    read = (each for m in matches for each in _read(tokens, m))
    return tuple(sorted(read, key=lambda m: m.start))


def _read(tokens: Sequence[Token], match: Match) -> Iterator[Match]:
    last = match.end - 1
    if not _is(match, Operation.HOW) or tokens[last].key not in _tasks() or last == match.start:
        yield match
        return
    yield Match(ASKED, Operation.LIST.value, match.start, last)
    yield Match(FUNCTION, "yes", match.start, last)
    yield Match(ABOUT, Subject.COMMITMENTS.value, last, match.end)


def _stand(tokens: Sequence[Token], place: int) -> bool:
    """ "finns i avfallsplanen?" and no more."""
    said = tokens[place : place + 2]
    short = place + 2 < len(tokens) <= place + 2 + _NAMED
    if not short or said[0].key not in grammar()["stand_in"]:
        return False
    return said[1].key in grammar()["into_document"]


def _is(match: Match, operation: Operation) -> bool:
    return match.category == ASKED and match.value == operation.value


@cache
def _tasks() -> frozenset[str]:
    return frozenset(map(fold, vocabulary("questions")["sv"][ABOUT]["commitments"]))

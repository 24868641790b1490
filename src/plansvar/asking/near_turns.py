"""Follow-ups for a detail of what was spoken of, told by the sentences about that."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering import given_near, told_near, told_of_neighbours, who_answers_near
from plansvar.asking.passages import asks_what_it_gives, names_neighbours
from plansvar.asking.query import Decline, Operation, Query, Subject
from plansvar.asking.telling_roots import root
from plansvar.asking.told_before import is_told
from plansvar.asking.turn import Told, Turn
from plansvar.asking.understanding.completing import asked_words, of_the_same, read_anew, says
from plansvar.asking.understanding.talking import talk_before
from plansvar.domain import Answer, AnswerKind
from plansvar.language.folding import words
from plansvar.language.months import month_of
from plansvar.language.numbers import find_numbers

_WHO = (Operation.RESPONSIBLE, Operation.WHO)
_OF_NUMBERS = (Operation.VALUE, Operation.COUNT, Operation.TARGET)
_IN_TEXT = (AnswerKind.PASSAGE, AnswerKind.NONE)


def detail_told(turn: Turn, query: Query, found: Answer) -> Told | None:
    """What a follow-up gets that names no unit, place or year: who answers for what was spoken of,
    or a number that a sentence tells of it in all the question's words."""
    last, cited = turn.talk.last, turn.talk.cited
    if last is None or not cited or query.parts:
        return None
    if query.talk is None:
        query = replace(query, talk=talk_before(turn.said, turn.talk, turn.catalogue))
    reading = read_anew(turn.said, query.language, turn.catalogue)
    if reading.found.used:
        return None
    if asks_what_it_gives(turn.said):
        again = given_near(query, turn.library, turn.encoder)
    elif query.operation in _WHO:
        near = found.abstained or found.kind in _IN_TEXT
        again = who_answers_near(query, turn.library, turn.encoder) if near else None
    elif query.operation in _OF_NUMBERS and reading.has("operation"):
        again = _number_told(turn, query, found, _unlinked(turn, query))
    else:
        return None
    if again is None or again.text == turn.talk.told:
        return None
    return replace(last, text=query.text, operation=query.operation, follow_up=True), again


def _unlinked(turn: Turn, query: Query) -> frozenset[str]:
    """The roots of the words that a sentence has to say, but those that name the rows asked for."""
    linked = {root(w) for link in query.links for part in link.words for w in words(part.text)}
    return asked_words(turn.said, turn.library, query.language) - linked


def neighbours_told(turn: Turn, query: Query, found: Answer) -> Told | None:
    """What a follow-up gets that sets what was spoken of beside other municipalities, where no row
    has them: what is told of those about it, or that nothing is."""
    last = turn.talk.last
    told = found.kind not in _IN_TEXT and not found.abstained
    if last is None or not last.links or told or query.parts or not names_neighbours(turn.said):
        return None
    if query.links and not of_the_same(query, last):
        return None
    talk = talk_before(turn.said, turn.talk, turn.catalogue)
    asked = replace(
        last, text=query.text, operation=Operation.WHAT, talk=talk, follow_up=True, measures=()
    )
    again = told_of_neighbours(asked, turn.library, turn.encoder)
    if again is not None:
        return asked, again
    return turn.told(replace(asked, decline=Decline.NOT_IN_DOCUMENTS))


def of_month_said(turn: Turn, query: Query, found: Answer) -> Told | None:
    """What "och i april?" gets where the answer would be the same as before and tells of no such
    month: what is told of that beside what was spoken of, or that nothing is."""
    said = _months(turn.said)
    same = _numbers(found.text) == _numbers(turn.talk.told)
    unlike = same and not (found.abstained or query.parts) and query.operation in _OF_NUMBERS
    quotes = " ".join(source.quote for source in found.citations)
    if turn.talk.last is None or not (said and unlike and query.follow_up):
        return None
    if said & _months(f"{found.text} {quotes}"):
        return None
    asked = replace(query, subject=Subject.PASSAGES)
    again = told_near(asked, turn.library, turn.encoder)
    if again is not None and said & _months(again.text):
        return query, again
    return turn.told(replace(query, decline=Decline.NOT_IN_DOCUMENTS))


def _numbers(text: str) -> set[float]:
    return {number.value for number in find_numbers(text)}


def _months(text: str) -> frozenset[int]:
    return frozenset(filter(None, map(month_of, words(text))))


def _number_told(turn: Turn, query: Query, found: Answer, new: frozenset[str]) -> Answer | None:
    """What a sentence of a document that was quoted tells of it in all `new` words, where rows tell
    nothing, no number that was not told before, or leave out one of the words."""
    if not new or not (found.abstained or is_told(found, turn.talk) or not says(found, new)):
        return None
    again = told_near(replace(query, subject=Subject.PASSAGES), turn.library, turn.encoder)
    quoted = {cited.document for cited in turn.talk.cited}
    if again is None or not {source.document for source in again.citations} <= quoted:
        return None
    return again if says(again, new) and not is_told(again, turn.talk) else None

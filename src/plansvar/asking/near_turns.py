"""Follow-ups for a detail of what was spoken of, told by the sentences about that."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering import told_near, who_answers_near
from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.told_before import is_told
from plansvar.asking.turn import Told, Turn
from plansvar.asking.understanding.completing import new_words, read_anew, says
from plansvar.asking.understanding.talking import talk_before
from plansvar.domain import Answer, AnswerKind

_WHO = (Operation.RESPONSIBLE, Operation.WHO)
_OF_NUMBERS = (Operation.VALUE, Operation.COUNT, Operation.DIFFERENCE)
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
    if query.operation in _WHO:
        near = found.abstained or found.kind in _IN_TEXT
        again = who_answers_near(query, turn.library, turn.encoder) if near else None
    elif query.operation in _OF_NUMBERS and reading.has("operation"):
        again = _number_told(turn, query, found, new_words(reading, turn.catalogue))
    else:
        return None
    if again is None or again.text == turn.talk.told:
        return None
    return replace(last, text=query.text, operation=query.operation, follow_up=True), again


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

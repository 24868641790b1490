"""Question in a conversation → answer, and the conversation after it.

A question is read as it follows the talk. Where that gives no answer it is read in other ways, each
as a whole question: for itself, and with what the talk is about named in it. A reading counts only
where its answer is about what the question says and the talk was about."""

from __future__ import annotations

import time
from dataclasses import replace

from plansvar.asking.answering import told_beside
from plansvar.asking.claims_asked import told_of_claim
from plansvar.asking.conversation import Conversation, of_text
from plansvar.asking.named_turns import of_shared_words, of_the_same_rows, told_completed
from plansvar.asking.near_turns import detail_told, neighbours_told, of_month_said
from plansvar.asking.pronoun_turns import cause_named, cause_of_row
from plansvar.asking.query import Cited, Decline, Operation, Query
from plansvar.asking.quoted_rows import rows_quoted
from plansvar.asking.reworded import told_reworded
from plansvar.asking.row_turns import of_group, of_row
from plansvar.asking.sibling_turns import sibling_told
from plansvar.asking.spelled_turns import (
    in_order_said,
    part_of_told,
    reckoned,
    said_already,
    told_of_line,
    told_spelled_out,
)
from plansvar.asking.text_turns import (
    asked_as_before,
    is_of_something_else,
    of_the_rest,
    told_in_paragraph,
    year_before_told,
)
from plansvar.asking.told_before import is_reckoned
from plansvar.asking.turn import Told, Turn
from plansvar.asking.understanding.carrying import in_year_of_talk, placed
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.completing import (
    OF_NUMBERS,
    is_swap,
    leads_back,
    named,
    read_anew,
)
from plansvar.asking.understanding.limits_asked import limit_asked
from plansvar.asking.understanding.plain_turns import asked_in_talk
from plansvar.asking.understanding.spelled_out import is_bare
from plansvar.asking.understanding.standing_alone import (
    asks_of_municipality,
    follows,
    stands_alone,
)
from plansvar.asking.understanding.unit_turns import as_cause_of_unit
from plansvar.asking.understanding.whole_words import with_whole_words
from plansvar.domain import Answer, AnswerKind, Question
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library

_PAIR = 2  # questions in one
_BARE = 2  # words that ask why and nothing else
# What was declined for these reasons may be told where what was spoken of is named.
_OF_DOCUMENTS = (None, Decline.NOT_IN_DOCUMENTS)


def answer(
    question: Question, conversation: Conversation, library: Library, encoder: Encoder | None
) -> tuple[Answer, Conversation]:
    """The answer to a question in a conversation, and the conversation after it."""
    started = time.perf_counter()
    asked, talk = asked_in_talk(question.text, conversation, catalogue_of(library))
    asked = with_whole_words(asked, talk, catalogue_of(library))
    turn = Turn(asked, talk, library, encoder)
    query, found = _told(turn)
    query, found = told_of_claim(turn, (query, found)) or (query, found)
    if not found.abstained and found.text == conversation.told:
        found = told_beside(query, library, encoder) or found
    rows = [row.id for row in found.rows]
    cited = [Cited(source.document, source.spans) for source in found.citations]
    told = found.kind is AnswerKind.PASSAGE and not (rows or found.abstained)
    spoken = of_text(query, found.text) if told else query
    rows = rows if rows or spoken.links or not told else rows_quoted(cited, library)
    after = conversation.with_turn(spoken, rows, not found.abstained, cited)
    after = replace(after, told=found.text)
    if talk is not conversation and found.abstained:  # it was of what the talk is still about
        after = conversation
    elapsed = round((time.perf_counter() - started) * 1000, 1)
    return replace(found, question=question.text, id=question.id, elapsed_ms=elapsed), after


def _told(turn: Turn) -> Told:
    """The reading of a question that counts, with its answer."""
    spelled = _limited(turn) or told_spelled_out(turn) or _in_order_said(turn)
    if spelled is not None:
        return spelled
    query = turn.following(turn.said)
    if _is_of_nothing(turn, query):
        return turn.told(replace(query, decline=Decline.NOT_IN_DOCUMENTS))
    query, found = _in_year_of_talk(turn, query) or _in_turns(turn, query) or turn.told(query)
    if turn.talk.last is None:
        return told_reworded(turn, found) or (query, found)
    if found.abstained or follows(query):
        query, found = _for_itself(turn, found.abstained) or (query, found)
    query, found = told_of_line(turn, query) or _elsewhere(turn, query, found) or (query, found)
    query, found = _caused(turn, query, found) or (query, found)
    own = cause_named(turn, query, found) or cause_of_row(turn, query, found)
    query, found = own or (query, found)
    if found.abstained and query.decline in _OF_DOCUMENTS:
        own = told_completed(turn) or of_row(turn, query) or of_group(turn, query)
        query, found = own or _of_earlier(turn, query) or (query, found)
    own = of_the_rest(turn, query) or told_in_paragraph(turn, query) or sibling_told(turn, query)
    own = own or year_before_told(turn, query, found) or asked_as_before(turn, query, found)
    own = own or part_of_told(turn, query) or reckoned(turn, query, found)
    own = own or neighbours_told(turn, query, found) or of_month_said(turn, query, found)
    own = own or detail_told(turn, query, found)
    own = own or of_the_same_rows(turn, query, found) or said_already(turn, query, found)
    if own is None and is_of_something_else(turn, query, found):
        return turn.told(replace(query, decline=Decline.NOT_IN_DOCUMENTS))
    return own or (query, found)


def _in_turns(turn: Turn, query: Query) -> Told | None:
    """What two questions in one get ("vilken nämnd hade störst underskott, och varför?"), the
    second put to what the first was told, where the words alone give it no answer."""
    first, second = query.parts if len(query.parts) == _PAIR else (None, None)
    if first is None or second is None or query.pair or second.talk is None or first.follow_up:
        return None
    of_first = first.order is not None and second.operation is Operation.WHY
    if not second.follow_up or not (of_first or turn.told(second)[1].abstained):
        return None
    given, talk = answer(Question(first.text), turn.talk, turn.library, turn.encoder)
    if given.abstained or talk.last is None:
        return None
    again, found = _told(replace(turn, said=second.talk.said, talk=talk))
    if found.abstained or again.parts:
        return None
    return turn.told(replace(query, parts=(talk.last, again)))


def _in_order_said(turn: Turn) -> Told | None:
    """What the last question gets with the other order of this one in it ("och bäst?")."""
    again = in_order_said(turn)
    query, found = _told(again) if again is not turn else (None, None)
    ordered = query is not None and query.order is not None
    return (query, found) if query and found and ordered and not found.abstained else None


def _is_of_nothing(turn: Turn, query: Query) -> bool:
    """ "varför då?", "är det fler än förra året?" after a question that nothing told, where nothing
    was spoken of before it, asks of nothing."""
    lost = turn.talk.missed and query.operation is Operation.WHY and len(turn.said.split()) <= _BARE
    first = turn.talk.earlier is None or turn.talk.earlier.last is None
    numbers = (*OF_NUMBERS, Operation.STATUS, Operation.TARGET)
    lost = lost or (turn.talk.unanswered and first and query.operation in numbers)
    return lost and is_bare(turn.said, query, turn.catalogue)


def _limited(turn: Turn) -> Told | None:
    """What a question gets that holds a value against a limit: the value, with yes or no; null
    where the value is not told."""
    asked = limit_asked(turn.said)
    query = turn.following(asked.text) if asked else None
    if asked is None or query is None or query.not_understood or query.parts or query.decline:
        return None
    return turn.first([replace(query, limit=asked.limit)])


def _in_year_of_talk(turn: Turn, query: Query) -> Told | None:
    """What a question for rows gets in the year that the talk is about, where it names none."""
    if turn.talk.last is None:
        return None
    text = in_year_of_talk(query, turn.said, turn.talk, turn.catalogue)
    dated = turn.following(text) if text else query
    if text and dated.follow_up:
        dated = placed(turn.alone(text), turn.talk.scope)
    if dated is query or dated.not_understood or dated.decline or dated.follow_up:
        return None
    return turn.first([dated])


def _for_itself(turn: Turn, unanswered: bool) -> Told | None:
    """What a question that stands alone gets without the talk before it, in the place and the year
    of the talk where they have an answer; null where it leaves something to the talk or gets
    none."""
    alone = turn.alone(turn.said)
    if not stands_alone(turn.said, alone, unanswered, turn.catalogue):
        return None
    if asks_of_municipality(turn.said, alone, turn.catalogue):
        return turn.first([alone])
    dated = in_year_of_talk(alone, turn.said, turn.talk, turn.catalogue)
    scope = turn.talk.scope
    if dated and not unanswered:  # what follows was told of that year too
        return turn.first([placed(turn.alone(dated), scope)])
    own = (turn.alone(dated), alone) if dated else (alone,)
    return turn.first(dict.fromkeys((*(placed(each, scope) for each in own), alone)))


def _elsewhere(turn: Turn, query: Query, found: Answer) -> Told | None:
    """What the question before gets with the other unit, place or year of this one in it, asked as
    that one was; null where the follow-up is told by rows and nothing is reckoned from them, or
    that is told by none."""
    in_text = found.kind in (AnswerKind.PASSAGE, AnswerKind.NONE)
    since = read_anew(query.base, query.language, turn.catalogue).has("month")
    if (is_reckoned(found) and not since) or not is_swap(
        turn.said, query, turn.talk.last, turn.catalogue
    ):
        return None
    alone = placed(turn.alone(query.base), turn.talk.scope)
    alone = replace(alone, language=query.language)
    if alone.not_understood or alone.parts or alone.decline is not None:
        return None
    again = turn.told(alone)[1]
    by_rows = again.kind not in (AnswerKind.PASSAGE, AnswerKind.NONE)
    told = (by_rows or found.abstained) if in_text else is_reckoned(again)
    if again.abstained or not told:
        return None
    return replace(alone, base=query.base, follow_up=True), again


def _caused(turn: Turn, query: Query, found: Answer) -> Told | None:
    """Why, where a follow-up that asks for that was told by no text: how it went, or how it went
    for the whole, is no cause. It is asked again of the unit that was spoken of, and with what was
    spoken of named in it."""
    followed = query.follow_up and not (query.parts or query.not_understood)
    if query.operation is not Operation.WHY or not followed:
        return None
    if found.kind is AnswerKind.PASSAGE or found.kind is AnswerKind.COMMITMENT:
        return None
    wholes = map(turn.named, named(turn.said, turn.talk, turn.catalogue))
    whole = (q for q in wholes if q.operation is query.operation and not q.not_understood)
    unit = as_cause_of_unit(query, turn.catalogue)
    for asked in (unit, *(replace(each, base=query.base, follow_up=True) for each in whole)):
        again = turn.told(asked)[1] if asked is not query else found
        if again.kind is AnswerKind.PASSAGE and not again.abstained:
            return asked, again
    return None


def _of_earlier(turn: Turn, query: Query) -> Told | None:
    """What a follow-up gets that brings no words of its own, of what the talk was about before its
    last turn: "hur var det 2022?" after when a deficit is to be made good."""
    if turn.talk.rows:  # what was told right before is what it is asked of
        return None
    earlier = turn.talk.earlier if leads_back(turn.said, query, turn.catalogue) else None
    again = of_shared_words(turn) if query.follow_up else None
    if again is None and (earlier is None or earlier.last is None):
        return None
    query, found = again or _told(replace(turn, talk=earlier or turn.talk))
    ways = (AnswerKind.PASSAGE, AnswerKind.COMMITMENT)
    lost = query.operation is Operation.WHY and found.kind not in ways
    return None if found.abstained or lost or not query.follow_up else (query, found)

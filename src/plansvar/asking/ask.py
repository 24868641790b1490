"""Question in a conversation → answer, and the conversation after it."""

from __future__ import annotations

import time
from dataclasses import replace

from plansvar.asking.answering import answer_query, told_beside
from plansvar.asking.conversation import Conversation, of_text
from plansvar.asking.query import Cited, Decline, Operation, Query
from plansvar.asking.understanding.carrying import in_year_of_talk, placed
from plansvar.asking.understanding.catalogue import catalogue_of
from plansvar.asking.understanding.completing import (
    asks_number,
    completed,
    named,
    of_the_same,
    points_at,
    tells,
)
from plansvar.asking.understanding.standing_alone import follows, stands_alone
from plansvar.asking.understanding.understanding import understand
from plansvar.domain import Answer, AnswerKind, Question
from plansvar.engines.protocol import Encoder
from plansvar.index.library import Library
from plansvar.language.numbers import find_numbers

# What was declined for these reasons may be told where what was spoken of is named.
_OF_DOCUMENTS = (None, Decline.NOT_IN_DOCUMENTS)


def answer(
    question: Question, conversation: Conversation, library: Library, encoder: Encoder | None
) -> tuple[Answer, Conversation]:
    """The answer to a question in a conversation, and the conversation after it."""
    started = time.perf_counter()
    query = understand(question.text, conversation, library, encoder)
    dated = _in_year_of_talk(question, query, conversation, library, encoder)
    query, found = dated or (query, answer_query(query, library, encoder))
    if conversation.last is not None and (found.abstained or follows(query)):
        whole = _for_itself(question, conversation, found.abstained, library, encoder)
        query, found = whole or (query, found)
        if found.abstained and query.decline in _OF_DOCUMENTS:
            query, found = _completed(question, conversation, library, encoder) or (query, found)
    query, found = _of_the_same(question, conversation, query, found, library, encoder)
    if not found.abstained and found.text == conversation.told:
        found = told_beside(query, library, encoder) or found
    rows = [row.id for row in found.rows]
    cited = [Cited(source.document, source.spans) for source in found.citations]
    told = found.kind is AnswerKind.PASSAGE and not (rows or found.abstained)
    spoken = of_text(query, found.text) if told else query
    after = conversation.with_turn(spoken, rows, not found.abstained, cited)
    after = replace(after, told=found.text)
    elapsed = round((time.perf_counter() - started) * 1000, 1)
    return replace(found, question=question.text, id=question.id, elapsed_ms=elapsed), after


def _in_year_of_talk(
    question: Question,
    query: Query,
    conversation: Conversation,
    library: Library,
    encoder: Encoder | None,
) -> tuple[Query, Answer] | None:
    """What a question for rows gets in the year that the talk is about, where it names none."""
    if conversation.last is None:
        return None
    catalogue = catalogue_of(library)
    text = in_year_of_talk(query, question.text, conversation.last, catalogue)
    dated = understand(text, conversation, library, encoder) if text else query
    if dated is query or dated.not_understood or dated.decline or dated.follow_up:
        return None
    found = answer_query(dated, library, encoder)
    return None if found.abstained else (dated, found)


def _for_itself(
    question: Question,
    conversation: Conversation,
    unanswered: bool,
    library: Library,
    encoder: Encoder | None,
) -> tuple[Query, Answer] | None:
    """What a question that stands alone gets without the talk before it, in the place of the talk
    where that has an answer; null where it leaves something to the talk or gets none."""
    alone = understand(question.text, Conversation(), library, encoder)
    if not stands_alone(question.text, alone, unanswered, catalogue_of(library)):
        return None
    for query in dict.fromkeys((placed(alone, conversation.scope), alone)):
        found = answer_query(query, library, encoder)
        if not found.abstained:
            return query, found
    return None


def _of_the_same(
    question: Question,
    conversation: Conversation,
    query: Query,
    found: Answer,
    library: Library,
    encoder: Encoder | None,
) -> tuple[Query, Answer]:
    """The answer to a follow-up that is about what the talk is about, where it was taken for one
    about something else, or told no number that was not told before: asked with that named in it,
    it is told of the same rows, and reckoned where no number is printed."""
    turned = not of_the_same(query, conversation.last)
    catalogue = catalogue_of(library)
    pointing = turned and points_at(question.text, conversation, catalogue)
    counting = asks_number(question.text, query, catalogue) and _is_told(found, conversation)
    if conversation.last is None or not (pointing or counting):
        return query, found
    for whole in named(question.text, conversation, catalogue):
        alone = placed(understand(whole.text, Conversation(), library, encoder), conversation.scope)
        if alone.not_understood or alone.parts or not of_the_same(alone, conversation.last):
            continue
        again = answer_query(alone, library, encoder)
        reckoned = any(statement.calculation for statement in again.statements)
        if not again.abstained and (reckoned or pointing) and again.text != conversation.told:
            base = whole.text if turned else query.base
            return replace(alone, base=base, follow_up=True), again
    return query, found


def _is_told(found: Answer, conversation: Conversation) -> bool:
    """Whether an answer has no number that the one before it did not have."""
    before = {number.value for number in find_numbers(conversation.told)}
    return all(number.value in before for number in find_numbers(found.text))


def _completed(
    question: Question, conversation: Conversation, library: Library, encoder: Encoder | None
) -> tuple[Query, Answer] | None:
    """What a follow-up gets where what was spoken of is named in it; null where no such question
    is understood whole and told in all of its new words."""
    catalogue = catalogue_of(library)
    for whole in completed(question.text, conversation, catalogue):
        alone = understand(whole.text, Conversation(), library, encoder)
        query = placed(alone, conversation.scope)
        if query.not_understood or query.parts:
            continue
        found = answer_query(query, library, encoder)
        vague = found.kind is AnswerKind.PASSAGE and query.operation is Operation.WHAT
        new = not (found.abstained or vague) and found.text != conversation.told
        if new and tells(found, whole, query, catalogue):
            return query, found
    return None

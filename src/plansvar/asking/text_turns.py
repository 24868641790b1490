"""Follow-ups in a talk that running text was told in, or that only swap a word of the question
before."""

from __future__ import annotations

import re
from dataclasses import replace

from plansvar.asking.answering import told_near
from plansvar.asking.query import Operation, Query, Subject
from plansvar.asking.telling_roots import is_form, root, telling_roots
from plansvar.asking.turn import Told, Turn
from plansvar.asking.understanding.carrying import placed
from plansvar.asking.understanding.completing import asked_words, new_words, read_anew, says
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.merging import topic_of
from plansvar.asking.understanding.talking import talk_before
from plansvar.domain import Answer
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

_FEWEST = 2  # a preposition and what it is of
# What a sentence of a paragraph that was quoted need not be asked for: causes, pages, and how far
# rows are from something.
_NEVER = (Operation.WHY, Operation.HOW, Operation.PAGE, Operation.DIFFERENCE, Operation.COMPARE)


def told_in_paragraph(turn: Turn, query: Query) -> Told | None:
    """What a follow-up gets of the paragraph that was quoted, where no row was told and a sentence
    of it says all that the question does ("och bland unga?" after how many are out of work)."""
    last, cited = turn.talk.last, turn.talk.cited
    if last is None or turn.talk.rows or not cited or query.parts or query.operation in _NEVER:
        return None
    reading = read_anew(turn.said, query.language, turn.catalogue)
    if not (query.follow_up or any(token.key in grammar()["it"] for token in reading.tokens)):
        return None
    new = asked_words(turn.said, turn.library, query.language)
    if not new or reading.found.scope.organisations or reading.found.scope.municipalities:
        return None
    talk = talk_before(turn.said, turn.talk, turn.catalogue)
    near = replace(talk, about=()) if talk else None
    asked = replace(query, subject=Subject.PASSAGES, links=(), talk=near)
    again = told_near(asked, turn.library, turn.encoder)
    if again is None or not says(again, new) or not _is_beside(turn, again):
        return None
    if again.text == turn.talk.told:
        return None
    return replace(last, text=turn.said, follow_up=True), again


def is_of_something_else(turn: Turn, query: Query, found: Answer) -> bool:
    """Whether "och bland unga?" after what running text told was taken for rows that neither are of
    what was spoken of nor are called by the word."""
    last = turn.talk.last
    rows = [turn.catalogue.by_row[r.id].text for r in found.rows if r.id in turn.catalogue.by_row]
    if last is None or turn.talk.rows or last.links or not rows or not query.follow_up:
        return False
    reading = read_anew(turn.said, query.language, turn.catalogue)
    new = new_words(reading, turn.catalogue)
    if not new or reading.has("operation") or reading.found.used:
        return False
    topic = telling_roots(topic_of(last.base or last.text, turn.catalogue, last.language))
    told = [root(word) for row in rows for word in words(row)]
    return not any(is_form(each, word) for each in (*new, *topic) for word in told)


def year_before_told(turn: Turn, query: Query, found: Answer) -> Told | None:
    """ "och året innan?" that nothing answers, after a sentence that tells of the year before too
    ("47 i augusti, mot 39 ett år tidigare"): that sentence."""
    last = turn.talk.last
    if last is None or turn.talk.rows or query.parts or not found.abstained:
        return None
    reading = read_anew(turn.said, query.language, turn.catalogue)
    bare = reading.has("relative_year") and not new_words(reading, turn.catalogue)
    before = re.search(vocabulary("talks")["year_before"]["told"], fold(turn.talk.told))
    again = turn.told(last)[1] if bare and before else found
    return None if again.abstained else (replace(last, follow_up=True), again)


def _is_beside(turn: Turn, found: Answer) -> bool:
    """Whether all that an answer quotes stands in paragraphs that were quoted before."""
    return all(
        any(
            _same_paragraph(turn, source.document, span.start, before.start)
            for cited in turn.talk.cited
            if cited.document == source.document
            for before in cited.spans
            for span in source.spans
        )
        for source in found.citations
    )


def _same_paragraph(turn: Turn, path: str, one: int, other: int) -> bool:
    blocks = turn.library.document(path).blocks
    return any(
        b.span.start <= one < b.span.end and b.span.start <= other < b.span.end for b in blocks
    )


def asked_as_before(turn: Turn, query: Query, found: Answer) -> Told | None:
    """What "och på särskilt boende?" gets as the whole question before with those words behind its
    last preposition, where the follow-up itself was told by nothing."""
    last = turn.talk.last
    if last is None or not found.abstained or query.parts:
        return None
    text = _with_end(last.base or last.text, turn, query.language)
    alone = placed(turn.alone(text), turn.talk.scope) if text else query
    if alone is query or alone.not_understood or alone.parts or alone.decline is not None:
        return None
    again = turn.told(alone)[1]
    new = new_words(read_anew(turn.said, query.language, turn.catalogue), turn.catalogue)
    if again.abstained or not new:
        return None
    return replace(alone, base=alone.text, follow_up=True), again


def of_the_rest(turn: Turn, query: Query) -> Told | None:
    """ "och de som inte var det?" after goals that are met: the whole question before with the word
    for no in it, so that it is told by what judges them, as that was."""
    last = turn.talk.last
    if last is None or last.links or last.follow_up:
        return None
    if not (last.conditions.target_state or last.goals):
        return None
    held, asked = last.conditions, query.conditions
    turned = asked.negated or asked.target_state not in (None, held.target_state)
    if not query.follow_up or not turned or held.negated:
        return None
    base = last.base or last.text
    reading = read_anew(base, last.language, turn.catalogue)
    places = (*reading.places("target_state"), *reading.places("verdict"))
    if len(places) != 1:
        return None
    asked_now = [token.text for token in reading.tokens]
    asked_now.insert(places[0].start, vocabulary("talks")["rest"][last.language])
    alone = placed(turn.alone(" ".join(asked_now)), turn.talk.scope)
    if alone.not_understood or alone.parts:
        return None
    return turn.first([replace(alone, follow_up=True)])


def _with_end(base: str, turn: Turn, language: str) -> str:
    """ "hur länge väntar man på bygglov" and "och på särskilt boende?" as one question; empty where
    the turn is more than a preposition that the question before has too, and what stands behind."""
    tokens = [t.text for t in read_anew(turn.said, language, turn.catalogue).tokens]
    small = (*grammar()["joins"], *grammar()["joining_last"])
    while tokens and fold(tokens[0]) in small:
        tokens.pop(0)
    while tokens and fold(tokens[-1]) in small:
        tokens.pop()
    if len(tokens) < _FEWEST or fold(tokens[0]) not in grammar()["prepositions"]:
        return ""
    before, preposition, _ = base.rpartition(f" {tokens[0]} ")
    return f"{before} {' '.join(tokens)}" if preposition else ""

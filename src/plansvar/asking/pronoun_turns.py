"""Follow-ups that ask why what was spoken of is so, with its name in the place of the pronoun."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.evidence.selecting import newest_key
from plansvar.asking.query import Decline, Operation, Query, Subject
from plansvar.asking.telling_roots import telling_roots
from plansvar.asking.turn import Told, Turn
from plansvar.asking.understanding.completing import (
    Completed,
    asked_words,
    of_the_same,
    read_anew,
    says,
)
from plansvar.asking.understanding.implied import people_roots
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.name_forms import BEHIND
from plansvar.domain import Answer, AnswerKind
from plansvar.language.vocabulary import vocabulary

_HALF = 2  # so many times the words of a name that are told


def cause_named(turn: Turn, query: Query, found: Answer) -> Told | None:
    """What "varför har det blivit bättre?" gets with the name of the one thing spoken of in it,
    where that is told by a newer document: what an older one tells may be the contrary."""
    last = turn.talk.last
    asks = query.operation is Operation.WHY and query.premise is not None and query.follow_up
    if last is None or not asks or len(query.links) != 1 or not of_the_same(query, last):
        return None
    text = _with_name(turn, query, BEHIND.sub("", query.links[0].name))
    if text is None:
        return None
    whole = turn.named(Completed(text, ""))
    same = whole.operation is Operation.WHY and of_the_same(whole, query)
    if whole.not_understood or whole.parts or not same or whole.premise != query.premise:
        return None
    again = turn.told(whole)[1]
    if again.abstained or again.kind is not AnswerKind.PASSAGE:
        return None
    if found.kind is AnswerKind.PASSAGE and not _is_newer(turn, again, found):
        return None
    return replace(whole, base=query.base, follow_up=True), again


def _is_newer(turn: Turn, one: Answer, other: Answer) -> bool:
    """Whether all that an answer cites is newer than all that the other does."""
    keys = [
        [newest_key(turn.library.document(source.document)) for source in each.citations]
        for each in (one, other)
    ]
    return bool(all(keys)) and max(keys[0]) < min(keys[1])


def cause_of_row(turn: Turn, query: Query, found: Answer) -> Told | None:
    """Why, where what was told says nothing of the row that is asked about nor of what the question
    says: the cause that is told of the row by its name, or that none is."""
    told = found.kind is AnswerKind.PASSAGE and not found.abstained
    if not (told and query.operation is Operation.WHY and query.language == "sv"):
        return None
    if turn.talk.last is None or len(query.links) != 1 or query.subject is not Subject.INDICATORS:
        return None
    name = BEHIND.sub("", query.links[0].name)
    said = asked_words(turn.said, turn.library, query.language) - people_roots()
    own = telling_roots(name)
    told_of = [each for each in own if says(found, [each])]
    if _HALF * len(told_of) >= len(own) or any(says(found, [each]) for each in said):
        return None
    if _stands_by_row(turn, query, found):
        return None
    whole = turn.named(Completed(vocabulary("talks")["spelled"]["cause"].format(name=name), ""))
    if whole.not_understood or whole.parts or whole.operation is not Operation.WHY:
        return None
    again = turn.told(whole)[1]
    if again.text == found.text:
        return None
    if again.abstained:
        return turn.told(replace(query, decline=Decline.NOT_IN_DOCUMENTS))
    return replace(whole, base=query.base, follow_up=True), again


def _stands_by_row(turn: Turn, query: Query, found: Answer) -> bool:
    """Whether all that is quoted stands in sections of the rows, or in documents without them."""
    places = [turn.catalogue.place_of[r] for link in query.links for r in link.rows]
    own = {(place.document_id, place.section) for place in places}
    known = {place.document_id for place in places}
    for source in found.citations:
        document = turn.library.document(source.document)
        section = document.section_at(source.spans[0].start) if source.spans else None
        within = section is not None and (source.document, section.path) in own
        if source.document in known and not within:
            return False
    return True


def _with_name(turn: Turn, query: Query, name: str) -> str | None:
    """The words with the name in the place of the one pronoun; null where there are none or
    several."""
    tokens = read_anew(turn.said, query.language, turn.catalogue).tokens
    places = [n for n, token in enumerate(tokens) if token.key in grammar()["it"]]
    if len(places) != 1:
        return None
    return " ".join(name if n == places[0] else token.text for n, token in enumerate(tokens))

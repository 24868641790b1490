"""A sentence that says all that is asked, where the rows that were found leave some of it untold:
"vilka beslut är inte verkställda?" is not told by amounts that were decided."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.passages import sort_asked
from plansvar.asking.passages.whole import find_telling, untold_words
from plansvar.asking.query import Operation, Query
from plansvar.domain import AnswerKind
from plansvar.language.folding import words

_PLAIN = (Operation.VALUE, Operation.WHAT, Operation.HOW, Operation.LIST)


def rather_in_text(task: Task, made: Draft) -> Draft:
    """The draft; quoted text where that tells each word of the question and the draft does not."""
    query = task.query
    if made.abstained or made.kind is not AnswerKind.AMOUNT or query.operation not in _PLAIN:
        return made
    if query.follow_up or query.not_understood or not query.links or sort_asked(query.text):
        return made
    if not untold_words(query, _told_of(made, query), task.library):
        return made
    found = find_telling(query, task.library)
    facts = [fact for passage in found for fact in passage_facts(task, passage)]
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts))) if facts else made


def _told_of(made: Draft, query: Query) -> str:
    """What the rows tell, with the words of the question that they were linked to; a link to all
    of a question names no word of it."""
    parts = (part.text for link in query.links for part in link.words)
    linked = (text for text in parts if words(text) != words(query.text))
    names = (link.name for link in query.links)
    return " ".join((*(each.fact.text for each in made.said), *linked, *names))

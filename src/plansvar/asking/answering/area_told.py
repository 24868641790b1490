"""Goals of an area that only running text states ("Målet är att alla hushåll ska ha bredband")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.evidence import selecting
from plansvar.asking.passages import passage_of
from plansvar.asking.query import Decline, Subject
from plansvar.asking.understanding.areas_said import areas_said
from plansvar.asking.understanding.tokens import tokenise
from plansvar.domain import AnswerKind, BlockKind, Document, Span
from plansvar.language.areas import Area
from plansvar.language.folding import words
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_MOST = 3
_OPENING = 4  # among how many words the goal stands in a sentence that says which it is


def asks_of_area_told(task: Task) -> bool:
    """Whether goals of an area are asked for that no row is of."""
    return bool(task.query.area) and task.query.subject is Subject.PASSAGES


def answer_area_told(task: Task) -> Draft:
    """The sentences that state such goals, of the newest document that has any; else a plain no."""
    named = [said.area for said in areas_said(tokenise(task.query.area))]
    for document in selecting.documents_asked(task.query.scope, task.library):
        found = [span for area in named for span in _told(document, area)][:_MOST]
        passages = [passage_of(document, (span,)) for span in found]
        facts = [fact for passage in passages for fact in passage_facts(task, passage)]
        if facts:
            return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))
    return answer_declined(task, Decline.NOT_IN_DOCUMENTS)


def _told(document: Document, area: Area) -> Iterator[Span]:
    """The sentences that name the area and its goal, or what it shall do under a heading for
    goals."""
    headed = [s.span for s in document.sections if _names_goal(words(s.path[-1]))]
    for block in document.blocks:
        if block.kind not in _PROSE or not area.has(document.quote(block.span)):
            continue
        under = any(span.holds(block.span) for span in headed)
        for span in sentences(document.text, block.span):
            said = document.quote(span)
            if area.has(said) and _states_goal(words(said), under):
                yield Span(span.start, span.end)


def _states_goal(said: list[str], under: bool) -> bool:
    told = vocabulary("goalsentences")
    modal = not set(said).isdisjoint(told["modals"])
    return (modal and (under or _names_goal(said))) or _says_which(said)


def _says_which(said: list[str]) -> bool:
    """ "Det finansiella målet för 2027 är ett positivt resultat": it opens with the goal and
    does not judge it."""
    own = vocabulary("goallevels")["one"]["nouns"]
    goal = next((i for i, word in enumerate(said[:_OPENING]) if word in own), None)
    if goal is None:
        return False
    behind = said[goal:]
    stated = not set(behind).isdisjoint(vocabulary("goalsentences")["goal_is"])
    return stated and _verdict_words().isdisjoint(behind)


@cache
def _verdict_words() -> frozenset[str]:
    told = vocabulary("assessments")
    forms = (*told["words"].values(), *told["colours"].values())
    return frozenset(word for each in forms for form in each for word in words(form))


def _names_goal(said: list[str]) -> bool:
    return not set(said).isdisjoint(vocabulary("goallevels")["nouns"])

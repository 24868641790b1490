"""How the financial goals went, where no row judges them and running text does: "fullmäktige har
tre finansiella mål. Två av dem nås. Resultatmålet nås inte, eftersom …"."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.goals_told import documents_that_tell
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.evidence import selecting
from plansvar.asking.goal_levels import financial_goals, names_financial
from plansvar.asking.passages import passage_of
from plansvar.asking.passages.verdicts import judges, paragraphs, says_so
from plansvar.asking.query import Operation
from plansvar.domain import AnswerKind, Document, Span
from plansvar.language.folding import words
from plansvar.language.vocabulary import vocabulary

_MOST = 2  # reports that are told
_BEHIND = 4  # sentences behind the one that names the goals
_OPERATIONS = (
    Operation.WHAT,
    Operation.LIST,
    Operation.COUNT,
    Operation.VALUE,
    Operation.STATUS,
    Operation.HOW,
    Operation.SUMMARISE,
)


def asks_how_financial_went(task: Task) -> bool:
    """Whether it is asked how the financial goals went, and no row judges any of them."""
    query = task.query
    if query.operation not in _OPERATIONS or not names_financial(words(query.text)):
        return False
    if query.scope.organisations or query.conditions.responsible or query.not_understood:
        return False
    judged = judges(query.text) or bool(query.premise or query.conditions.target_state)
    scope = query.scope
    return (judged or _asks_how(query.text)) and not selecting.rows_in_scope(
        financial_goals(task.library), scope, task.library
    )


def answer_how_financial_went(task: Task) -> Draft:
    """What the newest reports say of it, each where it says most."""
    facts = []
    for document in documents_that_tell(task):
        spans = max(_told(document), key=len, default=())
        facts += passage_facts(task, passage_of(document, spans)) if spans else []
        if len(facts) >= _MOST:
            break
    return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))


def _told(document: Document) -> Iterator[tuple[Span, ...]]:
    """The sentences of a paragraph from the one that names the goals to the last one that judges
    any of them; what only says what is aimed at tells nothing."""
    for _, told in paragraphs(document):
        for n, span in enumerate(told):
            if not names_financial(words(document.quote(span))):
                continue
            behind = told[n : n + 1 + _BEHIND]
            judged = [at for at, each in enumerate(behind) if says_so(document.quote(each))]
            if judged:
                yield tuple(behind[: judged[-1] + 1])


def _asks_how(text: str) -> bool:
    first = next(iter(words(text)), "")
    return first in vocabulary("goallevels")["quantities"]["how"]

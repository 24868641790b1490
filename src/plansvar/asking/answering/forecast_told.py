"""How a forecast has gone since an earlier month, where no table prints both: what the text says of
that; a budget against another one tells nothing of it."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.declining import answer_declined
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.forecast_steps import (
    answer_forecast_steps,
    asks_of_forecast_steps,
    months_named,
    names_unit,
    says_forecast,
)
from plansvar.asking.answering.money_rows import is_all_units
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.telling_sentences import telling_sentences
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import is_interim, last_month
from plansvar.asking.passages.units import heading_at
from plansvar.asking.query import Decline, Subject
from plansvar.asking.telling_roots import telling_roots
from plansvar.domain import Amount, AnswerKind, Document, Span
from plansvar.language.folding import fold, words
from plansvar.language.months import month_of
from plansvar.language.vocabulary import vocabulary

_NEAR = 2  # words from what says since when to the month
_MOST = 3


def answer_forecast(task: Task) -> Draft:
    """Both forecasts of the lines that are asked for, behind what the text says of the whole where
    no unit is named; a plain no where a forecast since a month is told by neither."""
    since = asks_since_month(task)
    task = _of_newest_report(task) if since else task
    steps = answer_forecast_steps(task)
    told = _told(task) if since and (not steps.said or _is_of_whole(task, steps)) else ()
    if told or steps.said:
        kind = AnswerKind.AMOUNT if steps.said else AnswerKind.PASSAGE
        shown = told[:1] if steps.said else told
        return Draft(kind, (*shown, *steps.said), steps.rows)
    return answer_declined(task, Decline.NOT_IN_DOCUMENTS) if since else steps


def _is_of_whole(task: Task, steps: Draft) -> bool:
    """Whether only lines for all units together were told."""
    amounts = [row for row in steps.rows if isinstance(row, Amount)]
    return not names_unit(task) and all(map(is_all_units, amounts))


def asks_since_month(task: Task) -> bool:
    """Whether it is asked how the forecast of money has gone since a month ("sedan april")."""
    said = words(fold(task.query.text))
    since = vocabulary("compared")["forecast"]["since"]
    after = (said[n + 1 : n + 1 + _NEAR] for n, word in enumerate(said) if word in since)
    earlier = any(month_of(word) for near in after for word in near)
    return earlier and task.query.subject in (Subject.AMOUNTS, Subject.PASSAGES)


def asks_forecast_since(task: Task) -> bool:
    return asks_of_forecast_steps(task) and asks_since_month(task)


def _of_newest_report(task: Task) -> Task:
    """Asked of the newest report: the month that it is told since is not that of the report."""
    scope, asked = task.query.scope, months_named(task.query.text)
    named = (task.library.document(path) for path in scope.documents)
    kept = tuple(d.path for d in named if last_month(d) not in asked)
    return replace(task, query=replace(task.query, scope=replace(scope, documents=kept)))


def _told(task: Task) -> tuple[Said, ...]:
    """The sentences of the newest report that speak of a forecast, of that month, and of the unit
    that is named."""
    documents = selecting.documents_asked(task.query.scope, task.library)
    for document in filter(is_interim, documents):
        found = telling_sentences(document, task.library, lambda text: _tells(task, text))
        told = [p for p in found if _is_of_unit(task, document, p.evidence.spans[0])][:_MOST]
        facts = [fact for passage in told for fact in passage_facts(task, passage)]
        if facts:
            return tuple(map(Said, facts))
    return ()


def _tells(task: Task, text: str) -> bool:
    asked = months_named(task.query.text)
    return says_forecast(text) and not asked.isdisjoint(months_named(text))


def _is_of_unit(task: Task, document: Document, span: Span) -> bool:
    """Whether a sentence names the unit that is asked about, or stands under its name."""
    links = (link.name for link in task.query.links)
    names = [*task.query.scope.organisations, *links, *task.query.not_understood]
    told = telling_roots(f"{document.quote(span)} {heading_at(document, span)}")
    return all(telling_roots(name) <= told for name in names if not says_forecast(name))

"""What is to be done where a risk comes true, or so that it does not: the measure that the
risk's own row prints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.rows import name_fact, quoted
from plansvar.asking.evidence import selecting
from plansvar.asking.passages.measures import find_measures
from plansvar.asking.passages.terms import Term, telling_words
from plansvar.asking.passages.wording import asked_terms
from plansvar.domain import AnswerKind, Indicator
from plansvar.language.folding import fold, told_stems, words
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

_SURE = 0.6
_HALF = 0.5  # of what is said to happen, and of a risk's name, that has to be the same


def asks_for_risk_measure(task: Task) -> bool:
    """Whether it is asked what is done if something happens that a document has as a risk."""
    return bool(_risks(task))


def answer_risk_measure(task: Task) -> Draft:
    """The measure that is printed for the risk, and who answers for it."""
    rows = _risks(task)
    return Draft(AnswerKind.INDICATOR, tuple(s for row in rows for s in _said(task, row)), rows)


def _said(task: Task, row: Indicator) -> list[Said]:
    name, span = name_fact(task, row), row.comment_span
    if span is None or not words(task.document(row).quote(span)):
        return [Said(task.say("risks.unmet", name=name))]
    told = [Said(task.say("risks.met", name=name, quote=quoted(task.document(row), span)))]
    if row.responsible:
        units = ", ".join(row.responsible)
        told.append(Said(task.say("row.responsible", name=name, units=units)))
    return told


def _risks(task: Task) -> tuple[Indicator, ...]:
    """The rows of tables of risks that say what the question says may happen; those that say most
    of it."""
    happening = _happening(task)
    if not happening:
        return ()
    kind = str(vocabulary("tables")["risks"]["kind"])
    scope = replace(task.query.scope, sections=(), years=())
    rows = [row for row in task.library.indicators() if row.kind == kind]
    named = {
        row: share
        for row in selecting.rows_in_scope(rows, scope, task.library)
        if (share := _named(row.name, happening)) is not None
    }
    best = max(named.values(), default=0.0)
    return tuple(row for row, share in named.items() if share == best)


def _happening(task: Task) -> tuple[Term, ...]:
    """The words of the question that tell what may happen, its things before what comes of them;
    none where it asks something else. What is done about a matter as such is told by running text
    where there is any."""
    text = fold(task.query.text)
    ends, about = _ends("asked", text), _ends("about", text)
    if about and not find_measures(task.query, task.library):
        ends += about
    if not ends:
        return ()
    said = set(words(text[min(ends) :]))
    terms = asked_terms(task.query, task.library).items
    telling = tuple(t for t in terms if not t.soft and said.issuperset(words(t.word)))
    return tuple(t for t in telling if not is_verb(words(t.word)[0])) or telling


def _ends(which: str, text: str) -> list[int]:
    """Where the forms of asking end that a text has."""
    return [found.end() for pattern in _forms(which) if (found := pattern.search(text))]


def _named(name: str, happening: Sequence[Term]) -> float | None:
    """How much of what may happen a risk's name says; null where it says something else."""
    held = frozenset(told_stems(name))
    said = [term for term in happening if term.factor(held) > _SURE]
    share = sum(t.weight for t in said) / (sum(t.weight for t in happening) or 1.0)
    own = telling_words(_clauses().split(fold(name))[0])
    meant = [w for w in own if any(t.factor(frozenset(told_stems(w))) > _SURE for t in said)]
    enough = share >= _HALF and len(meant) >= _HALF * len(own)
    return share if said and enough else None


@cache
def _clauses() -> re.Pattern[str]:
    """What opens a clause that only tells more of a name ("It-angrepp som stoppar system")."""
    opening = "|".join(vocabulary("passages")["roles"]["clauses"])
    return re.compile(rf" (?:{opening}) ")


@cache
def _forms(which: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, vocabulary("riskwords")["met"][which]))

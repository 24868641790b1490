"""Why the whole municipality went over or short, or came out better or worse than planned: what is
printed instead where it did not, else what is told of it, else both figures, or how it went. The
cause that a board gives of its own money is none of the whole."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.balances import about_other_money, answer_balance, is_whole_name
from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.money import lines
from plansvar.asking.answering.money_changes import planned_pairs
from plansvar.asking.answering.money_pairs import Pair, off_plan_fact
from plansvar.asking.answering.money_rows import year_of
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.basics import PLANS
from plansvar.asking.evidence import selecting, words
from plansvar.asking.passages import find_whole_causes
from plansvar.asking.passages.wording import asked_terms
from plansvar.asking.query import Operation
from plansvar.domain import AnswerKind, DocumentKind
from plansvar.language.folding import words as split

_SIDES = {"deficit": -1, "surplus": 1}


def asks_why_of_whole(task: Task) -> bool:
    """Whether the cause is asked for of the whole result, by words for that and no others."""
    return task.query.operation is Operation.WHY and _is_of_whole(task)


def asks_how_far_off_plan(task: Task) -> bool:
    """Whether it is asked how much better or worse than planned the whole result is."""
    query, money = task.query, task.query.money
    apart = query.operation is Operation.DIFFERENCE and not query.against_years
    return apart and money is not None and money.against_plan and _is_of_whole(task)


def answer_how_far_off_plan(task: Task) -> Draft:
    """Both figures of the newest report, with a no before them where it went the other way."""
    pairs = _pairs(task)
    fact = off_plan_fact(task, pairs[0]) if pairs else None
    if fact is None:
        return Draft(AnswerKind.AMOUNT, ())
    said = _not_so(task, pairs, fact) or fact
    return Draft(AnswerKind.AMOUNT, (Said(said),), tuple(pairs[0]))


def _not_so(task: Task, pairs: list[Pair], fact: Fact) -> Fact | None:
    """That it did not go as the question takes it, where it went the other way."""
    side = _side(task)
    steps = [(after.value or 0.0) - (plan.value or 0.0) for plan, after in pairs]
    if not all(_SIDES[side] * step < 0 for step in steps):
        return None
    key = "not_worse" if side == "deficit" else "not_better"
    return task.say(f"money_not_so.{key}_than_planned", fact=fact)


def _is_of_whole(task: Task) -> bool:
    """Whether the whole result is spoken of, by words for that and no others."""
    query = task.query
    money = query.money
    if money is None or money.side not in _SIDES:
        return False
    if money.investing or query.scope.organisations or query.not_understood or query.follow_up:
        return False
    telling = {term.word for term in asked_terms(query, task.library).items if not term.soft}
    text = set(split(query.text))
    whole = not text.isdisjoint((*_words("municipality"), *_words("result")))
    known = {*_words("asked"), *_words("line"), *_words("municipality"), *_words("core")}
    of_whole = all(not known.isdisjoint(split(link.name)) for link in query.links)
    # Without a word for the municipality or its result a deficit may be any board's.
    told = known if whole else known.difference(_words("core"))
    said = whole or not text.isdisjoint(_words("core"))
    return said and of_whole and telling <= told


def _words(name: str) -> tuple[str, ...]:
    return tuple(words.vocabulary_list("balance", name))


def answer_why_of_whole(task: Task) -> Draft:
    """The premise set right, the cause that is told, or both figures."""
    side = _side(task)
    pairs = _pairs(task) if task.query.money and task.query.money.against_plan else []
    fact = off_plan_fact(task, pairs[0]) if pairs else None
    if fact and (contrary := _not_so(task, pairs, fact)) is not None:
        return Draft(AnswerKind.AMOUNT, (Said(contrary),), tuple(pairs[0]))
    told = find_whole_causes(task.query, side, task.library)
    if not told and _is_so(task, side):
        said_so = replace(task.query, text=_words(f"whole_{side}")[0])
        told = find_whole_causes(said_so, side, task.library)
    if told:
        facts = [fact for passage in told for fact in passage_facts(task, passage)]
        return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))
    if fact is None:
        return answer_balance(task)
    return Draft(AnswerKind.AMOUNT, (Said(fact),), tuple(pairs[0]))


def _side(task: Task) -> str:
    """Which way it is said to have gone; a lower result is a worse one."""
    said = set(split(task.query.text))
    for side, name in (("deficit", "lower"), ("surplus", "higher")):
        if not said.isdisjoint(_words(name)):
            return side
    return (task.query.money.side if task.query.money else None) or ""


def _is_so(task: Task, side: str) -> bool:
    """Whether the whole result came out on the side that is asked about."""
    return any(_SIDES[side] * (outcome.value or 0.0) > 0 for _, outcome in _pairs(task))


def _pairs(task: Task) -> list[Pair]:
    """What the whole result was planned to be and what it came to, in the newest report that prints
    both, of the years asked for."""
    years = {*task.query.scope.years, *task.query.scope.document_years}
    documents = selecting.documents_asked(task.query.scope, task.library)
    if not set(split(task.query.text)).isdisjoint(_words("was")):
        documents.sort(key=lambda document: document.kind is not DocumentKind.ANNUAL)
    for document in documents:
        if document.kind in PLANS or (years and document.year not in years):
            continue
        own = (r for r in task.library.amounts() if r.place.document_id == document.path)
        whole = [r for r in own if r.headings and is_whole_name(r.what)]
        whole = [r for r in whole if r.place.organisation is None and not about_other_money(r)]
        of_year = [r for r in whole if year_of(task, r) in {None, document.year}]
        pairs = planned_pairs(lines(of_year))
        if pairs:
            return pairs
    return []

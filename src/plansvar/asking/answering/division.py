"""How something is divided, with the rule that a text tells for it."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.passages.divided import asks_of_division, find_rule
from plansvar.domain import AnswerKind


def asks_how_divided(task: Task) -> bool:
    return asks_of_division(task.query)


def with_rule(task: Task, made: Draft) -> Draft:
    """An answer with the sentence that tells the rule behind it, that sentence alone where there
    is no answer; as it was where no sentence tells one."""
    facts = [fact for p in find_rule(task.query, task.library) for fact in passage_facts(task, p)]
    told = " ".join(one.fact.text for one in made.said)
    new = [fact for fact in facts if not all(figure.text in told for figure in fact.figures)]
    if not new:
        return made
    if made.abstained or not made.said:
        return Draft(AnswerKind.PASSAGE, tuple(map(Said, new)))
    return replace(made, said=(*made.said, *map(Said, new)))

"""Groups that the tables do not divide a value by, where a sentence tells both of them."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.values import answer_values
from plansvar.asking.evidence import selecting
from plansvar.asking.passages import PassageFound, find_told_of
from plansvar.asking.query import Operation, Subject
from plansvar.asking.telling_roots import is_form, telling_roots
from plansvar.asking.understanding.lexicon import grammar
from plansvar.domain import AnswerKind
from plansvar.language.folding import fold

_LEAST = 2  # telling words of a row's name that a paragraph about it says


def asks_for_groups_untold(task: Task) -> bool:
    """Whether a question asks for groups that no row of what it names has values of."""
    query = task.query
    if query.subject is not Subject.INDICATORS or not (query.links and query.breakdowns):
        return False
    asked = {fold(group) for group in query.breakdowns}
    rows = selecting.indicators(query, task.library)
    return bool(rows) and not any(fold(o.breakdown) in asked for r in rows for o in r.observations)


def answer_groups_untold(task: Task) -> Draft:
    """The sentence that gives a number for each of the groups; else that the rows have none."""
    found = next(filter(None, (_told(task, topic) for topic in _topics(task))), ())
    facts = [fact for passage in found for fact in passage_facts(task, passage)]
    if facts:
        return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))
    return answer_values(replace(task, query=replace(task.query, operation=Operation.VALUE)))


def _told(task: Task, topic: str) -> tuple[PassageFound, ...]:
    found = find_told_of(topic, _groups(task), task.query, task.library, task.encoder)
    return tuple(passage for passage in found if _is_of_topic(task, passage, topic))


def _is_of_topic(task: Task, passage: PassageFound, topic: str) -> bool:
    """Whether the paragraph of a sentence, or what stands over it, names what the groups are of: a
    difference between girls and boys may be one of anything."""
    document = task.library.document(passage.evidence.place.document_id)
    first = passage.evidence.spans[0]
    own = next((b.span for b in document.blocks if b.span.overlaps(first)), first)
    section = document.section_at(first.start)
    said = " ".join((document.quote(own), *(section.path[-1:] if section else ())))
    told = telling_roots(said)
    parts = filter(None, map(telling_roots, topic.split(",")))
    return any(_names(part, told) for part in parts)


def _names(topic: frozenset[str], told: frozenset[str]) -> bool:
    named = [one for one in topic if any(is_form(one, other) for other in told)]
    return len(named) >= min(_LEAST, len(topic))


def _topics(task: Task) -> tuple[str, ...]:
    """What the groups are of, in the words of the rows, and else in those of the question."""
    links = task.query.links[:1]
    said = (" ".join(words.text for words in link.words) for link in links)
    return tuple(dict.fromkeys(filter(None, (*(link.name for link in links), *said))))


def _groups(task: Task) -> tuple[frozenset[str], ...]:
    """Each group with the name that it has among children or among grown-ups."""
    alike = grammar()["alike_groups"]
    return tuple(frozenset({g, alike.get(g, g)}) for g in map(fold, task.query.breakdowns))

"""Whether a goal is reached, where no row has its target and running text tells it: "klarar vi
resultatmålet?" by "resultatet ska vara minst 1,5 procent … målet nås alltså inte"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.answering.sorting import compared, meets
from plansvar.asking.answering.yesno import of_near_names
from plansvar.asking.evidence import selecting, words
from plansvar.asking.evidence.proof import place_at
from plansvar.asking.passages import PassageFound
from plansvar.domain import AnswerKind, BlockKind, Document, Evidence, Span
from plansvar.language.folding import words as split
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import sentences

_PROSE = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_SHORTEST, _MOST = 5, 2


def asks_of_goal_told(task: Task) -> bool:
    """Whether it is asked if a goal is reached that no row gives a target."""
    query = task.query
    premise = query.premise or query.conditions
    if not premise.target_state or not heads_of(query.text) or query.conditions.kinds:
        return False
    years = bool(query.scope.years)
    rows = selecting.indicators(query, task.library) if query.links else ()
    if any(isinstance(meets(row, compared(task, row), years), bool) for row in rows):
        return False
    return not (rows and of_near_names(task, premise))


def heads_of(text: str) -> list[str]:
    """What the goals of a question are for: "resultat" in "resultatmålet"."""
    found = []
    for word in split(text):
        endings = words.vocabulary_list("goals_told", "endings")
        head = next((word.removesuffix(e) for e in endings if word.endswith(e)), "")
        found += [head] if len(head) >= _SHORTEST else []
    return found


def answer_goal_told(task: Task) -> Draft:
    """The sentence that says it, with the one before where that says what the goal is; of the
    newest document of the year asked for that does."""
    years = set(task.query.scope.years)
    heads = heads_of(task.query.text)
    for document in selecting.documents_asked(task.query.scope, task.library):
        if years and document.year not in years:
            continue
        found = list(_told(document, heads))[:_MOST]
        if found:
            facts = [fact for passage in found for fact in passage_facts(task, passage)]
            return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))
    return Draft(AnswerKind.PASSAGE, ())


def _told(document: Document, heads: Sequence[str]) -> Iterator[PassageFound]:
    for block in document.blocks:
        if block.kind not in _PROSE:
            continue
        spans = [Span(s.start, s.end) for s in sentences(document.text, block.span)]
        for n, span in enumerate(spans):
            said = split(document.quote(span))
            if not _names_goal(said) or not any(w.startswith(tuple(heads)) for w in said):
                continue
            behind = split(document.quote(spans[n + 1])) if n + 1 < len(spans) else []
            if _judges(said):
                yield _passage(document, _with_figures(document, spans, n, heads))
            elif _names_goal(behind) and _judges(behind):
                yield _passage(document, (span, spans[n + 1]))


def _with_figures(
    document: Document, spans: Sequence[Span], at: int, heads: Sequence[str]
) -> tuple[Span, ...]:
    """The sentence, with the one before or behind where only that gives a figure of the goal."""
    if not find_numbers(document.quote(spans[at])):
        for other in (at - 1, at + 1):
            if not 0 <= other < len(spans):
                continue
            said = document.quote(spans[other])
            if find_numbers(said) and any(w.startswith(tuple(heads)) for w in split(said)):
                return tuple(spans[min(at, other) : max(at, other) + 1])
    return (spans[at],)


def _names_goal(said: Sequence[str]) -> bool:
    return any(word.endswith(words.vocabulary_list("goals_told", "goal")) for word in said)


def _judges(said: Sequence[str]) -> bool:
    return not set(said).isdisjoint(words.vocabulary_list("goals_told", "verdicts"))


def _passage(document: Document, spans: tuple[Span, ...]) -> PassageFound:
    evidence = Evidence(place_at(document, spans[0]), spans)
    return PassageFound(evidence, tuple(map(document.quote, spans)), False, 1.0, 1.0, True)

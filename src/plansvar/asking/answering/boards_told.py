"""Why a board went over or short, where no sentence says in so many words that it tells a cause:
what stands under the board's own name among the accounts."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.money_premises import went_otherwise
from plansvar.asking.answering.passages import answer_passages, passage_facts
from plansvar.asking.evidence import selecting
from plansvar.asking.passages.of_figures import passage_of
from plansvar.asking.passages.ranking import OF_SIGNS, holds_cue
from plansvar.asking.passages.zones import PROSE
from plansvar.asking.query import Operation, Query
from plansvar.domain import AnswerKind, Document, Span
from plansvar.language.folding import fold
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_MOST, _STRICT = 3, "strict_why"


def answer_board_told(task: Task) -> Draft:
    """The first sentences under the board's heading in the newest document that has it among its
    accounts; nothing where it is asked for anything but a cause, or of several boards."""
    query = task.query
    unit = _unit_of(query)
    if query.operation is not Operation.WHY or not unit or went_otherwise(task):
        return Draft(AnswerKind.PASSAGE, ())
    documents = selecting.documents_in_scope(query.scope, task.library)
    years = {*query.scope.years, *query.scope.document_years}
    for document in sorted(documents, key=selecting.newest_key):
        if years and document.year not in years:
            continue
        told = next(_under(document, unit), ())
        if told:
            facts = passage_facts(task, passage_of(document, told))
            return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))
    return Draft(AnswerKind.PASSAGE, ())


def answer_board_rather(task: Task) -> Draft:
    """The same where the passages that speak of the board tell no cause either."""
    made = answer_passages(task)
    texts = [said.fact.text for said in made.said]
    if any(holds_cue(text, _STRICT) for text in texts):
        return made
    return answer_board_told(task)


def _unit_of(query: Query) -> str:
    """The one unit that a question names, by its own name or by that of its amounts."""
    endings = tuple(vocabulary("questions")["grammar"]["boards_said"]["endings"])
    named = [link.name for link in query.links if fold(link.name).endswith(endings)]
    units = list(dict.fromkeys((*query.scope.organisations, *named)))
    return units[0] if len(units) == 1 else ""


def _under(document: Document, unit: str) -> Iterator[tuple[Span, ...]]:
    """The first sentences of each section of accounts that is headed by the unit's name."""
    for section in document.sections:
        if fold(document.quote(section.heading)).strip(" .:") != fold(unit):
            continue
        body = Span(section.heading.end, section.span.end)
        blocks = [
            block
            for block in document.blocks
            if block.kind in PROSE
            and body.holds(block.span)
            and document.section_at(block.span.start) == section
        ]
        first = sentences(document.text, blocks[0].span)[:_MOST] if blocks else ()
        if first and _is_of_accounts(document, section.path[:-1], first):
            yield tuple(first)


def _is_of_accounts(document: Document, above: tuple[str, ...], told: tuple[Span, ...]) -> bool:
    """Whether the headings above or the sentences themselves speak of what things cost."""
    roots = tuple(vocabulary("passages")["of_accounts"])
    texts = [document.quote(span) for span in told]
    if any(holds_cue(text, OF_SIGNS) for text in texts):
        return False
    said = fold(" ".join((*above, *texts)))
    return any(root in said for root in roots)

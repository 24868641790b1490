"""Why a board went over or short, where no sentence says in so many words that it tells a cause:
what stands under the board's own name among the accounts."""

from __future__ import annotations

from collections.abc import Iterator

from plansvar.asking.answering.drafts import Draft, Said, Task
from plansvar.asking.answering.passages import passage_facts
from plansvar.asking.evidence import selecting
from plansvar.asking.passages.of_figures import passage_of
from plansvar.asking.passages.ranking import OF_SIGNS, holds_cue
from plansvar.asking.passages.zones import PROSE
from plansvar.asking.query import Operation
from plansvar.domain import AnswerKind, Document, Span
from plansvar.language.folding import fold
from plansvar.language.sentences import sentences
from plansvar.language.vocabulary import vocabulary

_MOST = 3


def answer_board_told(task: Task) -> Draft:
    """The first sentences under the board's heading in the newest document that has it among its
    accounts; nothing where it is asked for anything but a cause, or of several boards."""
    query = task.query
    if query.operation is not Operation.WHY or len(query.scope.organisations) != 1:
        return Draft(AnswerKind.PASSAGE, ())
    documents = selecting.documents_in_scope(query.scope, task.library)
    years = {*query.scope.years, *query.scope.document_years}
    for document in sorted(documents, key=selecting.newest_key):
        if years and document.year not in years:
            continue
        told = next(_under(document, query.scope.organisations[0]), ())
        if told:
            facts = passage_facts(task, passage_of(document, told))
            return Draft(AnswerKind.PASSAGE, tuple(map(Said, facts)))
    return Draft(AnswerKind.PASSAGE, ())


def _under(document: Document, unit: str) -> Iterator[tuple[Span, ...]]:
    """The first sentences of each section of accounts that is headed by the unit's name."""
    for section in document.sections:
        if fold(document.quote(section.heading)).strip(" .:") != fold(unit):
            continue
        body = Span(section.heading.end, section.span.end)
        blocks = [b for b in document.blocks if b.kind in PROSE and body.holds(b.span)]
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

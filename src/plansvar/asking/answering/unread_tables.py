"""Reports whose pages on what is asked of hold tables that are pictures: what was not read is not
missing from them."""

from __future__ import annotations

from plansvar.asking.answering.drafts import Task
from plansvar.asking.evidence import selecting
from plansvar.asking.query import Operation
from plansvar.asking.telling_roots import telling_roots
from plansvar.domain import Document, GapKind

_OF_FIGURES = (Operation.VALUE, Operation.COUNT, Operation.DIFFERENCE, Operation.RANK)


def unread_on_it(task: Task) -> Document | None:
    """The first report with an unread table on a page that says all words of the question that
    the documents were searched for."""
    told = " ".join([*task.query.keywords, *(link.name for link in task.query.links)])
    wanted = telling_roots(told) if task.query.operation in _OF_FIGURES else frozenset()
    documents = selecting.documents_asked(task.query.scope, task.library) if wanted else ()
    return next((d for d in documents if any(_says(page, wanted) for page in _pages(d))), None)


def _pages(document: Document) -> list[frozenset[str]]:
    """The words of each page that has a picture which may be a table."""
    unread = {gap.page_index for gap in document.gaps if gap.kind is GapKind.PICTURE_TABLE}
    spans = [page.span for page in document.pages if page.index in unread]
    return [telling_roots(document.text[span.start : span.end]) for span in spans]


def _says(page: frozenset[str], wanted: frozenset[str]) -> bool:
    return all(any(other.startswith(word) for other in page) for word in wanted)

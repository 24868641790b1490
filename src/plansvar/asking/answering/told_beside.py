"""What running text prints of rows, to be set beside what their tables print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import selecting
from plansvar.asking.evidence.words import vocabulary_list
from plansvar.asking.query import Link
from plansvar.asking.telling_roots import is_form, root
from plansvar.domain import Document, Place, Span
from plansvar.language.folding import fold, words
from plansvar.language.numbers import find_numbers
from plansvar.language.sentences import running_sentences
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR

_MOST = 3


def told_beside(task: Task, places: Iterable[Place]) -> list[Fact]:
    """The sentences with a figure that speak of the thing asked about, in the documents of its
    rows; also those under its unit's own heading that tell how its money went."""
    asked = [root(w.removesuffix("s")) for link in task.query.links for w in _words(link)]
    asked += [root(word) for each in task.query.keywords for word in words(each)]
    scope = {d.path for d in selecting.documents_in_scope(task.query.scope, task.library)}
    held = dict.fromkeys(place.document_id for place in places)
    found = [
        (document, span)
        for document in map(task.library.document, held)
        if document.path in scope and asked
        for span in _sentences(document, tuple(dict.fromkeys(asked)))
    ]
    return [
        task.say("conflict.text", quote=quoted(document, span)) for document, span in found[:_MOST]
    ]


def _words(link: Link) -> list[str]:
    """The words of the question that name a thing; its own name where the link has all of them."""
    said = [word for part in link.words for word in words(part.text)]
    named = words(link.name)
    return said if len(said) <= len(named) + _MOST else named


def _sentences(document: Document, asked: tuple[str, ...]) -> Iterator[Span]:
    for span in running_sentences(document):
        text = document.quote(span)
        if not _has_figure(text):
            continue
        section = document.section_at(span.start)
        above = " ".join(section.path[-1:]) if section else ""
        if _holds(text, asked) or (_holds(above, asked) and _tells_result(text)):
            yield span


def _has_figure(text: str) -> bool:
    return any(
        not (FIRST_YEAR <= number.value <= LAST_YEAR and number.raw.isdigit())
        for number in find_numbers(text)
    )


def _holds(text: str, asked: tuple[str, ...]) -> bool:
    told = {root(word) for word in words(text)}
    return all(any(is_form(each, one) for one in told) for each in asked)


def _tells_result(text: str) -> bool:
    told = fold(text)
    return any(word in told for word in vocabulary_list("balance", "results"))

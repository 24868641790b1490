"""What a document's own list of words says of a word: "NKI (Nöjdkundindex): ett index som …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plansvar.asking.answering.drafts import Task
from plansvar.asking.answering.facts import Fact
from plansvar.asking.answering.rows import quoted
from plansvar.asking.evidence import selecting
from plansvar.domain import Document, Span
from plansvar.language.folding import fold
from plansvar.language.sentences import running_sentences

_MOST, _LONGEST = 2, 60
_BULLET = r"^[\W_]*"


def explained_in_lists(task: Task, words: Iterable[str]) -> list[Fact]:
    """The entries for any of the words, of the newest documents in scope first."""
    wanted = [fold(word) for word in words if word]
    documents = selecting.documents_in_scope(task.query.scope, task.library)
    newest = sorted(documents, key=selecting.newest_key)
    found: dict[str, Fact] = {}
    for document in newest if wanted else ():
        for span in _entries(document, wanted):
            found.setdefault(fold(document.quote(span)), quoted(document, span))
    quotes = list(found.values())[:_MOST]
    return [task.say("passage.plain", quote=quote) for quote in quotes]


def _entries(document: Document, wanted: list[str]) -> Iterator[Span]:
    """The sentences that open with the word, or a bracket with it, and a colon behind."""
    names = "|".join(map(re.escape, wanted))
    opens = re.compile(
        rf"{_BULLET}(?:[^:]{{0,{_LONGEST}}}\()?(?:{names})\b[^:.]{{0,{_LONGEST}}}:\s\S"
    )
    for span in running_sentences(document):
        if opens.search(fold(document.quote(span))):
            yield span

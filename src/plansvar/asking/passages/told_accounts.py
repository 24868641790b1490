"""What is told of a thing being as a question says, where no sentence says that it tells a cause:
the comment in its own line of a table, where or in what it is so ("främst inom …"), and what the
sentence behind tells of a thing that is late or became dearer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from plansvar.asking.evidence.selecting import documents_asked
from plansvar.asking.passages.causal import last_clause, tells_cause
from plansvar.asking.passages.restricting import is_of_other_unit, is_within
from plansvar.asking.passages.told_causes import BESIDE, ITSELF, WHY, Cause, likeliest
from plansvar.asking.passages.units import telling
from plansvar.asking.passages.wondered import Wondered, wondered
from plansvar.asking.passages.wording import kind_of
from plansvar.asking.query import Query
from plansvar.asking.tables.printed import Line
from plansvar.asking.tables.reading import tables_of
from plansvar.domain import Document, Span
from plansvar.index.library import Library
from plansvar.language.folding import told_stems, words
from plansvar.language.vocabulary import vocabulary

COMMENT = "comment"
MOST = 2  # sentences that say where a thing is so
SHORTEST = 3  # words of a comment that tells something
WHOLE = 3  # words of a sentence that tells something itself


def told_accounts(query: Query, library: Library) -> tuple[Cause, ...]:
    """The likeliest account of what is asked about; none where nothing is said to be so of it."""
    asked = wondered(query, library) if kind_of(query) == WHY else None
    if asked is None or not (asked.things and asked.effects):
        return ()
    lines = list(_in_lines(query, asked, library))
    return likeliest(lines or _in_text(query, asked, library), query)


def _in_lines(query: Query, asked: Wondered, library: Library) -> Iterator[Cause]:
    """The comments in the lines that the thing names, where they tell the effect or a cause, or
    the effect is one that an account follows."""
    within = {document.path for document in documents_asked(query.scope, library)}
    for table in tables_of(library):
        columns = [column.index for column in table.columns if column.role == COMMENT]
        if not columns or table.document.path not in within:
            continue
        for line in table.lines:
            if not asked.names(told_stems(line.label)) or not line.labels:
                continue
            for cell in (line.cells[column] for column in columns):
                if cell is not None and _tells(cell.text, asked):
                    yield _caused(line, cell.span)


def _caused(line: Line, comment: Span) -> Cause:
    return Cause(line.document, (line.labels[0], comment), ITSELF)


def _tells(text: str, asked: Wondered) -> bool:
    long = len(words(text)) >= SHORTEST
    return long and (asked.is_so(text) or tells_cause(text) or _is_followed(asked))


def _is_followed(asked: Wondered) -> bool:
    """Whether what is told of a thing that is so tells why."""
    return any(vocabulary("effects")[name].get("followed") for name in asked.effects)


def _in_text(query: Query, asked: Wondered, library: Library) -> Iterator[Cause]:
    for document in documents_asked(query.scope, library):
        for _, pieces in telling(library, document):
            for n, piece in enumerate(pieces):
                told = _account(document, pieces, n, asked)
                inside = told and is_within(document, piece, query.scope, ())
                if inside and not is_of_other_unit(document, piece, query):
                    yield Cause(document, told, BESIDE)


def _account(
    document: Document, pieces: Sequence[Span], n: int, asked: Wondered
) -> tuple[Span, ...]:
    """A sentence that says that the thing is so and where or in what; one that says only where,
    behind one that says that it is so; or what stands behind that, where it tells why."""
    text = document.quote(pieces[n])
    place = _places().search(text)
    head = last_clause(text[: place.start()]) if place else ""
    if place and len(words(head)) >= WHOLE:
        return (pieces[n],) if _is_so(head, asked) else ()
    before = document.quote(pieces[n - 1]) if n else ""
    if place:
        return _with_places(document, pieces, n) if _is_so(before, asked) else ()
    long = len(words(text)) >= WHOLE
    followed = long and _is_followed(asked) and _is_so(before, asked)
    return tuple(pieces[n - 1 : n + 1]) if followed else ()


def _with_places(document: Document, pieces: Sequence[Span], n: int) -> tuple[Span, ...]:
    """The sentence before one that says where it is so, and those behind that say where too."""
    end = n + 1
    while end < len(pieces) and end - n < MOST and _places().search(document.quote(pieces[end])):
        end += 1
    return tuple(pieces[n - 1 : end])


def _is_so(text: str, asked: Wondered) -> bool:
    clause = last_clause(text)
    return asked.names(told_stems(clause)) and asked.is_so(clause)


@cache
def _places() -> re.Pattern[str]:
    return re.compile("|".join(vocabulary("causal")["places"]), re.IGNORECASE)

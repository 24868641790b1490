"""The noun over the column of names in a table of rows."""

from __future__ import annotations

from plansvar.asking.understanding.lexicon import lexicon
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import tokenise
from plansvar.index.library import Library

SHORTEST = 4


def row_nouns_of(library: Library) -> dict[str, tuple[str, ...]]:
    """Root of the noun → the rows of the tables that have it over their names."""
    texts = {document.path: document.text for document in library.documents()}
    found: dict[str, list[str]] = {}
    for row in library.indicators():
        if row.table is not None:
            text = texts[row.place.document_id][row.table.start : row.table.end]
            noun = _noun(text.partition("\n")[0].partition("\t")[0])
            if noun and root(noun) not in map(root, row.name.casefold().split()):
                found.setdefault(root(noun), []).append(row.id)
    return {noun: tuple(rows) for noun, rows in found.items()}


def _noun(cell: str) -> str:
    """The only word of a heading, where it is none that the vocabulary has for other matters."""
    words = tokenise(cell.strip())
    if len(words) != 1 or words[0].number is not None or len(words[0].key) < SHORTEST:
        return ""
    return "" if lexicon("sv").knows(words[0]) else words[0].key

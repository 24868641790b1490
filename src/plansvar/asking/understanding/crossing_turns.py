"""From a thing of a table to the line for all of them ("och i hela kommunen?")."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Link, Query
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.parsing import Parsed
from plansvar.language.folding import words


def of_whole(query: Query, parsed: Parsed, catalogue: Catalogue) -> Query:
    """The question for the line of all things of the same document, where it says that it is of
    the whole; as it was where the talk is of no thing or the document has no such line."""
    rows = {row for link in query.links for row in link.rows}
    if not parsed.reading.has("whole") or not rows or not rows <= catalogue.columns.keys():
        return query
    documents = {catalogue.place_of[row].document_id for row in rows}
    whole = set(grammar()["whole_lines"])
    for name in catalogue.names:
        told = tuple(
            row
            for row in name.rows
            if row in catalogue.columns and catalogue.place_of[row].document_id in documents
        )
        if told and set(words(name.text)) <= whole:
            link = Link(query.links[0].words, name.text, told, 1.0)
            return replace(query, links=(link,))
    return query

"""What a table calls its rows over the column of their names: "Fokusmål", "Riktmärke", "Risk"."""

from __future__ import annotations

from dataclasses import replace

from plansvar.asking.query import Link, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import root


def row_noun_tokens(reading: Reading, catalogue: Catalogue) -> frozenset[int]:
    """Where the question calls rows what their tables call them; never what a row's name holds."""
    stems = ((place, token.stem) for place, token in enumerate(reading.tokens))
    nouns = [(n, stem) for n, stem in stems if stem in catalogue.row_nouns]
    kinds = (*catalogue.kinds, *grammar()["known_kinds"]) if nouns else ()
    told = {root(kind) for kind in kinds}
    return frozenset(n for n, s in nouns if s not in told and s not in catalogue.rarity)


def with_row_nouns(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """A list of rows, restricted to those that their tables call what the question does."""
    places = row_noun_tokens(reading, catalogue)
    if not places or query.subject is not Subject.INDICATORS or query.not_understood:
        return query
    if query.operation.value not in grammar()["over_rows"]:
        return query
    called = {row for at in places for row in catalogue.row_nouns[reading.tokens[at].stem]}
    if query.links:
        kept = tuple(_within(link, called) for link in query.links)
        return replace(query, links=kept) if all(link.rows for link in kept) else query
    said = [reading.words(at, at + 1) for at in sorted(places)]
    rows = tuple(name for name in catalogue.place_of if name in called)
    link = Link(tuple(said), " ".join(each.text for each in said), rows, 1.0, True)
    return replace(query, links=(link,))


def _within(link: Link, called: set[str]) -> Link:
    return replace(link, rows=tuple(row for row in link.rows if row in called))

"""What was spoken of right before a question: where running text may tell what no row does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.conversation import Conversation
from plansvar.asking.query import Query, Scope, Subject, Talk
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.merging import topic_of
from plansvar.asking.understanding.names import name_stems
from plansvar.asking.understanding.pointing import names_first, points_back
from plansvar.asking.understanding.reading import Reading, read
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.asking.understanding.unit_turns import is_of_units

FEW = 5  # so many rows shown may be what was spoken of


def talk_before(said: str, conversation: Conversation, catalogue: Catalogue) -> Talk | None:
    """The names of the rows shown last and the words of the question before; null at the beginning
    of a talk."""
    last = conversation.last
    if last is None:
        return None
    shown = dict.fromkeys(
        catalogue.by_row[row].text for row in conversation.rows if row in catalogue.by_row
    )
    names = tuple(shown) if len(shown) <= FEW else ()
    linked = tuple(link.name for link in last.links) if len(last.links) <= FEW else ()
    topic = topic_of(last.base or last.text, catalogue, last.language)
    about = dict.fromkeys((*names, *linked, *filter(None, (topic,))))
    reading = read(said, 0, catalogue, last.scope, last.language)
    pointing = points_back(reading, catalogue) or _points(reading.tokens) or _is_fragment(reading)
    pointing = pointing and not names_first(reading, catalogue)
    return Talk(said, tuple(about), conversation.cited, pointing)


def _points(tokens: Sequence[Token]) -> bool:
    """ "hur många kom dit?" """
    return any(token.key in grammar()["pointing_places"] for token in tokens)


def _names_place(tokens: Sequence[Token]) -> bool:
    """Whether a word says "there"; without its dots it may be "days"."""
    return _points([token for token in tokens if token.key not in grammar()["days_or_there"]])


def _is_fragment(reading: Reading) -> bool:
    """ "för pensionärer?": a preposition and what it is of, and nothing that asks."""
    first = next((t.key for t in reading.tokens if t.key not in grammar()["joins"]), "")
    return first in grammar()["prepositions"] and not reading.places("operation")


def of_place_spoken_of(
    query: Query, talk: Talk | None, conversation: Conversation, catalogue: Catalogue
) -> Query:
    """ "hur många anställda blir det där?": rows that have nothing to do with the place that was
    spoken of do not tell it; only running text about that may."""
    rows = [row for link in query.links for row in link.rows if row in catalogue.by_row]
    last = conversation.last
    if talk is None or last is None or not rows or not _names_place(tokenise(talk.said)):
        return query
    spoken = {stem for name in talk.about for stem in name_stems(name)}
    units = {*last.scope.organisations, *talk.about}
    own = any(
        not spoken.isdisjoint(catalogue.by_row[row].core)
        or catalogue.place_of[row].organisation in units
        for row in rows
    )
    if own or not spoken or _names_unit(talk.said, query, catalogue):
        return query
    said = tuple(w.text for link in query.links for w in link.words)
    return replace(query, subject=Subject.PASSAGES, links=(), not_understood=said, keywords=said)


def _names_unit(said: str, query: Query, catalogue: Catalogue) -> bool:
    """ "barn och utbildning, hur stort är minuset där?": there is in the unit that is named."""
    found = read(said, 0, catalogue, Scope(), query.language).found
    return bool(found.scope.organisations) or is_of_units(query, catalogue)

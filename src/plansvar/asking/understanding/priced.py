"""Whether a question asks what doing something costs, or one of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plansvar.asking.query import Decline, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.moneyed import asks_whereto, cues
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.roots import roots
from plansvar.language.verbs import is_verb


def asks_of_doing(reading: Reading) -> bool:
    """ "vad kostar det att bada", "vad är hyran på Ekbacken": what a visit or a home costs is not
    what the bath or the house costs."""
    if not reading.has("spending", "cost"):
        return False
    keys = [t.key for t in reading.tokens]
    if any(key in cues("prices") for key in keys):
        return True
    pairs = pairwise(keys)
    return any(a in cues("to") and b not in cues("doing") for a, b in pairs)


def asks_of_one(reading: Reading, words: Sequence[Content]) -> bool:
    """ "vad kostar en anställd": what one of these costs is no sum of what all of them cost."""
    if not reading.has("spending", "cost"):
        return False
    firsts = (min(content.tokens) for content in words)
    return any(n and reading.tokens[n - 1].key in cues("one") for n in firsts)


def with_own_prices(query: Query, reading: Reading, catalogue: Catalogue) -> Query:
    """A ticket or a rent is told of amounts in kronor, or of rows that bear its name, and else
    looked for in the text: what a pupil costs a year is no fare. Where the text does not speak of
    it either it is told as not understood."""
    prices = [token for token in reading.tokens if token.key in cues("prices")]
    if not prices or not reading.has("spending", "cost"):
        return query
    stems = {token.stem for token in prices}
    if query.subject is not Subject.PASSAGES and not _prices(query, stems, catalogue):
        query = replace(query, subject=Subject.PASSAGES, links=(), money=None)
    if query.subject is not Subject.PASSAGES:
        return query
    untold = tuple(token.text for token in prices if not catalogue.holds(token.stem))
    decline = Decline.NOT_IN_DOCUMENTS if untold else query.decline
    return replace(query, not_understood=(*query.not_understood, *untold), decline=decline)


def _prices(query: Query, stems: set[str], catalogue: Catalogue) -> bool:
    """Whether a row that is linked is a price."""
    rows = {row for link in query.links for row in link.rows}
    linked = [row for row in catalogue.library.amounts() if row.id in rows]
    names = [row.what for row in linked]
    names += [catalogue.by_row[row].text for row in rows if row in catalogue.by_row]
    named = any(each.startswith(tuple(stems)) for name in names for each in roots(name))
    return named or any(row.unit in cues("priced_in") for row in linked)


def without_whereto(unlinked: tuple[Content, ...], reading: Reading) -> tuple[Content, ...]:
    """The words left over; of "vad ska pengarna leda till" the verb is none."""
    if not asks_whereto(reading):
        return unlinked
    return tuple(c for c in unlinked if not is_verb(c.words.text.lower()))

"""Words that belong to a row's own name and so are no condition on rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plansvar.asking.query import Link, Operation, Query, Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.dating import is_year
from plansvar.asking.understanding.fitting import content_stems
from plansvar.asking.understanding.lexicon import FUNCTION, Match, grammar
from plansvar.asking.understanding.linking import SURE, Linked, link_names
from plansvar.asking.understanding.moneyed import asks_for_year
from plansvar.asking.understanding.names import Name, fillers, name_stems
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.tokens import Token
from plansvar.language.folding import stem, stems
from plansvar.language.folding import words as split

WITHIN = 3  # tokens between a relation and its number
_NAMED_IN = (Subject.INDICATORS, Subject.AMOUNTS)


def without_named(reading: Reading, words: Sequence[Content], catalogue: Catalogue) -> Reading:
    """ "hur många bostäder blev färdiga?" with a row "färdigställda bostäder": the word tells
    which row, not how it stands. Undertakings have their status beside their name."""
    if reading.has("subject", Subject.COMMITMENTS.value) or asks_for_year(reading):
        return reading
    telling = [w for w in words if not (w.support or w.weak)]
    kept = tuple(
        m
        for m in reading.matches
        if m.category not in grammar()["named_conditions"]
        or not _names(m, telling, reading, catalogue)
    )
    if len(kept) == len(reading.matches):
        return reading
    limits = [m for m in reading.matches if m not in kept and m.category == "relation"]
    empty = (Match(FUNCTION, "yes", m.start, m.end) for m in limits)
    return replace(reading, matches=(*kept, *empty))


def _names(
    match: Match, telling: Sequence[Content], reading: Reading, catalogue: Catalogue
) -> bool:
    if match.category == "relation" and _is_limit_of_name(match, telling, reading, catalogue):
        return True
    return match.end - match.start == 1 and _is_of_name(match, telling, reading, catalogue)


def keeps_limits(
    links: Sequence[Link], before: Reading, plain: Reading, catalogue: Catalogue
) -> bool:
    """Whether the rows that were linked have all limits in their names that were taken for parts
    of them."""
    gone = [m for m in before.places("relation") if m not in plain.matches]
    numbers = [_number_behind(m, before) for m in gone]
    names = [split(catalogue.by_row[row].text) for link in links for row in link.rows]
    return not numbers or (bool(names) and all(n in name for n in numbers for name in names))


def _number_behind(match: Match, reading: Reading) -> str | None:
    behind = reading.tokens[match.end : match.end + WITHIN]
    return next((t.text for t in behind if t.number is not None and not is_year(t)), None)


def _is_limit_of_name(
    match: Match, telling: Sequence[Content], reading: Reading, catalogue: Catalogue
) -> bool:
    """ "elever med frånvaro över 15 procent": the limit is a part of the row's own name."""
    number = _number_behind(match, reading)
    if number is None:
        return False
    return _link_limited(telling, [number], reading, catalogue).link is not None


def _link_limited(
    telling: Sequence[Content], numbers: Sequence[str], reading: Reading, catalogue: Catalogue
) -> Linked:
    """The link to rows whose names hold the numbers, where it is sure and all words are theirs."""

    def holds(name: Name) -> bool:
        return set(numbers) <= set(split(name.text))

    linked = link_names(telling, catalogue, reading.found.scope, _NAMED_IN, keep=holds)
    sure = linked.link is not None and linked.link.score >= SURE
    return linked if sure and set(telling) <= set(linked.covered) else Linked()


def with_limit_named(
    query: Query,
    words: Sequence[Content],
    before: Reading,
    plain: Reading,
    catalogue: Catalogue,
) -> Query | None:
    """The query for the rows that have all limits in their names ("sjukfrånvaro över 60 dagar"),
    where it was linked to others; null where no row has."""
    if keeps_limits(query.links, before, plain, catalogue):
        return query
    telling = [w for w in words if not (w.support or w.weak)]
    gone = [m for m in before.places("relation") if m not in plain.matches]
    numbers = [n for m in gone if (n := _number_behind(m, before)) is not None]
    linked = _link_limited(telling, numbers, plain, catalogue)
    if linked.link is None or linked.subject is not query.subject or query.not_understood:
        return None
    counted = query.operation in (Operation.SHARE, Operation.COUNT)
    operation = Operation.VALUE if counted else query.operation
    return replace(query, links=(linked.link,), operation=operation)


def _is_of_name(
    match: Match, telling: Sequence[Content], reading: Reading, catalogue: Catalogue
) -> bool:
    others = [c for c in telling if match.start not in c.tokens]
    said = {token.key for token in reading.tokens[match.start : match.end]}
    if not others or said == {grammar()["ampersand"]}:  # "och" is a word of most long names
        return False
    own = next((c for c in telling if match.start in c.tokens), None) or _as_content(match, reading)
    linked = link_names([*others, own], catalogue, reading.found.scope, _NAMED_IN)
    if linked.link is None or linked.link.score < SURE or not set(others) <= set(linked.covered):
        return False
    if match.category == "order" and _in_running_text(linked, catalogue):
        return False
    return own in linked.covered and _tells(match, linked, reading)


def _in_running_text(linked: Linked, catalogue: Catalogue) -> bool:
    """Whether only sentences tell what is linked: one that calls something the largest is no name
    of it."""
    rows = set(linked.link.rows if linked.link else ())
    told = [row for row in catalogue.library.amounts() if row.id in rows]
    return bool(told) and not any(row.headings for row in told)


def _only_looks_like(token: Token, name: str) -> bool:
    """Whether a word meets one of the name only where both have lost their dots."""
    if token.plain or token.stem not in name_stems(name):
        return False
    return stem(token.key) not in stems(name)


def _as_content(match: Match, reading: Reading) -> Content:
    stems = content_stems(reading.tokens[match.start].key)
    return Content(reading.words(match.start, match.end), (match.start,), stems)


def _tells(match: Match, linked: Linked, reading: Reading) -> bool:
    """A filling word ("minst") has to stand beside the same word as in the name."""
    token = reading.tokens[match.start]
    here = token.stem
    if linked.link is not None and _only_looks_like(token, linked.link.name):
        return False
    if here not in fillers() or linked.link is None:
        return True
    name = name_stems(linked.link.name)
    beside = reading.tokens[match.start + 1 : match.start + 2]
    pairs = set(pairwise(name))
    return any((here, token.stem) in pairs for token in beside)

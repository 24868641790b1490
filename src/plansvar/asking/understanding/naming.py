"""Words that belong to a row's own name and so are no condition on rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plansvar.asking.query import Subject
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.fitting import content_stems
from plansvar.asking.understanding.lexicon import Match, grammar
from plansvar.asking.understanding.linking import SURE, Linked, link_names
from plansvar.asking.understanding.moneyed import asks_for_year
from plansvar.asking.understanding.names import fillers, name_stems
from plansvar.asking.understanding.reading import Reading
from plansvar.asking.understanding.tokens import Token
from plansvar.language.folding import stem, stems

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
        or m.end - m.start > 1
        or not _is_of_name(m, telling, reading, catalogue)
    )
    return replace(reading, matches=kept) if len(kept) < len(reading.matches) else reading


def _is_of_name(
    match: Match, telling: Sequence[Content], reading: Reading, catalogue: Catalogue
) -> bool:
    others = [c for c in telling if match.start not in c.tokens]
    if not others:
        return False
    own = next((c for c in telling if match.start in c.tokens), None) or _as_content(match, reading)
    linked = link_names([*others, own], catalogue, reading.found.scope, _NAMED_IN)
    if linked.link is None or linked.link.score < SURE or not set(others) <= set(linked.covered):
        return False
    return own in linked.covered and _tells(match, linked, reading)


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

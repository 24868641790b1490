"""Whether documents, or text and tables, say the same ("står det samma siffra överallt?")."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading

NEAR = 3  # tokens between "alla" and "dokument"


def asks_whether_alike(reading: Reading) -> bool:
    """Whether a question asks if different places say the same."""
    return bool(differing_tokens(reading))


def asks_if_they_agree(reading: Reading) -> bool:
    """ "är dokumenten överens?": of what was spoken of, where nothing else is named."""
    return bool(_these(reading) and _among(reading, "agreeing"))


def without_alike(reading: Reading) -> tuple[Reading, frozenset[int]]:
    """ "är ramen densamma i planen som i budgeten?": where two documents are set side by side, the
    words that ask whether they agree say nothing of the thing itself; where only one of them was
    read as a document, the thing is looked for in all."""
    alike = _among(reading, "alike")
    kinds = {m.start for m in reading.places("document_kind")}
    several = len(kinds) > 1 or len(reading.found.scope.documents) > 1
    beside = bool(kinds or reading.found.scope.documents) and _as_in(reading)
    if not (alike and (several or beside)) or differing_tokens(reading):
        return reading, frozenset()
    kept = tuple(m for m in reading.matches if alike.isdisjoint(range(m.start, m.end)))
    reading = replace(reading, matches=kept)
    alike |= _among(reading, "said")
    if several:
        return reading, frozenset(alike)
    scope = replace(reading.found.scope, documents=(), document_kinds=())
    found = replace(reading.found, scope=scope)
    behind = frozenset(range(_as_in(reading) - 1, len(reading.tokens)))
    return replace(reading, found=found), frozenset(alike) | behind


def _as_in(reading: Reading) -> int:
    """Where what stands behind "som i", "as in" begins; 0 where nothing does."""
    keys = [token.key for token in reading.tokens]
    places = (n + 2 for n, pair in enumerate(pairwise(keys)) if list(pair) in grammar()["as_in"])
    return next(places, 0)


def differing_tokens(reading: Reading) -> frozenset[int]:
    """The words that ask so, which name no thing; none where the question does not."""
    alike = _among(reading, "alike")
    texts, tables = _ending(reading, "texts"), _ending(reading, "tables")
    places = _places(reading)
    if not asks_if_they_agree(reading) and (
        not alike or not (places or (texts and tables) or len(texts) > 1)
    ):
        return frozenset()
    alike |= _among(reading, "agreeing")
    return frozenset(alike | texts | tables | places | _among(reading, "said") | _these(reading))


def _these(reading: Reading) -> set[int]:
    """ "är dokumenten överens": the documents themselves, as those that agree or not."""
    return _among(reading, "these")


def _places(reading: Reading) -> set[int]:
    """ "överallt", "i alla rapporter", "på olika ställen"."""
    several, nouns = _among(reading, "every"), _among(reading, "sources")
    pairs = {(a, b) for a in several for b in nouns if 0 < b - a <= NEAR}
    return _among(reading, "everywhere") | {place for pair in pairs for place in pair}


def _among(reading: Reading, name: str) -> set[int]:
    words = grammar()["differing"][name]
    return {n for n, token in enumerate(reading.tokens) if token.key in words}


def _ending(reading: Reading, name: str) -> set[int]:
    endings = tuple(grammar()["differing"][name])
    return {n for n, token in enumerate(reading.tokens) if token.key.endswith(endings)}

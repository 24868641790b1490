"""Whether documents, or text and tables, say the same ("står det samma siffra överallt?")."""

from __future__ import annotations

from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading

NEAR = 3  # tokens between "alla" and "dokument"


def asks_whether_alike(reading: Reading) -> bool:
    """Whether a question asks if different places say the same."""
    return bool(differing_tokens(reading))


def differing_tokens(reading: Reading) -> frozenset[int]:
    """The words that ask so, which name no thing; none where the question does not."""
    alike = _among(reading, "alike")
    texts, tables = _ending(reading, "texts"), _ending(reading, "tables")
    places = _places(reading)
    if not alike or not (places or (texts and tables)):
        return frozenset()
    return frozenset(alike | texts | tables | places | _among(reading, "said"))


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

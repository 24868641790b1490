"""Compounds of a change that people make when asking for the largest ("störst kostnadsökning")."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import GENITIVE
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import Token, tokenise
from plansvar.language.vocabulary import vocabulary

_NEAR = 2  # tokens before such a word among which "störst" stands
_SHORT = 4  # letters of what changes


def with_change_apart(text: str, catalogue: Catalogue) -> str:
    """The question with what changes behind the word for the change; as it was where the documents
    hold the compound themselves."""
    data = vocabulary("compared")["change_nouns"]
    tokens = tokenise(text)
    for n, token in enumerate(tokens):
        end = next((e for e in data["ends"] if token.key.endswith(e)), "")
        what = token.key.removesuffix(end).removesuffix(GENITIVE) if end else ""
        if len(what) < _SHORT or not _is_led(tokens[max(0, n - _NEAR) : n], data["most"]):
            continue
        if root(token.key) in catalogue.passage_stems or root(token.key) in catalogue.rarity:
            continue
        said = f"{end} {data['of']} {what}"
        return f"{text[: token.span.start]}{said}{text[token.span.end :]}"
    return text


def _is_led(before: Sequence[Token], most: Sequence[str]) -> bool:
    return any(token.key in most for token in before)

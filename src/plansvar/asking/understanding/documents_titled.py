"""Documents whose titles say the very word by which a question names them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.tokens import Token
from plansvar.domain import Document
from plansvar.language.folding import bare, fold, words


def titled(said: Sequence[Token], documents: Sequence[Document]) -> list[Document]:
    """Of documents of one kind those whose title says the very word ("tertialrapporten"), where
    only some do."""
    stems = [token.stem for token in said]
    found = [
        d
        for d in documents
        if any(bare(word).startswith(stem) for stem in stems for word in words(d.title))
    ]
    return found if len(said) == 1 and len(found) < len(documents) else []


def of_thirds(
    said: Sequence[Token], documents: Iterable[Document], number: str | None
) -> list[Document]:
    """ "efter första tertialet", "tertialuppföljningen": documents of whatever kind whose titles
    say "tertial", of the third that is told."""
    parts = grammar()["parts_of_years"]
    part = next((p for p in parts for token in said if token.key.startswith(p)), None)
    if part is None:
        return []
    found = [d for d in documents if any(word.startswith(part) for word in words(d.title))]
    told = number is not None and number.isdigit()
    return [d for d in found if not told or has_number(d, int(number or 0))]


def has_number(document: Document, number: int) -> bool:
    text = fold(f"{document.title} {document.path}")
    return re.search(rf"(?<!\d){number}(?!\d)", text) is not None

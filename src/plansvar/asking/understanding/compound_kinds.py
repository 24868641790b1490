"""Compounds that people make of a kind of undertakings ("sparåtgärderna"), where how far they have
come is asked for."""

from __future__ import annotations

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import lexicon
from plansvar.asking.understanding.roots import root
from plansvar.asking.understanding.tokens import tokenise
from plansvar.language.vocabulary import vocabulary

STATUS = "task_status"


def with_plain_kinds(text: str, catalogue: Catalogue) -> str:
    """The question with the documents' own word for what they call so; as it was where no status
    is asked for, for then a text may tell of just such savings."""
    kinds = {root(row.kind) for row in catalogue.library.commitments()}
    tokens = tokenise(text)
    before = tuple(vocabulary("talks")["kinds"]["before"])
    found = [
        (token, rest)
        for token in tokens
        for rest in (token.text[len(each) :] for each in before if token.key.startswith(each))
        if root(rest.lower()) in kinds
    ]
    if not found or not any(m.category == STATUS for m in lexicon("sv").match(tokens)):
        return text
    token, rest = found[0]
    return f"{text[: token.span.start]}{rest}{text[token.span.end :]}"

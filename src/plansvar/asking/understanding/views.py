"""Whose view of a thing is asked for: those that a service is for."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.understanding.lexicon import GENITIVE, grammar
from plansvar.asking.understanding.tokens import Token


def whose_view(tokens: Sequence[Token], start: int) -> bool:
    """ "hur nöjda är de gamla med …", "är hemtjänstens kunder …": those that a service is for,
    named as whose view it is."""
    if tokens[start].key not in grammar()["people"]:
        return False
    before = [t.key for t in tokens[:start] if t.key not in grammar()["before_people"]]
    owned = before[-1:] and before[-1].endswith(GENITIVE) and before[-1] not in grammar()["be"]
    return bool(before) and before[-2 if owned else -1 :][0] in grammar()["be"]

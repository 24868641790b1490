"""Units that an English question names by a translation ("the technical board")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.found import Found
from plansvar.asking.understanding.lexicon import EVERYDAY, Match
from plansvar.language.folding import words


def with_translated_units(
    found: Found, matches: Sequence[Match], language: str, catalogue: Catalogue
) -> Found:
    """The units whose Swedish names the English words stand for, where they have rows."""
    if language != "en":
        return found
    names = {unit.words: unit.name for unit in catalogue.organisations}
    meant = [
        (names[swedish], match)
        for match in matches
        if match.category == EVERYDAY
        and (swedish := tuple(words(match.value))) in names
        and found.used.isdisjoint(range(match.start, match.end))
    ]
    if not meant:
        return found
    organisations = (*found.scope.organisations, *(name for name, _ in meant))
    used = {i for _, match in meant for i in range(match.start, match.end)}
    return replace(
        found,
        scope=replace(found.scope, organisations=tuple(dict.fromkeys(organisations))),
        used=found.used | used,
    )

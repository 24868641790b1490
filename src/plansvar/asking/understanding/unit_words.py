"""What people call a unit by its field ("brandkåren" for a räddningstjänstförbund)."""

from __future__ import annotations

from collections.abc import Collection

from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.names import Unit
from plansvar.asking.understanding.units import (
    fields_of,
    indefinite_of,
    initials_of,
    letters_of,
    only_ones,
    parts_of,
    twins_of,
)
from plansvar.language.folding import fold, words


def names_in_talk(names: Collection[str], in_rows: Collection[str] = ()) -> list[Unit]:
    """The units under all the shorter names and other words that people have for them; whose work
    it is that they do only where no row has that in its name, as one of the words `in_rows`."""
    ways = (called_in_talk, only_ones, parts_of, initials_of, letters_of, indefinite_of)
    found = [unit for way in ways for unit in way(names)]
    return [*found, *(u for u in twins_of(names) if u.words[-1] not in in_rows)]


def called_in_talk(names: Collection[str]) -> list[Unit]:
    """The units under the words that people have for their field, where it is one unit's alone."""
    found = []
    for field, said in grammar()["called_units"].items():
        of_field = [name for name in sorted(names) if _is_of(name, field)]
        if len(of_field) == 1:
            found += [Unit(tuple(words(each)), of_field[0]) for each in said]
    return found


def _is_of(name: str, field: str) -> bool:
    return fold(name).startswith(field) and (
        fold(name) == field or (field,) in fields_of(name) or len(words(name)) == 1
    )

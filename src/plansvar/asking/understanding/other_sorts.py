"""Rows that share a word with a question and give another sort of thing than it asks for: what one
place costs is no total, what people earn is neither a total nor a number of people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.moneyed import cues
from plansvar.asking.understanding.reading import Reading
from plansvar.language.folding import fold, words

_KRONOR = "kronor"
_SHARE = "%"


def is_of_other_sort(rows: Sequence[str], reading: Reading, catalogue: Catalogue) -> bool:
    """Whether none of the rows gives what is asked for."""
    if not rows:
        return False
    if asks_of_one_thing(reading):
        return not any(_KRONOR in _units(row, catalogue) for row in rows)
    return asks_what_is_earned(reading) and not any(_is_pay(row, catalogue) for row in rows)


def asks_of_one_thing(reading: Reading) -> bool:
    """ "vad kostar en förskoleplats": what one of many costs."""
    if not reading.has("spending", "cost"):
        return False
    ends = tuple(grammar()["other_sorts"]["each"])
    pairs = pairwise(reading.tokens)
    return any(
        one.key in cues("one") and fold(thing.text).split()[0].endswith(ends)
        for one, thing in pairs
    )


def asks_what_is_earned(reading: Reading) -> bool:
    """ "vad tjänar man i snitt"; what is earned by something is no pay."""
    said, keys = grammar()["other_sorts"], [token.key for token in reading.tokens]
    earning = not set(keys).isdisjoint(said["earning"])
    return earning and set(keys).isdisjoint(said["by"])


def _is_pay(row: str, catalogue: Catalogue) -> bool:
    """Whether a row is named for pay and printed in kronor or percent."""
    named = words(catalogue.by_row[row].text)
    paid = any(part in word for word in named for part in grammar()["other_sorts"]["pay"])
    return paid and not {_KRONOR, _SHARE}.isdisjoint(_units(row, catalogue))


def _units(row: str, catalogue: Catalogue) -> set[str]:
    library = catalogue.library
    amounts = {fold(each.unit or "") for each in library.amounts() if each.id == row}
    valued = (each for each in library.indicators() if each.id == row)
    return amounts | {fold(o.unit or "") for each in valued for o in each.observations}

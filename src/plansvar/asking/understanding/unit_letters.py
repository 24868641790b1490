"""What the letters of a board stand for where a table prints nothing but them ("VON")."""

from __future__ import annotations

from collections.abc import Mapping

from plansvar.asking.evidence.words import vocabulary_list
from plansvar.domain import Amount
from plansvar.language.folding import fold, words


def written_out(what: str, abbreviations: Mapping[str, str]) -> str:
    """The board's name where a name is no more than its letters; else the name as it is."""
    long = abbreviations.get(what.strip())
    return long[:1].upper() + long[1:] if long and names_unit(long) else what


def names_unit(what: str) -> bool:
    """Whether a name is that of a committee or board."""
    endings = tuple(vocabulary_list("balance", "units"))
    return any(word.endswith(endings) for word in words(what))


def name_of(row: Amount, abbreviations: Mapping[str, str]) -> str:
    """What an amount is for; of one that a table prints under a board's letters the board."""
    return written_out(row.what, abbreviations) if row.headings else row.what


def with_letters(names: Mapping[str, str], abbreviations: Mapping[str, str]) -> dict[str, str]:
    """Units by their folded names, and by the letters that stand for them."""
    shorts = {fold(short): names.get(fold(long)) for short, long in abbreviations.items()}
    return {**{short: name for short, name in shorts.items() if name}, **names}

"""What the heading of a column tells: years, measures, what its cells are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from plansvar.asking.understanding.member_tables import ends_as, kinds_known, kinds_of_word
from plansvar.asking.understanding.roots import root
from plansvar.language.folding import fold, words
from plansvar.language.vocabulary import vocabulary

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
MOSTLY = 0.5  # so many of a column's cells are of a sort where the column is
_SHORT = 4  # letters of a word that other words may begin or end with by chance


def years_named(text: str) -> tuple[int, ...]:
    return tuple(int(year) for year in YEAR.findall(text))


def year_of_column(heading: str, of_table: int | None) -> int | None:
    """The year that the figures under a heading are of: that it names, or that of the table; the
    one before where it says so."""
    years = years_named(heading)
    if years:
        return years[-1]
    return of_table - 1 if of_table and _says_before(heading) else of_table


def _says_before(heading: str) -> bool:
    told = fold(heading)
    return any(phrase in told for phrase in vocabulary("compared")["heads"]["before"])


def without_years(heading: str) -> str:
    """A heading without years and the words that only say which of two years it is of."""
    text = YEAR.sub(" ", fold(heading))
    for phrase in vocabulary("compared")["heads"]["dull"]:
        text = re.sub(rf"\b{re.escape(phrase)}\b", " ", text)
    return text


def measures_of(heading: str) -> Iterable[str]:
    said = words(heading)
    for measure, names in vocabulary("tablewords")["measures"].items():
        long = tuple(name for name in names if len(name) > _SHORT)
        if any(word in names or _begins_or_ends(word, long) for word in said):
            yield str(measure)


def _begins_or_ends(word: str, names: tuple[str, ...]) -> bool:
    return bool(names) and (word.startswith(names) or word.endswith(names))


def role_of(heading: str) -> str | None:
    """What a column holds that has no values: deadlines, who answers, statuses."""
    said = fold(" ".join(words(heading)))
    for role, names in vocabulary("measures")["roles"].items():
        joined = {name.replace(" ", "") for name in names}  # headings may be printed without spaces
        if role not in ("label", "unit") and (said in names or said in joined):
            return str(role)
    return None


def kinds_of(heading: str, cells: Sequence[str]) -> frozenset[str]:
    """What parts of a municipality are named: by the heading, or the ends of their names."""
    found = {kind for word in words(heading) for kind in kinds_of_word(word)}
    for kind in kinds_known():
        named = [text for text in cells if ends_as(text, kind["ends"])]
        if len(named) > MOSTLY * len(cells):
            found.add(kind["name"])
    return frozenset(found)


@cache
def nouns_of(heading: str) -> frozenset[str]:
    """The roots of what a column heading calls the lines, without units and small words."""
    small = vocabulary("tablewords")["words"]["no_nouns"]
    return frozenset(root(word) for word in words(heading) if word not in small)

"""What a question asks of the lines of a printed table: which come first, which lie within a limit,
which are more than what stands beside, which hold a name."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from plansvar.asking.query import Order, OrderBy
from plansvar.asking.tables.columns import says, table_words
from plansvar.asking.tables.heads import YEAR
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import function_words
from plansvar.asking.understanding.measuring import number_at, order_of
from plansvar.asking.understanding.members import needed_words
from plansvar.asking.understanding.reading import Reading
from plansvar.language.numbers import spelled_value
from plansvar.language.vocabulary import vocabulary

BEHIND = 3  # words behind "än" that may name a column
_NO_HEADS = ("change", "relation")
REACH = 3  # tokens between a relation and its number
MOST, LEAST, ABOVE, BELOW = "most", "least", "above", "below"
_WAYS = (
    ("more", ABOVE, False),
    ("less", BELOW, False),
    ("better", ABOVE, True),
    ("worse", BELOW, True),
)


@dataclass(frozen=True, slots=True)
class Limit:
    """A number that values are held against, with its unit."""

    relation: str
    value: float
    unit: str | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What is to be more or less than what `said` names, or than it was in another `year`, or the
    year `before`; `good` where it says better or worse."""

    way: str
    said: tuple[str, ...]
    good: bool
    year: int | None = None
    before: bool = False

    @property
    def of_year(self) -> bool:
        return self.year is not None or self.before


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of lines: at most one of an order, a limit and something beside; `needed` are
    the words that the table has to say, `taken` the tokens that say the rest."""

    order: Order | None
    limit: Limit | None
    beside: Beside | None
    needed: tuple[Content, ...]
    heads: frozenset[int]
    first: int


def asked_of_lines(reading: Reading, catalogue: Catalogue) -> Asked:
    """What a question asks of lines. `heads` are the tokens one of which says what the lines are,
    and `first` is where the question begins behind a remark."""
    first = _beginning(reading)
    limit, taken = _limit(reading)
    beside: Beside | None = None
    if limit is None:
        beside, taken = _beside(reading)
    order = None if limit or beside else order_of(reading)
    light = set(table_words("light")) | set(table_words("doing")) | set(table_words("expected"))
    light |= {*table_words("which"), *table_words("percent")}
    found = needed_words(reading, taken, catalogue)
    needed = [c for c in found if c.tokens[0] >= first and not _is_light(c, reading, light)]
    heads = _heads(reading, first, taken)
    return Asked(order, limit, beside, tuple(needed), heads, first)


def own_places(reading: Reading, first: int) -> list[int]:
    """The tokens that are words of the question's own: no scope, number or small word."""
    return [
        n
        for n, token in enumerate(reading.tokens)
        if n >= first and token.number is None and n not in reading.found.used
        if token.key not in function_words()
    ]


def _heads(reading: Reading, first: int, taken: Container[int]) -> frozenset[int]:
    """The words right behind "vilka", "största", "tre" or "någon", without those of a limit, of a
    change or between two ends; none where it asks "vad"."""
    light = {*table_words("light"), *table_words("expected"), *table_words("doing")}
    light |= {*table_words("percent")}
    orders = {n for m in reading.places("order") for n in range(m.start, m.end)}
    orders |= {n for name in _NO_HEADS for m in reading.places(name) for n in range(m.start, m.end)}
    free = [n for n in own_places(reading, first) if n not in orders and n not in taken]
    free = [n for n in free if reading.tokens[n].key not in light]
    starts = [m.end for m in reading.places("order")]
    for n, token in enumerate(reading.tokens):
        counted = token.number is not None and not (n in reading.found.used or n in taken)
        if token.key in table_words("leading") or counted or spelled_value(token.key):
            starts.append(n + 1)
    found = set()
    for start in (s for s in starts if s > first):
        behind = [n for n in free if start <= n < start + REACH + 1]
        found |= set(behind[:1])
    return frozenset(found)


def _is_light(content: Content, reading: Reading, light: set[str]) -> bool:
    return all(reading.tokens[n].key in light for n in content.tokens)


def _beginning(reading: Reading) -> int:
    """Where the question begins behind "jag undrar" or the like."""
    opening, which = table_words("opening"), table_words("which")
    places = [n for n, token in enumerate(reading.tokens) if token.key in opening]
    later = [n for n, t in enumerate(reading.tokens) if t.key in which and places and n > places[0]]
    return later[0] if later else 0


def _limit(reading: Reading) -> tuple[Limit | None, frozenset[int]]:
    """ "mer än två miljoner": a relation with a number behind it, in digits or spelled out."""
    for match in reading.places("relation"):
        for n in range(match.end, min(match.end + REACH, len(reading.tokens))):
            value, behind = number_at(reading, n)
            if value is None or n in reading.found.used or match.value == "between":
                continue
            unit = _unit_at(reading, behind)
            end = behind + (unit is not None)
            return Limit(match.value, value, unit), frozenset(range(match.start, end))
    return None, frozenset()


def _unit_at(reading: Reading, at: int) -> str | None:
    if at < len(reading.tokens) and reading.tokens[at].text == "%":
        return "%"
    return next((m.value for m in reading.places("unit") if m.start == at), None)


def _beside(reading: Reading) -> tuple[Beside | None, frozenset[int]]:
    """ "dyrare än total budget", "bättre prognos än budget", "under kommunens snitt"."""
    keys = [token.key for token in reading.tokens]
    for n, key in enumerate(keys):
        than = _than_behind(keys, n)
        for name, way, good in _WAYS:
            if key in table_words(name) and than is not None:
                found = _than(reading, than + 1, way, good)
                # "högre frånvaro 2027 än 2026": what is more is named between, and has to be said.
                said = _range(than, than + 1, keys) | {n} if found.of_year else frozenset[int]()
                return found, said or _range(n, than + 1, keys)
        for name, way in (("above", ABOVE), ("below", BELOW)):
            if key in table_words(name) and _named(reading, n + 1):
                return Beside(way, _named(reading, n + 1), False), _range(n, n + 1, keys)
    return None, frozenset()


def _than(reading: Reading, start: int, way: str, good: bool) -> Beside:
    """What stands behind "än": a column, the line of all, or another year."""
    behind = reading.tokens[start : start + BEHIND]
    said = _named(reading, start)
    years = [int(t.key) for t in behind if YEAR.fullmatch(t.key)]
    text = " ".join(token.key for token in behind)
    before = any(text.startswith(each) for each in vocabulary("compared")["years"]["before"])
    return Beside(way, said, good, None if said or not years else years[0], before and not said)


def _than_behind(keys: Sequence[str], at: int) -> int | None:
    """Where "än" stands behind a comparison, years between them aside ("bättre 2025 än")."""
    behind = [n for n in range(at + 1, len(keys)) if not YEAR.fullmatch(keys[n])]
    return next((n for n in behind[: REACH - 1] if _is_than(keys, n)), None)


def _is_than(keys: Sequence[str], at: int) -> bool:
    return at < len(keys) and keys[at] in table_words("than")


def _range(start: int, behind: int, keys: Sequence[str]) -> frozenset[int]:
    return frozenset(range(start, min(behind + BEHIND, len(keys))))


def _named(reading: Reading, start: int) -> tuple[str, ...]:
    """The words behind a comparison that name a column or the line of all."""
    behind = reading.tokens[start : start + BEHIND]
    known = set(table_words("whole"))
    measured = {t.key for m in reading.places("measure") for t in reading.tokens[m.start : m.end]}
    told = [t.key for t in behind if t.number is None and not _stops(reading, t.key)]
    names = [name for each in vocabulary("tablewords")["measures"].values() for name in each]
    hits = [k for k in told if k in known or k in measured or k.startswith(tuple(names))]
    return tuple(told) if hits else ()


def _stops(reading: Reading, key: str) -> bool:
    return key in table_words("which")


def is_of_results(order: Order, reading: Reading) -> bool:
    """ "gick bäst", "sämst resultat": by how well things went."""
    good = order.by in (OrderBy.DISTANCE_TO_TARGET, OrderBy.CHANGE)
    return good and says(reading, "doing")

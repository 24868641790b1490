"""Counts that a question gives itself, to be held against what a report states ("stämmer det att
12 gröna och 8 gula blir 20 mål?")."""

from __future__ import annotations

from collections.abc import Sequence

from plansvar.asking.understanding.dating import is_year
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.reading import Reading
from plansvar.domain import Span
from plansvar.language.numbers import find_numbers, spelled_value
from plansvar.language.sums import FIRST_YEAR, LAST_YEAR

LEAST = 2
BEHIND = 4  # tokens behind a number among which its verdict stands
_VERDICTS = ("assessment", "verdict", "unassessed", "judgement", "task_status")


def asks_of_counts(reading: Reading) -> bool:
    """Whether a question gives counts of verdicts and asks if they are right."""
    if _asks_if_they_add_up(reading):
        return True
    checks = any(token.key in grammar()["checking"] for token in reading.tokens)
    return checks and (len(_counted(reading)) >= LEAST or _asks_of_all(reading))


def _asks_of_all(reading: Reading) -> bool:
    """ "blir grön, gul och röd tillsammans 19 mål?": verdicts and the number that they make."""
    together = any(token.key in grammar()["money_cues"]["together"] for token in reading.tokens)
    verdicts = {m.value for m in reading.places("assessment")}
    return together and len(verdicts) >= LEAST and len(_values(reading)) == 1


def _asks_if_they_add_up(reading: Reading) -> bool:
    """ "går antalet gröna, gula och röda ihop?": a verb and, behind the verdicts, its particle."""
    keys = [token.key for token in reading.tokens]
    verdicts = reading.places("assessment")
    if len({m.value for m in verdicts}) < LEAST:
        return False
    first, last = min(m.start for m in verdicts), max(m.end for m in verdicts)
    verb, particle = (frozenset(grammar()["tallying"][name]) for name in ("verbs", "particles"))
    behind = keys[last : last + BEHIND]
    return not (verb.isdisjoint(keys[:first]) or particle.isdisjoint(behind))


def counted_numbers(reading: Reading) -> tuple[float, ...]:
    """The numbers of a question that count something judged."""
    return tuple(value for _, value in sorted(_counted(reading).items()))


def claimed_numbers(reading: Reading) -> tuple[float, ...]:
    """All numbers of such a question but those that name years and documents."""
    numbers = {n: value for n, value in _values(reading).items() if not _is_one(reading, n)}
    return tuple(value for _, value in sorted((numbers | _counted(reading)).items()))


def numbers_told(text: str, start: int, used: Sequence[Span]) -> tuple[float, ...]:
    """The numbers in digits of a question, thousands with their spaces, but for years and what
    names a document; `start` is where its first word stands, `used` what the scope has used."""
    offset = start - (len(text) - len(text.lstrip()))
    told = [(n, Span(n.start + offset, n.end + offset)) for n in find_numbers(text, spelled=False)]
    named = [number for number, span in told if not any(span.overlaps(u) for u in used)]
    return tuple(abs(n.value) for n in named if not FIRST_YEAR <= n.value <= LAST_YEAR)


def _counted(reading: Reading) -> dict[int, float]:
    """The numbers with a verdict right behind them, before the next number."""
    values = _values(reading)
    verdicts = {m.start for name in _VERDICTS for m in reading.places(name)}
    found = {}
    for place, value in values.items():
        later = [n for n in values if n > place]
        end = min([place + 1 + BEHIND, *later])
        if not verdicts.isdisjoint(range(place + 1, end)):
            found[place] = value
    return found


def _values(reading: Reading) -> dict[int, float]:
    """Where numbers stand, spelled out too, "ett" among them."""
    found = {}
    for place, token in enumerate(reading.tokens):
        value = token.number if token.number is not None else _spelled(token.key)
        if value is not None and not is_year(token) and place not in reading.found.used:
            found[place] = float(value)
    return found


def _spelled(key: str) -> int | None:
    return 1 if key in grammar()["money_cues"]["one"] else spelled_value(key)


def _is_one(reading: Reading, place: int) -> bool:
    """Whether a number may be no more than an article."""
    return reading.tokens[place].key in grammar()["money_cues"]["one"]

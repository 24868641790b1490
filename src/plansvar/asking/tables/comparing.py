"""What a question that compares figures asks for: which years, percent, a plan, one of two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from plansvar.asking.evidence.values import is_one
from plansvar.asking.evidence.words import vocabulary_list, years_in
from plansvar.asking.query import Query
from plansvar.language.folding import bare, fold, words
from plansvar.language.months import month_of
from plansvar.language.numbers import spelled_value
from plansvar.language.vocabulary import vocabulary

_SHORT_YEAR = re.compile(r"\b[^\W\d]{3,10}\s?(?:[-–]\s?[^\W\d]{3,10}\s)?[’']?(\d\d)\b(?![.,:%\d])")
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Asked:
    """How figures are to be compared. `years` are those named, and `before` is true where the year
    before is one of the two, and `changes` where a change over time is meant; `planned` where one
    of them is what was planned, `money` where what the money came to is asked for, `judged` where
    it may be, as one of two does better or worse; `either` where two things may be named side by
    side, and `since` where the one year named is that from which on it is compared, `until` where
    it is the one that it is compared up to, from the first that is printed."""

    years: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    before: bool = False
    planned: bool = False
    percent: bool = False
    either: bool = False
    money: bool = False
    changes: bool = False
    judged: bool = False
    said: tuple[str, ...] = ()
    since: bool = False
    until: bool = False

    def parts_them(self, one: frozenset[str], two: frozenset[str]) -> bool:
        """Whether a word that sets two things side by side stands between words that only one of
        them has and words that only the other has."""
        own, other = self._places(one - two), self._places(two - one)
        joints = [n for n, word in enumerate(self.said) if word in _listed("cues", "joints")]
        return (
            any((max(own) < n < min(other)) or (max(other) < n < min(own)) for n in joints)
            if own and other
            else False
        )

    def _places(self, named: frozenset[str]) -> list[int]:
        """Where words stand in the question, themselves or as a piece of a compound."""
        inside = frozenset(each for each in named if each not in self.said)
        return [
            n
            for n, word in enumerate(self.said)
            if word in named or any(each in word for each in inside)
        ]

    @property
    def of_months(self) -> bool:
        """Whether two months of a year are held against each other."""
        return len(set(self.months)) > 1 and len(self.years) < 2


def compares(query: Query) -> bool:
    """Whether a question asks for a comparison, a difference or a change."""
    said = set(_without_given(_said(query.text)))
    hinted = {word for hint in vocabulary("compared")["hints"] for word in hint["said"]}
    if said & hinted and names_either(query):
        return True
    from_plan = said & _listed("planned", "words") and said & _listed("planned", "beside")
    phrase = _holds(" ".join(_said(query.text)), "cues", "phrases")
    cued = phrase or said & _listed("cues", "words") or from_plan
    return bool(cued) or _percent_of_change(query.text)


def _without_given(said: Sequence[str]) -> list[str]:
    """The words of a question without those that only say how an amount that it gives changes
    something ("en krona högre", "100 färre invånare"), or name people ("hur många äldre"); "än"
    asks for a comparison all the same."""
    if not _listed("cues", "than").isdisjoint(said):
        return list(said)
    people = _listed("cues", "people")
    return [word for n, word in enumerate(said) if word not in people and not _is_given(said, n)]


def _is_given(said: Sequence[str], at: int) -> bool:
    """Whether a number stands right before a word, with or without its unit, or behind it ("en
    höjning på en procent")."""
    if at and said[at - 1].isdigit():
        return True
    by, behind = said[at + 1 : at + 2], said[at + 2 : at + 4]
    if _listed("cues", "by").issuperset(by) and len(behind) > 1:
        return _is_number(behind[0]) and behind[1] in _units()
    number = said[at - 2] if at > 1 else ""
    return _is_number(number) and said[at - 1] in _units()


def _is_number(word: str) -> bool:
    return word.isdigit() or is_one(word) or spelled_value(word) is not None


@cache
def _units() -> frozenset[str]:
    return frozenset(s for unit in vocabulary("units")["units"] for s in unit["spellings"])


def names_either(query: Query) -> bool:
    """Whether one of two named things is asked for ("skolan eller förskolan", and not "fler eller
    färre")."""
    said = _said(query.text)
    places = (n for n, word in enumerate(said) if word in _listed("cues", "or"))
    cues = _listed("cues", "words")
    return any(n and not cues & {*said[n - 1 : n], *said[n + 1 : n + 2]} for n in places)


def compares_moves(query: Query) -> bool:
    """Whether it is asked which of two things changed more ("har A eller B ökat mest?", "ökar A mer
    än B?"): a change, a word for more or most, and what stands between the two."""
    said = set(_said(query.text))
    ways = _listed("moves", "up") | _listed("moves", "down") | _listed("cues", "changing")
    between = names_either(query) or not said.isdisjoint(_listed("cues", "than"))
    return between and bool(said & ways) and not said.isdisjoint(_listed("moves", "degrees"))


@cache
def moving_words() -> frozenset[str]:
    """The words that only say that something changes, which way and how much more."""
    ways = _listed("moves", "up") | _listed("moves", "down") | _listed("cues", "changing")
    return ways | _listed("moves", "degrees") | _listed("moves", "small")


def is_relative(query: Query) -> bool:
    """Whether changes are held against each other by their speed, and so in percent."""
    return not set(_said(query.text)).isdisjoint(_listed("moves", "speed"))


def way_of_moves(query: Query) -> str:
    """Which way things are asked to have gone, "up" or "down"; empty where either."""
    said = set(_said(query.text))
    ways = [way for way in ("up", "down") if not said.isdisjoint(_listed("moves", way))]
    return ways[0] if len(ways) == 1 else ""


def asked_of(query: Query) -> Asked:
    said = _said(query.text)
    text = " ".join(said)
    until = vocabulary_list("balance", "until")
    scope = query.scope
    told = {int(f"{_CENTURY + int(y)}") for y in _SHORT_YEAR.findall(fold(query.text))}
    told = {y for y in told if month_before(query.text, y)}
    years = {*years_in(query.text), *told, *scope.years}
    years |= {y for period in scope.periods for y in years_in(period)}
    return Asked(
        tuple(sorted(years)),
        tuple(m for word in said if (m := _month(word)) is not None),
        _holds(text, "years", "before"),
        bool(set(said) & _listed("planned", "words")),
        any(unit in fold(query.text) for unit in vocabulary("compared")["cues"]["percent"]),
        _holds(text, "cues", "either"),
        bool(set(said) & _listed("money", "words")),
        bool(set(said) & _listed("cues", "changing")) or _holds(text, "cues", "phrases"),
        bool(set(said) & _listed("money", "judged")),
        tuple(said),
        bool(query.against_years) and years == set(query.against_years),
        any(a in until and b.isdigit() for a, b in pairwise(said)),
    )


def month_before(text: str, year: int) -> bool:
    """Whether a year of two digits stands right behind a month ("aug 28")."""
    said = _said(text)
    short = str(year % 100)
    behind = (said[n - 1] for n, word in enumerate(said) if n and word == short)
    return any(_month(word.split("-")[-1]) is not None for word in behind)


def _month(word: str) -> int | None:
    return month_of(word)


def _said(text: str) -> list[str]:
    return words(fold(text))


def _holds(text: str, table: str, name: str) -> bool:
    return any(re.search(rf"\b{re.escape(p)}\b", text) for p in vocabulary("compared")[table][name])


def _percent_of_change(text: str) -> bool:
    return any(word.startswith(tuple(_listed("cues", "changed"))) for word in _said(text))


@cache
def _listed(table: str, name: str) -> frozenset[str]:
    return _with_bare(vocabulary("compared")[table][name])


def _with_bare(found: Iterable[str]) -> frozenset[str]:
    told = frozenset(found)
    return told | frozenset(map(bare, told))

"""What words of a question say of a table of money: phrases, whose rows, which way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.asking.query import Order, OrderBy
from plansvar.asking.understanding.catalogue import Catalogue
from plansvar.asking.understanding.content import Content
from plansvar.asking.understanding.lexicon import grammar
from plansvar.asking.understanding.moneyed import (
    cues,
    is_bare_money,
    is_group,
    is_more_money,
    is_of_investing,
    is_result,
)
from plansvar.asking.understanding.reading import Reading, contents
from plansvar.asking.understanding.roots import root
from plansvar.language.numbers import spelled_value
from plansvar.language.vocabulary import vocabulary

_OPENING = 2  # tokens among which a question begins ("och vad går plus?")
_WAYS = (("up", "dearer"), ("down", "cheaper"), ("same", "unchanged"))


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a question in order, folded, and those that name documents or years."""

    keys: tuple[str, ...]
    used: frozenset[int]

    @classmethod
    def of(cls, reading: Reading) -> Said:
        return cls(tuple(token.key for token in reading.tokens), reading.found.used)

    def any(self, name: str) -> bool:
        """Whether one of the words is of that group."""
        return not words_of(name).isdisjoint(self.keys)

    def first(self, name: str) -> bool:
        """Whether the first word of the question's own is of that group."""
        own = [key for n, key in enumerate(self.keys) if n not in self.used]
        return any(key in words_of(name) for key in own[:2])

    def phrase(self, name: str) -> bool:
        text = f" {' '.join(self.keys)} "
        return any(f" {phrase} " in text for phrase in words_of(name))

    def denies(self, name: str) -> bool:
        """Whether what a phrase says is denied before it ("hamnar inte på noll")."""
        text = f" {' '.join(self.keys)} "
        place = min((n for p in words_of(name) if (n := text.find(f" {p} ")) >= 0), default=0)
        return not words_of("denying").isdisjoint(text[:place].split())

    def way(self, negated: bool) -> str | None:
        """Which way amounts went; "höjs inte" is what is as it was."""
        way = next((way for way, name in _WAYS if self.any(name)), None)
        return "same" if negated and way == "up" else None if negated else way

    def more_or_less(self) -> str | None:
        """ "får mindre", "mer pengar": which way what is granted goes."""
        ways = (("down", "less"), ("up", "more"))
        return next((way for way, name in ways if not set(cues(name)).isdisjoint(self.keys)), None)

    def furthest(self) -> Order | None:
        """ "längst under", "mest över": how far from what was planned."""
        one = not words_of("of_one").isdisjoint(self.keys)
        return Order(OrderBy.VALUE, True, 1 if one else None) if self.phrase("furthest") else None

    def asks_where(self) -> bool:
        """ "var går nämnden back?", "vad går back i nämnden?": what within a unit goes so is asked
        for, and not how much it is by."""
        if not words_of("where").isdisjoint(self.keys[:1]):
            return True
        behind = (n + 1 for n, key in enumerate(self.keys[:_OPENING]) if key in words_of("what"))
        goes = any(key in words_of("going") for n in behind for key in self.keys[n : n + 1])
        within = (self.keys[n - 1] for n in self.used if n - 1 not in self.used and n)
        return goes and not words_of("within").isdisjoint(within)

    def invests_in(self) -> bool:
        """ "vad ska vi investera i?": the things, where no amount is asked for."""
        starts = tuple(cues("investing"))
        verbs = [n for n, key in enumerate(self.keys) if key.startswith(starts)]
        place = verbs[0] + 1 if verbs else 0
        behind = self.keys[place : place + 1] if verbs and place not in self.used else ()
        asks = not words_of("what").isdisjoint(self.keys[:1])
        return asks and not words_of("into").isdisjoint(behind)

    def says_quantity(self) -> bool:
        """ "hur mycket", "totalt": one amount is asked for."""
        text = f" {' '.join(self.keys)} "
        return any(f" {phrase} " in text for phrase in words_of("one_amount"))

    def ends_in(self, name: str) -> bool:
        """Whether a word is a compound of one of the group's ("aprilprognosen")."""
        return any(key.endswith(tuple(words_of(name))) for key in self.keys)

    def is_bare(self) -> bool:
        """Whether a ranking opens the question ("sämst mot budget")."""
        return any(self.first(name) for name in ("worst", "best", "most"))


def says_any(reading: Reading, name: str) -> bool:
    return Said.of(reading).any(name) or reading.has("operation", "list", "count")


@cache
def words_of(name: str) -> frozenset[str]:
    return frozenset(vocabulary("moneylists")[name])


@cache
def _closed() -> frozenset[str]:
    """Roots of words that only say that rows of money are listed."""
    names = ("worst", "best", "whole", "parts", "fees", "payers", "dearer", "cheaper", "unchanged",
             "counted_in", "who", "listing", "aside")  # fmt: skip
    plain = {word for name in names for word in words_of(name)}
    phrases = {word for name in ("even", "left_over") for p in words_of(name) for word in p.split()}
    planned = {*grammar()["plans"], *grammar()["plan_nouns"]}
    return frozenset(root(word) for word in {*plain, *phrases, *planned})


def telling(reading: Reading, catalogue: Catalogue) -> Sequence[Content]:
    """The words that say something else than that rows of money are to be listed."""
    words = contents(reading, frozenset(), catalogue)
    return [w for w in words if not (w.support or w.weak or _says_no_thing(w, reading))]


def _says_no_thing(content: Content, reading: Reading) -> bool:
    tokens = [reading.tokens[n] for n in content.tokens]
    first, last = content.tokens[0], content.tokens[-1]
    beside = (*reading.tokens[max(0, first - 1) : first], *reading.tokens[last + 1 : last + 2])
    if any(token.key in words_of("counted_in") for token in beside):
        return True
    if all(t.stem in _closed() or t.number is not None or spelled_value(t.key) for t in tokens):
        return True
    return (
        is_group(content, reading)
        or is_of_investing(content, reading)
        or is_more_money(content, reading)
        or is_result(content, reading)
        or all(is_bare_money(token) for token in tokens)
    )

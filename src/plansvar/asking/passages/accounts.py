"""What the documents tell of what they name: the comment of a row, and the sentences that a label,
a heading or their own first words tie to a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from weakref import WeakKeyDictionary

from plansvar.asking.passages.labels import Stretch, names_in, stretches
from plansvar.asking.passages.leaning import opens_leaning
from plansvar.asking.passages.rowmarks import RowMarks, row_marks
from plansvar.asking.passages.units import UNQUOTABLE, heading_at, quotable
from plansvar.asking.understanding.roots import root
from plansvar.domain import BlockKind, Document, Span
from plansvar.index.library import Library
from plansvar.language.commonwords import common_words
from plansvar.language.folding import words
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

MOST = 4  # sentences of one account
OPENING = 7  # words of a sentence in which it names what it is about
LONG = 5  # letters of a word that another may lengthen
TELLING = 4  # a shorter word of a title tells little, unless the name holds it
EXACT, LONGER = 1.0, 0.8
HEAD = re.compile(r"[,(]")  # behind what a name is about it says what it is measured in or of
COUNTED = re.compile(r"\W*([^\d.:,;()]{2,70}?)\s*\(?(?:\+/-\s*)?[-+\u2212\u2013]\s?\d")
MUCH = 0.6  # of a longer word that the shorter one is


class Tie(IntEnum):
    """How an account is tied to a name, surest first."""

    COMMENT = 3
    LABEL = 2
    OPENING = 1
    HEADING = 0
    MENTION = -1


@dataclass(frozen=True, slots=True)
class Account:
    """Sentences of one paragraph, in reading order, and the words that name what they are about;
    `label` is quoted before them."""

    document: Document
    block: int
    told: tuple[Span, ...]
    title: tuple[str, ...]
    tie: Tie
    label: Span | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        return (self.label, *self.told) if self.label else self.told


_ACCOUNTS: WeakKeyDictionary[Library, dict[str, tuple[Account, ...]]] = WeakKeyDictionary()


def accounts_of(library: Library, path: str) -> tuple[Account, ...]:
    """All accounts of one document, in reading order."""
    kept = _ACCOUNTS.setdefault(library, {})
    if path not in kept:
        marks = row_marks(library).get(path, RowMarks())
        kept[path] = tuple(_all(library.document(path), marks, names_in(library, path)))
    return kept[path]


def tied(
    accounts: Iterable[Account],
    names: Sequence[str],
    around: Sequence[str] = (),
    places: Iterable[str] = (),
) -> list[Account]:
    """The accounts that are about what goes by these names, of those tied alike only the ones that
    name it best; `around` are words that may stand beside the name (its unit), `places` names of
    places, which tell nothing apart."""
    common = {root(word) for place in places for word in words(place)}
    both = [each for name in names for each in dict.fromkeys((name, HEAD.split(name)[0]))]
    known = [[word for word in _telling_roots(name) if word not in common] for name in both]
    beside = [root(word) for text in around for word in words(text)]
    scored = [(_likeness(account, known, beside), account) for account in accounts]
    best: dict[Tie, float] = {}
    for score, account in scored:
        best[account.tie] = max(best.get(account.tie, 0.0), score)
    return [account for score, account in scored if 0 < score >= best[account.tie]]


def _telling_roots(name: str) -> list[str]:
    """The roots of the words of a name; of those that say nothing of a matter only where it has
    no others."""
    told = words(name)
    return [root(w) for w in told if w not in _empty()] or [root(w) for w in told]


def _likeness(account: Account, names: Sequence[Sequence[str]], beside: Sequence[str]) -> float:
    if account.tie is Tie.MENTION:
        return max((_holds_all(account.title, name) for name in names), default=0.0)
    if account.tie is Tie.OPENING:
        return max((_opens_with(account.title, name) for name in names), default=0.0)
    together = [word for name in names for word in name]
    telling = [w for w in account.title if len(w) >= TELLING or w in together]
    found = [_alike(word, together) for word in telling]
    own = [score for score in found if score]
    free = all(score or _alike(word, beside) for word, score in zip(telling, found, strict=True))
    return sum(own) if own and free else 0.0


def _holds_all(told: Sequence[str], name: Sequence[str]) -> float:
    """How surely a sentence speaks of a name of several words, all of which it holds."""
    telling = [word for word in name if len(word) >= TELLING]
    found = [_alike(word, told) for word in telling]
    return sum(found) if len(found) > 1 and all(found) else 0.0


def _opens_with(opening: Sequence[str], name: Sequence[str]) -> float:
    """How much of a name a sentence begins with; its first telling word has to be one of it."""
    telling = [word for word in name if not word.isdigit()]
    said = [word for word in opening if len(word) >= TELLING]
    if not telling or not said or not _alike(said[0], telling):
        return 0.0
    if any(_joins(said[0], first, telling) for first in telling):
        return 2 * EXACT
    found = sum(_alike(word, said) for word in telling)
    return found if found >= min(len(telling), 2) * LONGER else 0.0


def _alike(word: str, others: Iterable[str]) -> float:
    """Whether one of the words is the same, or one lengthens the other by no more than half."""
    best = 0.0
    others = tuple(others)
    for other in others:
        if word == other or _joins(word, other, others):
            return EXACT
        short, long = sorted((word, other), key=len)
        if len(short) >= LONG and len(short) >= MUCH * len(long):
            best = LONGER if long.startswith(short) or long.endswith(short) else best
    return best


def _joins(word: str, first: str, others: Sequence[str]) -> bool:
    """Whether a word is made of two of the others ("heltidsmodell" of "modell för heltid")."""
    if len(first) < TELLING or not word.startswith(first):
        return False
    return any(w != first and len(w) >= TELLING and word.endswith(w) for w in others)


def _all(document: Document, marks: RowMarks, names: frozenset[str]) -> Iterator[Account]:
    for number, block in enumerate(document.blocks):
        if block.kind in UNQUOTABLE or block.kind is BlockKind.NOTE:
            continue
        pieces = quotable(document, block, marks)
        for stretch in stretches(document, number, names):
            inside = [p for p in pieces if any(p.overlaps(told) for told in stretch.told)]
            yield from _of(document, number, stretch, inside)


def _of(
    document: Document, number: int, stretch: Stretch, pieces: Sequence[Span]
) -> Iterator[Account]:
    if not pieces:
        return
    told, path = tuple(pieces[:MOST]), heading_at(document, pieces[0])
    if stretch.label:
        title = _named(document.quote(stretch.label))
        yield Account(document, number, told, title, Tie.LABEL, stretch.label)
        return
    if path:
        counted = _counted(path)
        tie = Tie.LABEL if counted else Tie.HEADING
        title = _named(counted) if counted else _title(path)
        yield Account(document, number, told, title, tie)
    for n, piece in enumerate(pieces):
        text = document.quote(piece)
        counted = _counted(text)
        tie = Tie.LABEL if counted else Tie.OPENING
        title = _named(counted) if counted else _title(text, OPENING)
        said = _behind(document, pieces, n) if counted else _with_next(document, pieces, n)
        yield Account(document, number, said if n or counted else told, title, tie)
        yield Account(document, number, said, _title(text), Tie.MENTION)


def _behind(document: Document, pieces: Sequence[Span], n: int) -> tuple[Span, ...]:
    """A name with its amount, and what is told behind it up to the next one."""
    told = [pieces[n]]
    for piece in pieces[n + 1 : n + MOST]:
        if _counted(document.quote(piece)):
            break
        told.append(piece)
    return tuple(told)


def _with_next(document: Document, pieces: Sequence[Span], n: int) -> tuple[Span, ...]:
    """A sentence, and the one behind where that leans on it."""
    leans = n + 1 < len(pieces) and opens_leaning(document.quote(pieces[n + 1]))
    return tuple(pieces[n : n + 2]) if leans else (pieces[n],)


def _counted(text: str) -> str:
    """The name that a heading or an item of a list opens with, where its amount stands right
    behind it ("Fritidshem -38 tkr"); empty where it does not."""
    found = COUNTED.match(text)
    named = words(found[1]) if found else []
    return found[1] if found and 0 < len(named) <= OPENING and not any(map(is_verb, named)) else ""


def _title(text: str, most: int | None = None) -> tuple[str, ...]:
    """The roots of the words that name something: without codes, numbers and words that say
    nothing of the matter ("Varför nås inte målet för …?")."""
    told = [w for w in words(text)[:most] if w not in _empty() and not any(map(str.isdigit, w))]
    return tuple(root(word) for word in told)


def _named(label: str) -> tuple[str, ...]:
    """The roots of the words of a label; a short name may look like a small word ("VA")."""
    return _title(label) or tuple(_telling_roots(label))


@cache
def _empty() -> frozenset[str]:
    data = vocabulary("passages")
    told = (*data["roles"]["small"], *data["skip"], *data["soft"], *data["of_time"])
    return frozenset(told) | common_words()

"""Amounts that a sentence deals out: each has what it is for behind it, in one way for all.

"Bidraget är 812 mnkr för skolan, 640 mnkr för omsorgen och 95 mnkr för kulturen" · "Ökningen avser
4,5 mnkr löner och 2,0 mnkr lokaler"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from plansvar.domain import Document, Span
from plansvar.extraction.amount_context import is_of_time_before
from plansvar.extraction.amount_subjects import is_time
from plansvar.extraction.amount_words import frames, hangs
from plansvar.language.folding import fold
from plansvar.language.periods import period_pattern
from plansvar.language.vocabulary import alternatives, vocabulary

_FEWEST = 2
_LONGEST = 12  # words
_LONGEST_HEAD = 8


@dataclass(frozen=True, slots=True)
class Dealt:
    """What an amount of a list is for, and the first amount of its list."""

    what: Span
    first: Span


@dataclass(frozen=True, slots=True)
class _Tail:
    """The words behind an amount, and whether a preposition joins them to it."""

    amount: Span
    what: Span | None
    joined: bool = False


def dealt_out(text: str, area: Span, amounts: Sequence[Span]) -> dict[int, Dealt]:
    """What the amounts of such lists are for, by where each amount begins."""
    found: dict[int, Dealt] = {}
    for tails in _runs(text, area, amounts):
        for _, alike in itertools.groupby(tails, key=lambda tail: tail.joined):
            run = list(alike)
            if _is_list(text, area, run):
                first = run[0].amount
                found |= {tail.amount.start: Dealt(tail.what, first) for tail in run if tail.what}
    return found


def goes_on_alike(text: str, start: int, amount: Span) -> bool:
    """Whether an amount is of the same thing as the one before it: only its own cause or nothing
    stands between ("3 mnkr på grund av hyror och 2 mnkr på grund av löner")."""
    alike = _alike().fullmatch(text, start, amount.start) is not None
    return alike and not is_of_time_before(text, amount)


def head_of_list(document: Document, area: Span, what: Span | None, amount: Span) -> Span | None:
    """What all of a list is of, without its period: "Bidraget" of all that it is dealt out to. Null
    where that says too much, or only frames the sentence."""
    if what is None or what == area or what.end > amount.start or what.start < area.start:
        return None
    head = without_time(document.text, what)
    said = document.quote(head)
    first = fold(said).split()[:1]
    unclear = frames(said) or hangs(said) or bool(re.search(r"\d", said))
    unclear = unclear or first[0] in vocabulary("amounts")["nouns"]["that"]
    return None if unclear or len(said.split()) > _LONGEST_HEAD else head


def without_time(text: str, name: Span) -> Span:
    """A name without the time at its end: "Resultatet för 2025"."""
    time = _time_behind().search(text, name.start, name.end)
    return Span(name.start, time.start()) if time else name


def _runs(text: str, area: Span, amounts: Sequence[Span]) -> Iterator[list[_Tail]]:
    """Amounts that follow each other with nothing but their words between, and a comma or a word
    like "och"; the words behind the last one may go on to the end of the clause."""
    run: list[_Tail] = []
    for n, amount in enumerate(amounts):
        end = amounts[n + 1].start if n + 1 < len(amounts) else area.end
        inner = _tail(_inner(), text, amount, end)
        run.append(inner if inner.what else _tail(_last(), text, amount, end))
        if inner.what is None or end == area.end:
            yield run
            run = []


def _is_list(text: str, area: Span, run: Sequence[_Tail]) -> bool:
    if len(run) < _FEWEST or any(tail.what is None for tail in run):
        return False
    return run[0].joined or bool(_listing().search(text, area.start, run[0].amount.start))


def _tail(pattern: re.Pattern[str], text: str, amount: Span, end: int) -> _Tail:
    found = pattern.match(text, amount.end, end)
    if found is None:
        return _Tail(amount, None)
    what = Span(*found.span("what"))
    said = fold(text[what.start : what.end])
    names = not is_time(said) and len(said.split()) <= _LONGEST
    return _Tail(amount, what if names else None, found["lead"] is not None)


def _any(group: str, name: str) -> str:
    return alternatives(vocabulary("amounts")[group][name])


@cache
def _opening() -> str:
    """The white space behind an amount and the preposition that joins its words."""
    not_so = "|".join((_any("leads", "rates"), _any("subjects", "causes")))
    than = rf"(?:{_any('subjects', 'degrees')})(?:\s+(?:{_any('subjects', 'than')})|\s*[,.;]|\s*$)"
    plain = "|".join((than, _any("subjects", "prepositions"), _any("nouns", "that")))
    done, purposes = _any("leads", "participles"), _any("leads", "purposes")
    return (
        rf"\s+(?!(?:{not_so})(?!\w))(?:(?:{done})\s+)?"
        rf"(?:(?P<lead>{purposes})\s+|(?!(?:{plain})(?!\w)))"
    )


@cache
def _inner() -> re.Pattern[str]:
    joints, near = _any("subjects", "list_joints"), _any("subjects", "about")
    return re.compile(
        rf"{_opening()}(?P<what>[^\W\d_][^,.;:()\d]*?)"
        rf"(?:\s*,(?:\s*(?:{joints}))?|\s+(?:{joints}))\s+(?:(?:{near})\s+)*[+−–-]?\s*$"
    )


@cache
def _alike() -> re.Pattern[str]:
    causes, joints = _any("subjects", "causes"), _any("subjects", "list_joints")
    return re.compile(
        rf"(?:\s+(?:{causes})\s+[^,.;:()\d]*?)?\s*(?:,|,?\s(?:{joints}))"
        rf"\s+(?:(?:{_any('subjects', 'about')})\s+)*"
    )


@cache
def _last() -> re.Pattern[str]:
    ends = "|".join(map(lambda name: _any("subjects", name), ("list_ends", "finite", "causes")))
    return re.compile(
        rf"{_opening()}(?P<what>[^\W\d_][^,.;:()\d]*?)"
        rf"(?=\s*(?:[,.;:()]|$)|\s+(?:{ends})(?!\w)|(?:\s+(?:{_any('subjects', 'during')}))?\s+\d)"
    )


@cache
def _listing() -> re.Pattern[str]:
    near = _any("subjects", "about")
    return re.compile(
        rf"(?:(?<!\w)(?:{_any('subjects', 'listing')})|:)\s+(?:(?:{near})\s+)*$", re.IGNORECASE
    )


@cache
def _time_behind() -> re.Pattern[str]:
    words = _any("subjects", "during")
    return re.compile(rf"\s+(?:(?:{words})\s+)?(?:{period_pattern().pattern})\s*$", re.IGNORECASE)

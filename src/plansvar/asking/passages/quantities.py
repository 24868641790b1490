"""Whether a sentence gives a number for the thing asked for, and not for something else in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plansvar.asking.passages.counted import LONG, Counted, counts_it, is_share_of
from plansvar.asking.passages.terms import Terms
from plansvar.language.folding import fold, stem, told_stems
from plansvar.language.numbers import spelled_value
from plansvar.language.vocabulary import vocabulary

REACH = 7  # words between a number and the word that it goes with
WORD = re.compile(r"\d[\d.,]*%?|[^\W\d_]+(?:[-/.][^\W\d_]+)*|%")
GROUPED = re.compile(r"(?<=\d)[ \u00a0](?=\d{3}\b)")
DECIMALS = re.compile(r"\d[.,]\d{1,2}\Z")
YEAR = re.compile(r"(?:19|20)\d\d\Z")
COUNT, SHARE, LEVEL, ANY = "count", "share", "level", Counted(frozenset(), ())
_SENTENCE = re.compile(r"(?<=[^\W\d_]{2}[.!]) (?=[A-ZÅÄÖ])")
BESIDE = 3  # words behind a number among which its unit stands ("2 miljoner svenska kronor")


def sort_asked(question: str) -> str | None:
    """Which sort of number a question wants ("money", "share", "count", "level"); null where any
    will do."""
    asked = fold(question)
    sorts = vocabulary("passages")["numbers"]["asked"]
    return next((sort for sort, cues in sorts.items() if re.search("|".join(cues), asked)), None)


def gives_quantity(
    text: str, terms: Terms, sort: str | None = None, counted: Counted = ANY
) -> bool:
    """Whether a number of the sort that counts what is asked for stands near a word of the question
    in one clause of `text`."""
    clauses = _clauses(GROUPED.sub("", fold(text)))
    return any(_holds(clause, terms, sort, counted) for clause in clauses)


def gives_behind(
    text: str, terms: Terms, measures: Terms, sort: str | None, counted: Counted
) -> bool:
    """Whether a piece of several sentences gives a number by the words for a measure alone, in one
    behind those that say all else that is asked of ("Skyfallet … Kostnaden blev 1,9 mnkr.")."""
    pieces = _SENTENCE.split(text)
    needed = Terms(tuple(term for term in terms.items if not term.soft))
    for place in range(1, len(pieces)):
        said = needed.match(told_stems(" ".join(pieces[:place])))
        if needed.items and len(said) == len(needed.items):
            return gives_quantity(pieces[place], measures, sort, counted)
    return False


def _clauses(text: str) -> list[str]:
    openings = "|".join(map(re.escape, vocabulary("passages")["clauses"]["against"]))
    return re.split(rf"[,;:] (?=(?:{openings}) )", text)


def _holds(text: str, terms: Terms, sort: str | None, counted: Counted) -> bool:
    words = WORD.findall(text)
    told = [term for term in terms.items if term.variants]
    needed = [term for term in told if not term.soft] or told
    variants = {each for term in needed for each in term.variants}
    held = set(map(stem, words))
    variants |= {each for t in needed for phrase in t.phrases if phrase <= held for each in phrase}
    named = [n for n, word in enumerate(words) if stem(word) in variants]
    numbers = [n for n in range(len(words)) if _is_number(words, n)]
    asked = variants | {stem(word) for word in words if _ends_asked(word, counted)}
    counts = [n for n in numbers if _is_of(words, n, sort, asked)]
    if sort == COUNT:
        counts = [n for n in counts if counts_it(words, n, counted)]
    elif sort == SHARE and counted.words:
        counts = [n for n in counts if is_share_of(words, n, counted)]
        counts = [n for n in counts if not _is_step(words, n)]
    return any(abs(here - there) <= REACH for here in named for there in counts)


def _ends_asked(word: str, counted: Counted) -> bool:
    """Whether a word is the end of a compound that is asked for ("timmar" of "hemtjänsttimmar")."""
    return len(word) > LONG and any(stem(each).endswith(stem(word)) for each in counted.words)


def _is_number(words: Sequence[str], place: int) -> bool:
    word = words[place]
    if any(each in vocabulary("textrows")["levels"] for each in words[max(0, place - 1) : place]):
        return False
    if word[0].isdigit():
        return YEAR.match(word.strip(".,")) is None and not _is_date(words, place)
    return (spelled_value(word) or 0) > 1


def _is_date(words: Sequence[str], place: int) -> bool:
    months = vocabulary("passages")["numbers"]["months"]
    return any(word in months for word in words[place + 1 : place + 2])


def _is_of(words: Sequence[str], place: int, sort: str | None, named: set[str]) -> bool:
    """Whether the number is of the sort asked for; a length of time counts only what is asked."""
    units = vocabulary("passages")["numbers"]["units"]
    behind = words[place + 1 : place + 1 + BESIDE]
    money = any(word in units["money"] for word in behind)
    share = words[place].endswith("%") or any(word in units["share"] for word in behind[:1])
    time = any(word in units["time"] and stem(word) not in named for word in behind[:1])
    if sort == COUNT:
        other = _is_step(words, place) or _is_mean(words, place, named)
        return not (money or share or time or other)
    if sort == "money":
        return money
    if sort == LEVEL and not words[place][0].isdigit():
        return share or money
    return share if sort == SHARE else True


def _is_mean(words: Sequence[str], place: int, named: set[str]) -> bool:
    """ "i genomsnitt 14,6 barn": a number of things has no decimals."""
    numbers = vocabulary("passages")["numbers"]
    counted = any(stem(word) in named for word in words[place + 1 : place + 2])
    broken = DECIMALS.search(words[place]) is not None and counted
    return broken or any(word in numbers["mean"] for word in words[max(0, place - 2) : place])


def _is_step(words: Sequence[str], place: int) -> bool:
    """ "växte med 137": a number that tells how far something went, not how much there is."""
    numbers = vocabulary("passages")["numbers"]
    before = words[max(0, place - BESIDE) : place]
    steps = tuple(numbers["steps"])
    return before[-1:] == [numbers["by"]] and any(word.startswith(steps) for word in before)

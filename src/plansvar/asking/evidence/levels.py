"""Levels that running text tells ("frånvaron stannade på 6,5 procent"), to hold beside tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from plansvar.asking.evidence import words
from plansvar.asking.evidence.prose import ProseValue
from plansvar.asking.telling_roots import root
from plansvar.domain import BlockKind, Document, Span
from plansvar.language.folding import fold
from plansvar.language.folding import words as split
from plansvar.language.money import money_behind
from plansvar.language.numbers import Number, find_numbers
from plansvar.language.sentences import sentences
from plansvar.language.verbs import is_verb
from plansvar.language.vocabulary import vocabulary

TEXT = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.NOTE, BlockKind.CAPTION)
_PERCENT = re.compile(r"\s?(?:%|procent\b(?!enhet))")
_PRONOUN = re.compile(
    r"(?i)\b(?:" + "|".join(vocabulary("passages")["levels"]["pronouns"]) + r")\b"
)
_OF_PART = re.compile(
    r"\b(?:" + "|".join(vocabulary("passages")["levels"]["of_part"]) + r")\s+(\w+)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_APART = re.compile(
    r"\W*(?:[^\W\d]+\s+)?(?:" + "|".join(vocabulary("passages")["levels"]["apart"]) + r")\b"
)
_STRETCH = re.compile(vocabulary("claims")["stretch"], re.IGNORECASE)
_WHOLE_YEAR = 12  # months
_COMPARED = 2  # words before a year that may say that it is set beside another
_SUBJECT = 3  # words before a count of things that say who has them


def levels_of(name: str) -> tuple[str, ...]:
    """A list of words of how levels are told."""
    return tuple(vocabulary("passages")["levels"][name])


def levels_told(document: Document) -> tuple[ProseValue, ...]:
    """Each number that a sentence gives as how high something is, with the year that it is of."""
    return _levels(Kept(document))


def is_share(told: ProseValue) -> bool:
    """Whether a value is of percent."""
    return told.percent or _PERCENT.search(told.raw) is not None


def unit_behind(document: Document, told: ProseValue) -> str:
    """The unit of money behind a value ("mnkr"), empty where there is none."""
    found = money_behind().match(document.text, told.span.end)
    return found["unit"].lower() if found else ""


def tells_money(text: str) -> bool:
    """Whether a text gives a sum of money."""
    return any(money_behind().match(text[n.end :].lstrip()) for n in find_numbers(text))


def speaks_of(document: Document, told: ProseValue, wanted: frozenset[str]) -> bool:
    """Whether a value is told of the thing that these roots name: they are said before it ("36
    procent av all sjukfrånvaro" is none), nothing narrows them ("resultat enligt balanskravet",
    "barn per årsarbetare", "invånare som är över 80 år"), and no other noun is what is so high
    ("ett krav på 1 procent")."""
    before = split(document.text[told.sentence.start : told.span.start])
    behind = split(document.text[told.span.end : told.sentence.end])[:1]
    roots = [root(word) for word in before]
    if not wanted <= {*roots, *map(root, behind)}:
        return False
    data = vocabulary("passages")["levels"]
    places = [n for n, each in enumerate(roots) if each in wanted]
    beside = {word for n in places for word in before[n + 1 : n + 2]}
    per = any(before[n - 1] in data["each"] for n in places if n)
    behind_it = before[max(places, default=0) + 1 :]
    per = per or _is_of_them(before, places) or _names_other(behind_it)
    per = per or any(word in data["relative"] for word in behind_it[:1])
    if per or not beside.isdisjoint(data["narrowing"]):
        return False
    plain = [word for word in before if word not in data["degrees"]]
    return _is_so_high(plain, wanted) if plain and plain[-1] in data["nouns_before"] else True


def _is_of_them(before: Sequence[str], places: Sequence[int]) -> bool:
    """Whether a sentence opens with "av" before the thing: what it tells is a part of it ("av
    sjukfrånvaron var 41,3 procent längre än 60 dagar")."""
    return bool(places) and before[:1] == [vocabulary("passages")["levels"]["of_it"]]


def _names_other(behind: Sequence[str]) -> bool:
    """Whether another subject stands between the thing and its value ("frånvaron minskar och
    behörigheten ökade till 84,6"): behind "och" comes a verb where it goes on about the thing."""
    data = vocabulary("passages")["levels"]
    places = [n for n, word in enumerate(behind) if word in data["joining"]]
    return any(
        not (is_verb(word) or word in data["going_on"])
        for n in places
        for word in behind[n + 1 : n + 2]
    )


def _is_so_high(before: Sequence[str], wanted: frozenset[str]) -> bool:
    """Whether what stands before "på" is a verb, the thing itself or a word for how high."""
    data, last = vocabulary("passages")["levels"], before[-2:-1]
    return any(w in data["standing"] or root(w) in wanted for w in last)


class Kept:
    """A document by its contents, so that the same text is read once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.key = (document.path, document.digest)

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Kept) and other.key == self.key


@lru_cache(maxsize=256)
def _levels(kept: Kept) -> tuple[ProseValue, ...]:
    document = kept.document
    told = (
        sentence
        for block in document.blocks
        if block.kind in TEXT
        for sentence in _leaning(document, sentences(document.text, block.span))
    )
    return tuple(value for sentence in told for value in _in_sentence(document, sentence))


def _leaning(document: Document, told: Sequence[Span]) -> Iterator[Span]:
    """Each sentence, with the one before it where it speaks of it by a pronoun ("uppgick den")."""
    for before, sentence in pairwise((None, *told)):
        if sentence is not None:
            leans = before is not None and _PRONOUN.search(document.quote(sentence))
            yield Span(before.start, sentence.end) if before and leans else sentence


def _in_sentence(document: Document, sentence: Span) -> Iterator[ProseValue]:
    text = document.text[sentence.start : sentence.end]
    year = None if is_of_other(text) else year_told(document, text)
    numbers = [n for n in find_numbers(text, spelled=False) if not _YEAR.fullmatch(n.raw)]
    first, last = _moved(document, text, numbers)
    for number in numbers if year is not None else ():
        if _is_of_part(document, text, number) or _is_apart(text, number):
            continue
        turned = _is_at_turn(text, number)
        of = _year_of(document, text, number, numbers)
        counted = turned and _is_counted(document, text, number)
        if number == first and last is not None and of == document.year and of is not None:
            yield _told(document, sentence, text, number, of - 1, _PERCENT.match(text, last.end))
        elif of is not None and (counted or _is_level(text, number)):
            year = of - 1 if turned and _is_interim(document) else of
            unit = _PERCENT.match(text, number.end)
            told = _told(document, sentence, text, number, year, unit)
            yield replace(told, turned=turned)


def _told(
    document: Document,
    sentence: Span,
    text: str,
    number: Number,
    year: int,
    unit: re.Match[str] | None,
) -> ProseValue:
    """A value with its unit, where that stands right behind it or behind what it went to."""
    end = unit.end() if unit and not text[number.end : unit.start()].strip() else number.end
    span = Span(sentence.start + number.start, sentence.start + end)
    return ProseValue(document.quote(span), number.value, year, span, sentence, unit is not None)


def _moved(
    document: Document, text: str, numbers: Sequence[Number]
) -> tuple[Number | None, Number | None]:
    """The two levels of "sjönk från 6,8 till 6,4": of the year before and of the report's year,
    where it is of a whole year and no other stretch is told."""
    before, to = (vocabulary("passages")["levels"][name] for name in ("from", "to"))
    if _is_interim(document) or _STRETCH.search(text):
        return None, None
    for first, last in pairwise(numbers):
        lead = split(text[: first.start])[-1:]
        if any(word in before for word in lead) and split(text[first.end : last.start]) == [to]:
            return first, last
    return None, None


def _is_interim(document: Document) -> bool:
    return 0 < words.last_month(document) < _WHOLE_YEAR


def _is_apart(text: str, number: Number) -> bool:
    """Whether a number says how far two are apart ("47 färre", "53 invånare färre")."""
    return _APART.match(fold(text[number.end :])) is not None


def _is_at_turn(text: str, number: Number) -> bool:
    """Whether what stands before a number says that it is of the turn of the year."""
    own = text[: number.start].rpartition(". ")[2]
    return any(word in vocabulary("passages")["levels"]["turn"] for word in split(own))


def _is_counted(document: Document, text: str, number: Number) -> bool:
    """Whether a sentence says how many of something the whole municipality has ("hade kommunen
    18 421 invånare")."""
    data = vocabulary("passages")["levels"]
    town = fold(document.municipality or "")
    said = [w for w in split(text[: number.start]) if w not in data["degrees"]][-_SUBJECT:]
    whole = {*data["whole"], *data["we"], *data["turn"]}
    rest = [w for w in said if w not in data["having"]]
    return len(rest) < len(said) and all(w in whole or town.startswith(w) for w in rest)


def is_of_other(text: str) -> bool:
    """Whether a sentence speaks of a group, a unit, a plan or another place: its level is not that
    of the whole."""
    starts = tuple(vocabulary("passages")["levels"]["other"])
    ends = tuple(vocabulary("passages")["levels"]["units"])
    told = split(text)
    return any(word.startswith(starts) or word.endswith(ends) for word in told)


def _is_of_part(document: Document, text: str, number: Number) -> bool:
    """Whether the words before a number say that it is of a part ("inom hemtjänsten är den")."""
    whole = (*vocabulary("passages")["levels"]["whole"], *split(document.municipality or ""))
    # A pronoun's level is read together with the sentence before it, whose parts are others.
    own = text[: number.start].rpartition(". ")[2]
    told = _OF_PART.findall(fold(own))
    return any(word not in whole and not word.isdigit() for word in told)


def _is_level(text: str, number: Number) -> bool:
    """Whether the words right before a number say that something is so high."""
    before = fold(text[: number.start]).split()
    degrees = vocabulary("passages")["levels"]["degrees"]
    told = [word for word in before if word not in degrees]
    return bool(told) and told[-1] in vocabulary("passages")["levels"]["before"]


def _year_of(
    document: Document, text: str, number: Number, numbers: Sequence[Number]
) -> int | None:
    """The year of a number; one behind a later number ("88 mot 112 2023") is that one's."""
    found = _YEAR.search(text)
    later = [n for n in numbers if number.end <= n.start and found and n.end <= found.start()]
    return document.year if later else year_told(document, text)


def year_told(document: Document, text: str) -> int | None:
    """The only year that a sentence names, the one before the document's where it says so, else the
    document's; null where it names several."""
    told = {int(each[0]) for each in _YEAR.finditer(text) if not _is_set_beside(text, each)}
    earlier = any(
        phrase in fold(text) for phrase in words.vocabulary_list("year_before", "phrases")
    )
    if told:
        return told.pop() if len(told) == 1 and not earlier else None
    if document.year is None:
        return None
    return document.year - 1 if earlier else document.year


def _is_set_beside(text: str, year: re.Match[str]) -> bool:
    """Whether a year is only what a sentence's own is compared with ("jämfört med 2022")."""
    before = split(text[: year.start()])[-_COMPARED:]
    return any(word in vocabulary("passages")["levels"]["set_beside"] for word in before)
